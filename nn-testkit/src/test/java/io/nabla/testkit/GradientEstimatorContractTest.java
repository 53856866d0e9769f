package io.nabla.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.api.Activation;
import io.nabla.api.ArraySequence;
import io.nabla.api.Cost;
import io.nabla.api.GradientEstimator;
import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.MiniBatch;
import io.nabla.api.Parameter;
import io.nabla.api.Parameters;
import io.nabla.api.Sequence;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GradientEstimatorContractTest {
    @Nested
    class BackpropagationTest implements GradientEstimatorContract, OnReferenceKernels {
        @Override
        public GradientEstimator estimator() {
            return new Backpropagation(Fault.NONE);
        }
    }

    @Nested
    class ForwardDifferencesTest implements GradientEstimatorContract, OnReferenceKernels {
        @Override
        public GradientEstimator estimator() {
            return GradientEstimatorContractTest::forwardDifferences;
        }

        @Override
        public double tolerance() {
            return 1e-5;
        }
    }

    private static double forwardDifferences(
            Sequence<Layer> layers, Cost cost, MiniBatch miniBatch, Sequence<Parameters> nabla) {
        double epsilon = 1e-7;
        double before = new EstimatorExample(layers, cost, miniBatch).costOfPass();
        for (int l = 0; l < layers.size(); l++) {
            for (int p = 0; p < nabla.get(l).size(); p++) {
                Matrix value = layers.get(l).parameters().get(p).value();
                Matrix sums = nabla.get(l).get(p).value();
                for (int i = 0; i < value.size(); i++) {
                    double old = value.get(i);
                    value.set(i, old + epsilon);
                    double after = new EstimatorExample(layers, cost, miniBatch).costOfPass();
                    sums.set(i, sums.get(i) + (after - before) / epsilon);
                    value.set(i, old);
                }
            }
        }
        return before;
    }

    /** What a backpropagation can get wrong. */
    private enum Fault {
        NONE,
        WEIGHTS_OF_THE_SAME_LAYER,
        SLOPE_AT_A,
        BIASES_OF_ANOTHER_LAYER,
        ACTIVATION_OF_THE_NEXT_LAYER,
        OVERWRITES,
        MEAN,
        UNWEIGHTED,
        MEAN_COST,
        WRONG_ACTIVATION,
        STATE,
        USES_UP_X
    }

    /** This test's own copy of the algorithm, with one fault in it. */
    private static final class Backpropagation implements GradientEstimator {
        private final Fault fault;
        private int calls;

        Backpropagation(Fault fault) {
            this.fault = fault;
        }

        @Override
        public double estimate(Sequence<Layer> layers, Cost cost, MiniBatch miniBatch, Sequence<Parameters> nabla) {
            Matrix y = miniBatch.y();
            Matrix activation = miniBatch.x();
            ArraySequence<Matrix> zs = new ArraySequence<>();
            ArraySequence<Matrix> activations = new ArraySequence<>();
            activations.add(activation);
            for (Layer layer : layers) {
                Matrix z = layer.weightedInput(activation);
                zs.add(z);
                activation = layer.activation().apply(z);
                activations.add(activation);
            }
            if (fault == Fault.OVERWRITES) {
                nabla.forEach(ofLayer ->
                        ofLayer.forEach(parameter -> parameter.value().fill(0)));
            }
            Matrix delta = cost.delta(layers.get(-1).activation(), zs.get(-1), activations.get(-1), y);
            if (fault != Fault.UNWEIGHTED) {
                miniBatch.weigh(delta);
            }
            if (fault == Fault.MEAN) {
                delta = delta.scaled(1.0 / y.columns());
            }
            if (fault == Fault.STATE) {
                calls++;
                delta = delta.scaled(1 + calls * 1e-15);
            }
            layers.get(-1).gradient(delta, activations.get(-2), nabla.get(-1));
            for (int l = 2; l <= layers.size(); l++) {
                Layer next = layers.get(fault == Fault.WEIGHTS_OF_THE_SAME_LAYER && fits(layers, l) ? -l : -l + 1);
                Matrix error = next.backpropagate(delta, activations.get(-l));
                Activation sigma =
                        layers.get(fault == Fault.WRONG_ACTIVATION ? -1 : -l).activation();
                Matrix z = fault == Fault.SLOPE_AT_A ? activations.get(-l) : zs.get(-l);
                delta = sigma.backward(error, z, activations.get(-l));
                boolean shifted = fault == Fault.ACTIVATION_OF_THE_NEXT_LAYER && fits(layers, l);
                Matrix a = activations.get(shifted ? -l : -l - 1);
                if (fault == Fault.BIASES_OF_ANOTHER_LAYER && fits(layers, l)) {
                    gradientWithBiasesElsewhere(layers.get(-l), delta, a, nabla.get(-l), nabla.get(-l + 1));
                } else {
                    layers.get(-l).gradient(delta, a, nabla.get(-l));
                }
            }
            if (fault == Fault.USES_UP_X) {
                miniBatch.x().fill(0);
            }
            double value = miniBatch.cost(cost, activations.get(-1));
            return fault == Fault.MEAN_COST ? value / y.columns() : value;
        }

        /** Whether layers -l and -l + 1 are both square: only then does the slip go unnoticed by the shapes. */
        private static boolean fits(Sequence<Layer> layers, int l) {
            return isSquare(layers.get(-l)) && isSquare(layers.get(-l + 1));
        }

        private static boolean isSquare(Layer layer) {
            return layer.inputs().equals(layer.outputs()) && layer.parameters().size() == 2;
        }

        private static void gradientWithBiasesElsewhere(
                Layer layer, Matrix delta, Matrix a, Parameters own, Parameters other) {
            Parameters sums = own.zeros();
            layer.gradient(delta, a, sums);
            for (Parameter parameter : sums) {
                Parameters target = parameter.role() == Parameter.Role.BIASES ? other : own;
                target.get(parameter.name()).combine(1, 1, parameter.value());
            }
        }
    }

    private interface OfFault extends GradientEstimatorContract, OnReferenceKernels {
        Fault fault();

        @Override
        default GradientEstimator estimator() {
            return new Backpropagation(fault());
        }
    }

    static class WithoutFault implements OfFault {
        @Override
        public Fault fault() {
            return Fault.NONE;
        }
    }

    @Test
    void everyTestPassesWithoutAFault() {
        ContractRun run = ContractRun.of(WithoutFault.class);
        assertThat(run.failures()).isEmpty();
        assertThat(run.passed()).isEqualTo(8);
    }

    static class WeightsOfTheSameLayer implements OfFault {
        @Override
        public Fault fault() {
            return Fault.WEIGHTS_OF_THE_SAME_LAYER;
        }
    }

    @Test
    void killsAnErrorThatComesBackThroughTheWeightsOfItsOwnLayer() {
        ContractRun.of(WeightsOfTheSameLayer.class)
                .killedBy("agreesWithTheTextbook", "sigmoid network 3-3-3-3", "but the textbook's loops give")
                .killedBy("differentiatesAnyActivations", "network 3-3-3-3");
    }

    static class SlopeAtA implements OfFault {
        @Override
        public Fault fault() {
            return Fault.SLOPE_AT_A;
        }
    }

    @Test
    void killsASlopeTakenAtAInsteadOfZ() {
        ContractRun.of(SlopeAtA.class)
                .killedBy("agreesWithTheTextbook", "of layer 1 at (row 0, column 0)")
                .killedBy("differentiatesAnyActivations");
    }

    static class BiasesOfAnotherLayer implements OfFault {
        @Override
        public Fault fault() {
            return Fault.BIASES_OF_ANOTHER_LAYER;
        }
    }

    @Test
    void killsBiasesAddedToAnotherLayer() {
        ContractRun.of(BiasesOfAnotherLayer.class)
                .killedBy("agreesWithTheTextbook", "the derivative by 'biases' of layer 1", "is 0 but")
                .killedBy("differentiatesAnyActivations", "'biases' of layer");
    }

    static class ActivationOfTheNextLayer implements OfFault {
        @Override
        public Fault fault() {
            return Fault.ACTIVATION_OF_THE_NEXT_LAYER;
        }
    }

    @Test
    void killsAGradientByTheActivationOfTheWrongLayer() {
        ContractRun.of(ActivationOfTheNextLayer.class)
                .killedBy("agreesWithTheTextbook", "'weights' of layer 1")
                .killedBy("differentiatesAnyActivations");
    }

    static class WrongActivation implements OfFault {
        @Override
        public Fault fault() {
            return Fault.WRONG_ACTIVATION;
        }
    }

    @Test
    void killsTheOutputLayersActivationUsedForAllLayers() {
        ContractRun.of(WrongActivation.class)
                .killedBy("differentiatesAnyActivations")
                .killedBy("differentiatesThroughLayersThatLearnNothing");
    }

    static class Overwrites implements OfFault {
        @Override
        public Fault fault() {
            return Fault.OVERWRITES;
        }
    }

    @Test
    void killsAnEstimateThatOverwritesNabla() {
        ContractRun.of(Overwrites.class)
                .killedBy("addsToNabla", "is it added?")
                .killedBy("sumsOverTheExamples")
                .andByNothingBut("addsToNabla", "sumsOverTheExamples");
    }

    static class Mean implements OfFault {
        @Override
        public Fault fault() {
            return Fault.MEAN;
        }
    }

    @Test
    void killsAGradientThatIsAveraged() {
        ContractRun.of(Mean.class)
                .killedBy("agreesWithTheTextbook", "5 examples")
                .killedBy("sumsOverTheExamples", "the sum over the examples alone");
    }

    static class Unweighted implements OfFault {
        @Override
        public Fault fault() {
            return Fault.UNWEIGHTED;
        }
    }

    @Test
    void killsWeightsOfExamplesThatAreOverlooked() {
        ContractRun.of(Unweighted.class)
                .killedBy("multipliesEachExampleByItsWeight", "that weigh 2, 0, 0.5 and 1")
                .andByNothingBut("multipliesEachExampleByItsWeight");
    }

    static class MeanCost implements OfFault {
        @Override
        public Fault fault() {
            return Fault.MEAN_COST;
        }
    }

    @Test
    void killsACostThatIsAveraged() {
        ContractRun.of(MeanCost.class)
                .killedBy("agreesWithTheTextbook", "the cost, summed over the examples")
                .killedBy("sumsOverTheExamples");
    }

    static class State implements OfFault {
        @Override
        public Fault fault() {
            return Fault.STATE;
        }
    }

    @Test
    void killsAnEstimatorWithState() {
        ContractRun.of(State.class).killedBy("hasNoState", "a second estimate").andByNothingBut("hasNoState");
    }

    static class UsesUpX implements OfFault {
        @Override
        public Fault fault() {
            return Fault.USES_UP_X;
        }
    }

    @Test
    void killsAnEstimatorThatWritesIntoTheMiniBatch() {
        ContractRun.of(UsesUpX.class).killedBy("changesNothingButNabla", "estimate changed x");
    }
}
