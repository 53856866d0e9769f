package io.nabla.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.api.Activation;
import io.nabla.api.Cost;
import io.nabla.api.Elementary;
import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.MiniBatch;
import io.nabla.api.Parameters;
import io.nabla.api.Precision;
import io.nabla.api.Sequence;
import io.nabla.core.TestPlugins.Dense;
import io.nabla.core.TestPlugins.Gaussian;
import io.nabla.core.TestPlugins.Quadratic;
import io.nabla.core.TestPlugins.Sigmoid;
import io.nabla.core.TestPlugins.Tanh;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.random.NumpyRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackpropagationTest {
    private final Kernels kernels = PlainKernels.of(Precision.DOUBLE);
    private final NumpyRandom random = new NumpyRandom(11);

    private Matrix gaussians(int rows, int columns) {
        return Matrix.zeros(kernels, rows, columns).map(zero -> random.nextGaussian());
    }

    @Test
    void aLayerOfItsOwnKindIsDifferentiatedToo() {
        Network dense = Network.builder(4)
                .kernels(kernels)
                .layer(new Dense(3, new Tanh()))
                .build(new Gaussian(), random);
        Layer doubling = new Doubling(dense.layers().get(0));
        Layer last = new Dense(2, new Sigmoid()).build(doubling.outputs(), kernels);
        Network network = Network.of(kernels, Sequence.of(dense.layers().get(0), last));
        network.draw(new Gaussian(), random);
        Network doubled = Network.of(kernels, Sequence.of(doubling, last));
        List<GradientCheck.Result> results = new GradientCheck(FiniteDifferences.central(), 100, random)
                .check(
                        new Backpropagation(),
                        doubled,
                        new Quadratic(),
                        new MiniBatch(gaussians(4, 6), gaussians(2, 6)));
        assertThat(results)
                .hasSize(4)
                .allSatisfy(r -> assertThat(r.relativeError()).isLessThan(1e-8));
    }

    /** A layer that is not dense: another layer with its z doubled. */
    private record Doubling(Layer layer) implements Layer {
        @Override
        public String kind() {
            return "doubling";
        }

        @Override
        public io.nabla.api.Shape inputs() {
            return layer.inputs();
        }

        @Override
        public io.nabla.api.Shape outputs() {
            return layer.outputs();
        }

        @Override
        public Activation activation() {
            return layer.activation();
        }

        @Override
        public Parameters parameters() {
            return layer.parameters();
        }

        @Override
        public Matrix weightedInput(Matrix a) {
            return layer.weightedInput(a).scaled(2);
        }

        @Override
        public Matrix backpropagate(Matrix delta, Matrix a) {
            return layer.backpropagate(delta.scaled(2), a);
        }

        @Override
        public void gradient(Matrix delta, Matrix a, Parameters nabla) {
            layer.gradient(delta.scaled(2), a, nabla);
        }
    }

    @Test
    void givesTheCostBeforeTheUpdateAndTheSumsOfTheExamples() {
        Network network = Network.builder(3)
                .kernels(kernels)
                .layer(new Dense(5, new Tanh()))
                .layer(new Dense(4, new Tanh()))
                .layer(new Dense(2, new Sigmoid()))
                .build(new Gaussian(), random);
        Matrix x = gaussians(3, 4);
        Matrix y = gaussians(2, 4);
        Sequence<Parameters> whole = network.zeroGradient();
        double cost = new Backpropagation().estimate(network.layers(), new Quadratic(), new MiniBatch(x, y), whole);
        assertThat(cost).isEqualTo(new Quadratic().value(network.feedforward(x), y));

        Sequence<Parameters> oneByOne = network.zeroGradient();
        for (int i = 0; i < 4; i++) {
            MiniBatch one = new MiniBatch(x.columnCopy(i), y.columnCopy(i));
            new Backpropagation().estimate(network.layers(), new Quadratic(), one, oneByOne);
        }
        for (int l = 0; l < 3; l++) {
            for (String name : List.of("weights", "biases")) {
                assertThat(whole.get(l).get(name).sameBits(oneByOne.get(l).get(name)))
                        .as("layer %d, %s", l + 1, name)
                        .isTrue();
            }
        }
    }

    @Test
    void asksTheCostForTheErrorOfTheOutputLayer() {
        List<String> asked = new ArrayList<>();
        Cost fused = new Cost() {
            @Override
            public String name() {
                return "fused";
            }

            @Override
            public double value(Matrix a, Matrix y) {
                return 0;
            }

            @Override
            public Matrix gradient(Matrix a, Matrix y) {
                throw new AssertionError("a cost that fuses is not asked for its gradient");
            }

            @Override
            public Matrix delta(Activation sigma, Matrix z, Matrix a, Matrix y) {
                asked.add(sigma.name());
                assertThat(a.sameBits(z.map(Elementary::sigmoid))).isTrue();
                return a.minus(y);
            }
        };
        Network network = Network.builder(3)
                .kernels(kernels)
                .layer(new Dense(2, new Tanh()))
                .layer(new Dense(2, new Sigmoid()))
                .build(new Gaussian(), random);
        new Backpropagation()
                .estimate(
                        network.layers(),
                        fused,
                        new MiniBatch(gaussians(3, 2), gaussians(2, 2)),
                        network.zeroGradient());
        assertThat(asked).containsExactly("sigmoid");
    }
}
