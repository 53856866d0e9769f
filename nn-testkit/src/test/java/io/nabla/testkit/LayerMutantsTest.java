package io.nabla.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.api.Activation;
import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.LayerDescription;
import io.nabla.api.Matrix;
import io.nabla.api.Parameter;
import io.nabla.api.Parameters;
import io.nabla.api.Shape;
import org.junit.jupiter.api.Test;

/** Layers that are wrong do not pass. */
class LayerMutantsTest {
    /** A dense layer of 3 inputs and 4 outputs, to be spoiled. */
    private static class Spoiled implements Layer {
        final Matrix w;
        final Matrix b;

        Spoiled(Kernels kernels) {
            this(Matrix.zeros(kernels, 4, 3), Matrix.zeros(kernels, 4, 1));
        }

        Spoiled(Matrix w, Matrix b) {
            this.w = w;
            this.b = b;
        }

        @Override
        public String kind() {
            return "spoiled";
        }

        @Override
        public Shape inputs() {
            return Shape.of(3);
        }

        @Override
        public Shape outputs() {
            return Shape.of(4);
        }

        @Override
        public Activation activation() {
            return new Toys.Logistic();
        }

        @Override
        public Parameters parameters() {
            return Parameters.of(
                    new Parameter("weights", Parameter.Role.WEIGHTS, w, 3, 4),
                    new Parameter("biases", Parameter.Role.BIASES, b, 3, 4));
        }

        @Override
        public Matrix weightedInput(Matrix a) {
            return w.affine(a, b);
        }

        @Override
        public Matrix backpropagate(Matrix delta, Matrix a) {
            return w.transposeTimes(delta);
        }

        @Override
        public void gradient(Matrix delta, Matrix a, Parameters nabla) {
            nabla.get("biases").addRowSums(delta);
            nabla.get("weights").addTimesTranspose(delta, a);
        }
    }

    /** The contract of one spoiled layer. */
    private interface OfSpoiled extends LayerContract, OnReferenceKernels {
        Layer spoiled(Kernels kernels);

        @Override
        default LayerDescription layer() {
            return LayerContractTest.described("spoiled", this::spoiled);
        }

        @Override
        default Shape inputs() {
            return Shape.of(3);
        }
    }

    static class NotSpoiled implements OfSpoiled {
        @Override
        public Layer spoiled(Kernels kernels) {
            return new Spoiled(kernels);
        }
    }

    @Test
    void everyTestPassesForARightLayer() {
        ContractRun run = ContractRun.of(NotSpoiled.class);
        assertThat(run.failures()).isEmpty();
        assertThat(run.passed()).isEqualTo(13);
    }

    static class WritesIntoItsInput implements OfSpoiled {
        @Override
        public Layer spoiled(Kernels kernels) {
            return new Spoiled(kernels) {
                @Override
                public Matrix backpropagate(Matrix delta, Matrix a) {
                    Matrix error = super.backpropagate(delta, a);
                    for (int i = 0; i < a.size(); i++) {
                        a.set(i, error.get(i));
                    }
                    return a;
                }
            };
        }
    }

    @Test
    void killsALayerThatWritesIntoItsInput() {
        ContractRun.of(WritesIntoItsInput.class)
                .killedBy("argumentsAndParametersAreNotChanged", "backpropagate changed its argument a");
    }

    static class WritesIntoDelta implements OfSpoiled {
        @Override
        public Layer spoiled(Kernels kernels) {
            return new Spoiled(kernels) {
                @Override
                public void gradient(Matrix delta, Matrix a, Parameters nabla) {
                    super.gradient(delta, a, nabla);
                    delta.fill(0);
                }
            };
        }
    }

    @Test
    void killsAGradientThatUsesUpDelta() {
        ContractRun.of(WritesIntoDelta.class)
                .killedBy("argumentsAndParametersAreNotChanged", "gradient changed its argument delta");
    }

    static class WritesIntoItsParameters implements OfSpoiled {
        @Override
        public Layer spoiled(Kernels kernels) {
            return new Spoiled(kernels) {
                @Override
                public Matrix weightedInput(Matrix a) {
                    Matrix z = super.weightedInput(a);
                    b.set(0, b.get(0) + 1e-13);
                    return z;
                }
            };
        }
    }

