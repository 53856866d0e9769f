package io.nabla.examples.book;

import io.nabla.activations.Sigmoid;
import io.nabla.api.Dataset;
import io.nabla.api.EpochCompleted;
import io.nabla.api.Matrix;
import io.nabla.api.Parameters;
import io.nabla.api.TrainingListener;
import io.nabla.core.Network;
import io.nabla.core.Trainer;
import io.nabla.core.TrainingHistory;
import io.nabla.costs.QuadraticCost;
import io.nabla.layers.Dense;
import io.nabla.optimizers.Sgd;
import java.util.List;
import java.util.Map;

/**
 * Chapter 3's neuron with one input, which is to turn 1 into 0.
 *
 * <p>Started at weight 0.6 and bias 0.9 it learns at once. Started at 2.0 and 2.0 it is badly wrong, and learns slowly for
 * the first 150 epochs just because of that: σ′ is small there, and with the quadratic cost so is the gradient.
 */
record SingleNeuron() implements Scenario.WithoutData {
    private static final int EPOCHS = 300;
    private static final int READ_EVERY = 10;
    private static final double ETA = 0.15;
    private static final Dataset ONE_TO_ZERO = Dataset.of(new double[][] {{1}}, new double[][] {{0}});

    /**
     * One start.
     *
     * @param name how the run is called
     */
    private record Run(String name, double weight, double bias) {}

    private static final Run NEAR = new Run("weight=0.6,bias=0.9", 0.6, 0.9);
    private static final Run FAR = new Run("weight=2.0,bias=2.0", 2.0, 2.0);

    @Override
    public String name() {
        return "single-neuron";
    }

    @Override
    public String place() {
        return "chapter 3, The cross-entropy cost function";
    }

    @Override
    public String title() {
        return "a single neuron learns the slower, the more it is wrong at the start";
    }

    @Override
    public List<Published> published() {
        return List.of(
                Published.after(0, NEAR.name, Measure.OUTPUT, 0.82),
                Published.after(EPOCHS, NEAR.name, Measure.OUTPUT, 0.09),
                Published.after(0, FAR.name, Measure.OUTPUT, 0.98),
                Published.after(EPOCHS, FAR.name, Measure.OUTPUT, 0.20));
    }

    @Override
    public boolean play(Replay replay) {
        for (Run run : List.of(NEAR, FAR)) {
            int epochs = replay.epochsOf(EPOCHS);
            replay.listener().runStarted(run.name, epochs);
            Network neuron = Network.builder(1)
                    .kernels(replay.kernels())
                    .layer(new Dense(1, new Sigmoid()))
                    .buildZeroed();
            Parameters parameters = neuron.layers().get(0).parameters();
            parameters.get("weights").set(0, 0, run.weight);
            parameters.get("biases").set(0, 0, run.bias);
            replay.listener().read(reading(run, 0, neuron));
            TrainingHistory history = Trainer.builder(new QuadraticCost(), new Sgd(ETA))
                    .epochs(epochs)
                    .stopWhen(replay.stop())
                    .listener(new TrainingListener() {
                        @Override
                        public void epochCompleted(EpochCompleted event) {
                            if (event.epoch() % READ_EVERY == 0 || event.epoch() == epochs) {
                                replay.listener().read(reading(run, event.epoch(), neuron));
                            }
                        }
                    })
                    .build()
                    .train(neuron, ONE_TO_ZERO);
            if (history.stopped()) {
                return false;
            }
        }
        return true;
    }

    private static Reading reading(Run run, int epoch, Network neuron) {
        Matrix one = Matrix.column(neuron.kernels(), 1);
        return new Reading(
                run.name, epoch, Map.of(Measure.OUTPUT, neuron.feedforward(one).get(0, 0)));
    }
}
