package io.nabla.examples.small;

import io.nabla.activations.Activations;
import io.nabla.activations.Softmax;
import io.nabla.api.Activation;
import io.nabla.api.Elementary;
import io.nabla.api.ElementwiseActivation;
import io.nabla.core.ConfusionMatrix;
import io.nabla.core.Network;
import io.nabla.core.Trainer;
import io.nabla.core.random.NumpyRandom;
import io.nabla.core.random.PythonRandom;
import io.nabla.costs.LogLikelihoodCost;
import io.nabla.data.ImageDataset;
import io.nabla.data.synthetic.SyntheticDigits;
import io.nabla.initializers.HeGaussian;
import io.nabla.layers.Dense;
import io.nabla.optimizers.Momentum;

/** An activation of one's own, written in two ways: as a class with its derivative, and as a formula alone. */
public final class OwnActivation {
    private OwnActivation() {}

    /** z · sigmoid(z), with the derivative worked out by hand. */
    static final class Swish implements ElementwiseActivation {
        @Override
        public String name() {
            return "swish";
        }

        @Override
        public double value(double z) {
            return z * Elementary.sigmoid(z);
        }

        @Override
        public double derivative(double z, double a) {
            return a + Elementary.sigmoid(z) * (1 - a);
        }
    }

    /** The same from its formula: the derivative is derived. */
    static Activation fromFormula() {
        return Activations.of("swish", z -> z.divide(z.negate().exp().add(1)));
    }

    /** How a network with this activation reads digits that it has not seen. */
    static ConfusionMatrix train(Activation activation) {
        SyntheticDigits digits = new SyntheticDigits(1);

        Network network = Network.builder(784)
                .layer(new Dense(30, activation))
                .layer(new Dense(10, new Softmax()))
                .build(new HeGaussian(), new NumpyRandom(2));

        Trainer.builder(new LogLikelihoodCost(), new Momentum(0.05, 0.9))
                .epochs(3)
                .shuffle(new PythonRandom(3))
                .build()
                .train(network, new ImageDataset(digits.training(2000)));
        return ConfusionMatrix.of(network, new ImageDataset(digits.test(1000)));
    }

    /** Trains with both, and prints what each network takes for what. */
    public static void main(String[] arguments) {
        for (Activation activation : new Activation[] {new Swish(), fromFormula()}) {
            System.out.println(train(activation));
        }
    }
}