    @Test
    void killsAForwardPassThatMovesAParameter() {
        ContractRun.of(WritesIntoItsParameters.class)
                .killedBy("argumentsAndParametersAreNotChanged", "weightedInput changed the parameter 'biases'");
    }

    static class Overwrites implements OfSpoiled {
        @Override
        public Layer spoiled(Kernels kernels) {
            return new Spoiled(kernels) {
                @Override
                public void gradient(Matrix delta, Matrix a, Parameters nabla) {
                    nabla.get("biases").fill(0);
                    super.gradient(delta, a, nabla);
                }
            };
        }
    }

    @Test
    void killsAGradientThatOverwrites() {
        ContractRun.of(Overwrites.class)
                .killedBy("gradientAddsToNabla", "'biases'", "never overwrites")
                .andByNothingBut("gradientAddsToNabla", "batchIsItsColumnsOneByOne");
    }

    static class Mean implements OfSpoiled {
        @Override
        public Layer spoiled(Kernels kernels) {
            return new Spoiled(kernels) {
                @Override
                public void gradient(Matrix delta, Matrix a, Parameters nabla) {
                    super.gradient(delta.scaled(1.0 / a.columns()), a, nabla);
                }
            };
        }
    }

    @Test
    void killsAGradientThatIsAveraged() {
        ContractRun.of(Mean.class)
                .killedBy("batchIsItsColumnsOneByOne", "never the mean")
                .killedBy("gradientIsTheSlopeByTheParameters", "0.333333 times as much")
                .andByNothingBut("batchIsItsColumnsOneByOne", "gradientIsTheSlopeByTheParameters");
    }

    static class ForgetsItsBiases implements OfSpoiled {
        @Override
        public Layer spoiled(Kernels kernels) {
            return new Spoiled(kernels) {
                @Override
                public void gradient(Matrix delta, Matrix a, Parameters nabla) {
                    nabla.get("weights").addTimesTranspose(delta, a);
                }
            };
        }
    }

    @Test
    void killsAGradientWithoutBiases() {
        ContractRun.of(ForgetsItsBiases.class)
                .killedBy("gradientIsTheSlopeByTheParameters", "gradient of 'biases' at (row 0, column 0) is 0 but")
                .andByNothingBut("gradientIsTheSlopeByTheParameters");
    }

    static class WrongWayBack implements OfSpoiled {
        @Override
        public Layer spoiled(Kernels kernels) {
            return new Spoiled(kernels) {
                @Override
                public Matrix backpropagate(Matrix delta, Matrix a) {
                    return w.map(Math::abs).transposeTimes(delta);
                }
            };
        }
    }

    @Test
    void killsAWrongWayBack() {
        ContractRun.of(WrongWayBack.class)
                .killedBy("backpropagateIsTheSlopeByTheInputs", "backpropagate: its result at (row 0, column 0)")
                .andByNothingBut("backpropagateIsTheSlopeByTheInputs");
    }

    static class RemembersItsInput implements OfSpoiled {
        @Override
        public Layer spoiled(Kernels kernels) {
            return new Spoiled(kernels) {
                private Matrix last = Matrix.zeros(w.kernels(), 3, 1);

                @Override
                public Matrix weightedInput(Matrix a) {
                    last = a;
                    return super.weightedInput(a);
                }

                @Override
                public Matrix backpropagate(Matrix delta, Matrix a) {
                    return super.backpropagate(delta, a).map(x -> x + 1e-12 * last.get(0));
                }
            };
        }
    }

    @Test
    void killsALayerThatRemembersItsLastInput() {
        ContractRun.of(RemembersItsInput.class).killedBy("hasNoOtherState", "does it remember the last input?");
    }

    static class MixesExamples implements OfSpoiled {
        @Override
        public Layer spoiled(Kernels kernels) {
            return new Spoiled(kernels) {
                @Override
                public Matrix weightedInput(Matrix a) {
                    Matrix z = super.weightedInput(a);
                    z.set(0, z.get(0) + 1e-6 * a.get(a.size() - 1));
                    return z;
                }
            };
        }
    }

