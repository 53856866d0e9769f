package io.nabla.core;

import io.nabla.api.Cost;
import io.nabla.api.Dataset;
import io.nabla.api.GradientEstimator;
import io.nabla.api.Layer;
import io.nabla.api.Sequence;
import io.nabla.core.TestPlugins.Sgd;
import io.nabla.testkit.GradientEstimatorContract;
import io.nabla.testkit.TrainingContract;
import org.junit.jupiter.api.Nested;

/** The core held against the textbook's loops. */
class EstimatorContractsTest {
    @Nested
    class ByBackpropagation implements GradientEstimatorContract {
        @Override
        public GradientEstimator estimator() {
            return new Backpropagation();
        }
    }

    @Nested
    class ByCentralDifferences implements GradientEstimatorContract {
        @Override
        public GradientEstimator estimator() {
            return FiniteDifferences.central();
        }

        @Override
        public double tolerance() {
            return 1e-7;
        }
    }

    @Nested
    class Training implements TrainingContract {
        @Override
        public void train(
                Sequence<Layer> layers, Cost cost, Dataset data, int miniBatchSize, double learningRate, int epochs) {
            Network network =
                    Network.of(layers.get(0).parameters().get(0).value().kernels(), layers);
            Trainer.builder(cost, new Sgd(learningRate))
                    .miniBatchSize(miniBatchSize)
                    .epochs(epochs)
                    .build()
                    .train(network, data);
        }
    }
}
