package io.nabla.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.api.Cost;
import io.nabla.api.Dataset;
import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.MiniBatch;
import io.nabla.api.Parameters;
import io.nabla.api.Sequence;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TrainingContractTest {
    @Nested
    class DescentTest extends Descent {}

    /** Stochastic gradient descent with matrices, each part of which can be spoiled. */
    private abstract static class Descent implements TrainingContract, OnReferenceKernels {
        int examplesToLearn(int n, int miniBatchSize) {
            return n;
        }

        double step(double learningRate, int m, int miniBatchSize) {
            return learningRate / m;
        }

        int epochsToRun(int epochs) {
            return epochs;
        }

        int target(int l, int p) {
            return l;
        }

        boolean keepsNabla() {
            return false;
        }

        @Override
        public void train(
                Sequence<Layer> layers, Cost cost, Dataset data, int miniBatchSize, double learningRate, int epochs) {
            Kernels kernels = layers.get(0).parameters().get(0).value().kernels();
            int n = examplesToLearn(data.size(), miniBatchSize);
            int[] order = IntStream.range(0, n).toArray();
            Sequence<Parameters> nabla = zeros(layers);
            for (int epoch = 0; epoch < epochsToRun(epochs); epoch++) {
                for (int from = 0; from < n; from += miniBatchSize) {
                    int m = Math.min(miniBatchSize, n - from);
                    Matrix x = Matrix.zeros(kernels, data.inputs().size(), m);
                    Matrix y = Matrix.zeros(kernels, data.targets().size(), m);
                    data.copyExamples(order, from, x, y);
                    nabla = keepsNabla() ? nabla : zeros(layers);
                    MiniBatch miniBatch = new MiniBatch(x, y, Optional.of(weights(data, order, from, m, kernels)));
                    backward(layers, 0, cost, x, miniBatch, nabla);
                    move(layers, nabla, step(learningRate, m, miniBatchSize));
                }
            }
        }

        Matrix weights(Dataset data, int[] order, int from, int m, Kernels kernels) {
            Matrix weights = Matrix.zeros(kernels, 1, m);
            for (int i = 0; i < m; i++) {
                weights.set(i, data.weight(order[from + i]));
            }
            return weights;
        }

        private static Sequence<Parameters> zeros(Sequence<Layer> layers) {
            return layers.map(layer -> layer.parameters().zeros());
        }

        /** The error on a, the input of layer l; on its way back each layer's gradient is added to nabla. */
        private static Matrix backward(
                Sequence<Layer> layers, int l, Cost cost, Matrix a, MiniBatch miniBatch, Sequence<Parameters> nabla) {
            if (l == layers.size()) {
                Matrix error = cost.gradient(a, miniBatch.y());
                miniBatch.weigh(error);
                return error;
            }
            Layer layer = layers.get(l);
            Matrix z = layer.weightedInput(a);
            Matrix output = layer.activation().apply(z);
            Matrix delta =
                    layer.activation().backward(backward(layers, l + 1, cost, output, miniBatch, nabla), z, output);
            layer.gradient(delta, a, nabla.get(l));
            return layer.backpropagate(delta, a);
        }

        private void move(Sequence<Layer> layers, Sequence<Parameters> nabla, double step) {
            for (int l = 0; l < layers.size(); l++) {
                for (int p = 0; p < nabla.get(l).size(); p++) {
                    Matrix gradient = nabla.get(l).get(p).value();
                    Matrix value = layers.get(target(l, p)).parameters().get(p).value();
                    if (value.rows() == gradient.rows() && value.columns() == gradient.columns()) {
                        value.combine(1, -step, gradient);
                    }
                }
            }
        }
    }

    static class Right extends Descent {}

    @Test
    void everyTestPassesForARightTraining() {
        ContractRun run = ContractRun.of(Right.class);
        assertThat(run.failures()).isEmpty();
        assertThat(run.passed()).isEqualTo(5);
    }

    static class LosesTheLastMiniBatch extends Descent {
        @Override
        int examplesToLearn(int n, int miniBatchSize) {
            return n / miniBatchSize * miniBatchSize;
        }
    }

    @Test
    void killsALostLastMiniBatch() {
        ContractRun.of(LosesTheLastMiniBatch.class)
                .killedBy(
                        "learnsASmallerLastMiniBatch",
                        "7 examples in mini-batches of 3",
                        "if the last, smaller mini-batch was not learned")
                .killedBy("learnsFewerExamplesThanAMiniBatch", "nothing was learned")
                .andByNothingBut("learnsASmallerLastMiniBatch", "learnsFewerExamplesThanAMiniBatch");
    }

    static class OverlooksWeights extends Descent {
        @Override
        Matrix weights(Dataset data, int[] order, int from, int m, Kernels kernels) {
            Matrix ones = Matrix.zeros(kernels, 1, m);
            ones.fill(1);
            return ones;
        }
    }

    @Test
    void killsWeightsThatAreOverlooked() {
        ContractRun.of(OverlooksWeights.class)
                .killedBy("countsAnExampleAsOftenAsItsWeightSays", "if the weights of the examples were overlooked")
                .andByNothingBut("countsAnExampleAsOftenAsItsWeightSays");
    }

    static class DividesByTheNominalSize extends Descent {
        @Override
        double step(double learningRate, int m, int miniBatchSize) {
            return learningRate / miniBatchSize;
        }
    }

    @Test
    void killsDivisionByTheNominalSize() {
        ContractRun.of(DividesByTheNominalSize.class)
                .killedBy("learnsASmallerLastMiniBatch", "was divided by the mini-batch size that was asked for")
                .killedBy("learnsFewerExamplesThanAMiniBatch", "was divided by the mini-batch size that was asked for")
                .andByNothingBut("learnsASmallerLastMiniBatch", "learnsFewerExamplesThanAMiniBatch");
    }

    static class DoublesTheRate extends Descent {
        @Override
        double step(double learningRate, int m, int miniBatchSize) {
            return 2 * learningRate / m;
        }
    }

    @Test
    void killsADoubledLearningRate() {
        ContractRun.of(DoublesTheRate.class)
                .killedBy("takesTheTextbooksStep", "if the learning rate was doubled")
                .killedBy("trainsLikeTheTextbook", "if the learning rate was doubled");
    }

    static class StepsUp extends Descent {
        @Override
        double step(double learningRate, int m, int miniBatchSize) {
            return -learningRate / m;
        }
    }

    @Test
    void killsAStepUp() {
        ContractRun.of(StepsUp.class).killedBy("takesTheTextbooksStep", "went up the gradient");
    }

    static class MovesBiasesOfTheWrongLayer extends Descent {
        @Override
        int target(int l, int p) {
            return p == 0 ? l : -l - 1;
        }
    }

    @Test
    void killsBiasesOfTheWrongLayer() {
        ContractRun.of(MovesBiasesOfTheWrongLayer.class)
                .killedBy("trainsLikeTheTextbook", "the bias of neuron 1 in layer 1 is")
                .killedBy("takesTheTextbooksStep", "the bias of neuron 1 in layer 1 is");
    }

    static class StopsAnEpochEarly extends Descent {
        @Override
        int epochsToRun(int epochs) {
            return Math.max(1, epochs - 1);
        }
    }

    @Test
    void killsAnEpochTooFew() {
        ContractRun.of(StopsAnEpochEarly.class)
                .killedBy("trainsLikeTheTextbook", "after 3 epochs of 10 examples")
                .killedBy("learnsASmallerLastMiniBatch");
    }

    static class KeepsTheGradient extends Descent {
        @Override
        boolean keepsNabla() {
            return true;
        }
    }

    @Test
    void killsAGradientThatIsNotClearedBetweenMiniBatches() {
        ContractRun.of(KeepsTheGradient.class)
                .killedBy("trainsLikeTheTextbook", "the bias of neuron 1 in layer 1 is")
                .killedBy("learnsASmallerLastMiniBatch");
    }

    static class LearnsNothing implements TrainingContract, OnReferenceKernels {
        @Override
        public void train(
                Sequence<Layer> layers, Cost cost, Dataset data, int miniBatchSize, double learningRate, int epochs) {
            // The mutant: it leaves everything as it is.
        }
    }

    @Test
    void killsATrainingThatDoesNothing() {
        ContractRun.of(LearnsNothing.class)
                .killedBy("takesTheTextbooksStep", "nothing was learned")
                .killedBy("trainsLikeTheTextbook", "nothing was learned");
    }
}