    @Test
    void killsALayerThatMixesExamples() {
        ContractRun.of(MixesExamples.class).killedBy("batchIsItsColumnsOneByOne", "weightedInput: column 0");
    }

    static class SharedParameters implements OnReferenceKernels, LayerContract {
        @Override
        public LayerDescription layer() {
            Matrix[] shared = new Matrix[2];
            return LayerContractTest.described("spoiled", kernels -> {
                if (shared[0] == null || shared[0].precision() != kernels.precision()) {
                    shared[0] = Matrix.zeros(kernels, 4, 3);
                    shared[1] = Matrix.zeros(kernels, 4, 1);
                }
                return new Spoiled(kernels) {
                    @Override
                    public Parameters parameters() {
                        return Parameters.of(
                                new Parameter("weights", Parameter.Role.WEIGHTS, shared[0], 3, 4),
                                new Parameter("biases", Parameter.Role.BIASES, b, 3, 4));
                    }
                };
            });
        }

        @Override
        public Shape inputs() {
            return Shape.of(3);
        }
    }

    @Test
    void killsParametersThatLayersShare() {
        ContractRun.of(SharedParameters.class)
                .killedBy("parametersBelongToTheLayer", "two layers built from one description share 'weights'");
    }

    static class NewMatricesEachTime implements OfSpoiled {
        @Override
        public Layer spoiled(Kernels kernels) {
            return new Spoiled(kernels) {
                @Override
                public Parameters parameters() {
                    return Parameters.of(new Parameter("weights", Parameter.Role.WEIGHTS, w.copy(), 3, 4));
                }

                @Override
                public void gradient(Matrix delta, Matrix a, Parameters nabla) {
                    nabla.get("weights").addTimesTranspose(delta, a);
                }
            };
        }
    }

    @Test
    void killsParametersThatAreCopies() {
        ContractRun.of(NewMatricesEachTime.class)
                .killedBy("parametersBelongToTheLayer", "'weights' at a second call", "would move another one");
    }

    static class ForgetsTheSampleOnTheWayBack implements OfSpoiled {
        @Override
        public Layer spoiled(Kernels kernels) {
            return new Spoiled(kernels) {
                @Override
                public Layer sample(long key) {
                    return new Spoiled(w, b) {
                        @Override
                        public Matrix weightedInput(Matrix a) {
                            return super.weightedInput(a.scaled(2));
                        }
                    };
                }
            };
        }
    }

    @Test
    void killsASampleWhoseWayBackIsThatOfPredictions() {
        ContractRun.of(ForgetsTheSampleOnTheWayBack.class)
                .killedBy("backpropagateIsTheSlopeByTheInputs", "in training, backpropagate: its result")
                .killedBy("gradientIsTheSlopeByTheParameters", "in training, gradient of 'weights'")
                .andByNothingBut("backpropagateIsTheSlopeByTheInputs", "gradientIsTheSlopeByTheParameters");
    }

    static class SampleOfItsOwnParameters implements OfSpoiled {
        @Override
        public Layer spoiled(Kernels kernels) {
            return new Spoiled(kernels) {
                @Override
                public Layer sample(long key) {
                    return new Spoiled(w, b.copy());
                }
            };
        }
    }

    @Test
    void killsASampleWhoseParametersAreNotTheLayers() {
        ContractRun.of(SampleOfItsOwnParameters.class)
                .killedBy("sampleIsTheLayerOfATrainingStep", "'biases' in sample(1)", "the optimizer moves that one")
                .andByNothingBut("sampleIsTheLayerOfATrainingStep");
    }

    static class HidesItsChance implements OfSpoiled {
        @Override
        public Layer spoiled(Kernels kernels) {
            return new Spoiled(kernels) {
                @Override
                public Layer sample(long key) {
                    return new Spoiled(w, b) {
                        @Override
                        public Matrix weightedInput(Matrix a) {
                            return super.weightedInput(a).map(z -> z + 1e-3 * key);
                        }
                    };
                }
            };
        }
    }

    @Test
    void killsASampleThatDependsOnItsKeyWithoutSayingSo() {
        ContractRun.of(HidesItsChance.class)
                .killedBy("sampleIsTheLayerOfATrainingStep", "leavesToChance()")
                .andByNothingBut("sampleIsTheLayerOfATrainingStep");
    }

    static class MovesStatisticsWhilePredicting implements OfSpoiled {
        @Override
        public Layer spoiled(Kernels kernels) {
            Matrix mean = Matrix.zeros(kernels, 3, 1);
            return new Spoiled(kernels) {
                @Override
                public Parameters parameters() {
                    return Parameters.of(
                            new Parameter("weights", Parameter.Role.WEIGHTS, w, 3, 4),
                            new Parameter("biases", Parameter.Role.BIASES, b, 3, 4),
                            new Parameter("mean", Parameter.Role.STATISTICS, mean, 1, 1));
                }

                @Override
                public void gradient(Matrix delta, Matrix a, Parameters nabla) {
                    super.gradient(delta, a, nabla);
                    nabla.get("mean").addRowSums(a);
                }
            };
        }
    }

    @Test
    void killsStatisticsThatMoveOutsideOfTraining() {
        ContractRun.of(MovesStatisticsWhilePredicting.class)
                .killedBy("statisticsMoveInTrainingAlone", "gradient moves 'mean'")
                .andByNothingBut("statisticsMoveInTrainingAlone");
    }

    static class SendsErrorsThroughIndices extends NotSpoiled {
        @Override
        public int indexBound() {
            return 3;
        }
    }

    @Test
    void killsAnErrorThatGoesBackThroughIndices() {
        ContractRun.of(SendsErrorsThroughIndices.class)
                .killedBy("backpropagateOfIndicesIsZero", "the inputs are indices")
                .andByNothingBut("backpropagateOfIndicesIsZero");
    }

    static class Overflows implements OfSpoiled {
        @Override
        public Layer spoiled(Kernels kernels) {
            return new Spoiled(kernels) {
                @Override
                public Matrix weightedInput(Matrix a) {
                    return super.weightedInput(a).map(z -> z + 0 * Math.exp(z));
                }
            };
        }
    }

    @Test
    void killsAnOverflowOfLargeInputs() {
        ContractRun.of(Overflows.class)
                .killedBy("largeInputsGiveFiniteResults", "weightedInput of inputs up to 1e4", "NaN")
                .andByNothingBut("largeInputsGiveFiniteResults");
    }

    static class AlreadyDrawn implements OfSpoiled {
        @Override
        public Layer spoiled(Kernels kernels) {
            Spoiled layer = new Spoiled(kernels);
            layer.b.fill(0.1);
            return layer;
        }
    }

    @Test
    void killsANewLayerWhoseParametersAreNotZero() {
        ContractRun.of(AlreadyDrawn.class)
                .killedBy("parametersBelongToTheLayer", "'biases' of a new layer is not all zeros")
                .andByNothingBut("parametersBelongToTheLayer");
    }

    @Test
    void killsADeclaredShapeThatIsWrong() {
        ContractRun.of(WrongShape.class)
                .killedBy("shapesAreAsDeclared", "a layer that gives 2×3 outputs", "should be 6×3 but is 4×3");
    }

    static class WrongShape implements OfSpoiled {
        @Override
        public Layer spoiled(Kernels kernels) {
            return new Spoiled(kernels) {
                @Override
                public Shape outputs() {
                    return Shape.of(2, 3);
                }
            };
        }
    }

    static class AnotherKind implements OfSpoiled {
        @Override
        public Layer spoiled(Kernels kernels) {
            return new Spoiled(kernels) {
                @Override
                public String kind() {
                    return "dense";
                }
            };
        }
    }

    @Test
    void killsALayerOfAnotherKindThanItsDescription() {
        ContractRun.of(AnotherKind.class)
                .killedBy("shapesAreAsDeclared", "the kind of the layer")
                .andByNothingBut("shapesAreAsDeclared");
    }
}
