package io.nabla.testkit;

import io.nabla.api.Initializer;
import io.nabla.api.Parameter;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InitializerContractTest {
    @Nested
    class ScaledGaussianTest implements OfScaledGaussian {
        @Override
        public Initializer initializer() {
            return new ScaledGaussian();
        }
    }

    @Nested
    class UniformTest implements InitializerContract, OnReferenceKernels {
        @Override
        public Initializer initializer() {
            return new ScaledGaussian() {
                @Override
                public double weight(int fanIn, int fanOut, RandomGenerator random) {
                    return 1 + random.nextDouble();
                }

                @Override
                public double bias(RandomGenerator random) {
                    return 0.25;
                }
            };
        }

        @Override
        public double weightMean() {
            return 1.5;
        }

        @Override
        public double weightDeviation(int fanIn, int fanOut) {
            return Math.sqrt(1.0 / 12);
        }

        @Override
        public double biasMean() {
            return 0.25;
        }

        @Override
        public double biasDeviation() {
            return 0;
        }
    }

    private static class ScaledGaussian implements Initializer {
        @Override
        public String name() {
            return "scaled-gaussian";
        }

        @Override
        public double weight(int fanIn, int fanOut, RandomGenerator random) {
            return random.nextGaussian() / Math.sqrt(fanIn);
        }

        @Override
        public double bias(RandomGenerator random) {
            return random.nextGaussian();
        }
    }

    private interface OfScaledGaussian extends InitializerContract, OnReferenceKernels {
        @Override
        default double weightDeviation(int fanIn, int fanOut) {
            return 1 / Math.sqrt(fanIn);
        }

        @Override
        default double biasDeviation() {
            return 1;
        }
    }

    static class MissingRoot implements OfScaledGaussian {
        @Override
        public Initializer initializer() {
            return new ScaledGaussian() {
                @Override
                public double weight(int fanIn, int fanOut, RandomGenerator random) {
                    return random.nextGaussian() / fanIn;
                }
            };
        }
    }

    @Test
    void killsAMissingSquareRoot() {
        ContractRun.of(MissingRoot.class)
                .killedBy("weightsAreSpreadAsDeclared", "fan-in 20000 and fan-out 1", "square root missing?")
                .killedBy("weightsFollowTheFansOfTheParameter", "should be 0.333333")
                .andByNothingBut("weightsAreSpreadAsDeclared", "weightsFollowTheFansOfTheParameter");
    }

    static class ColumnsForFanIn implements OfScaledGaussian {
        @Override
        public Initializer initializer() {
            return new ScaledGaussian() {
                @Override
                public void draw(Parameter parameter, RandomGenerator random) {
                    int columns = parameter.value().columns();
                    int rows = parameter.value().rows();
                    super.draw(
                            new Parameter(parameter.name(), parameter.role(), parameter.value(), columns, rows),
                            random);
                }
            };
        }
    }

    @Test
    void killsColumnsTakenForTheFanIn() {
        ContractRun.of(ColumnsForFanIn.class)
                .killedBy("weightsFollowTheFansOfTheParameter", "fan-in 9 and fan-out 25")
                .andByNothingBut("weightsFollowTheFansOfTheParameter");
    }

    static class ScaledBiases implements OfScaledGaussian {
        @Override
        public Initializer initializer() {
            return new ScaledGaussian() {
                @Override
                public double bias(RandomGenerator random) {
                    return 0.9 * random.nextGaussian() + 0.2;
                }
            };
        }
    }

    @Test
    void killsBiasesWithAnotherMean() {
        ContractRun.of(ScaledBiases.class)
                .killedBy("biasesAreSpreadAsDeclared", "the mean of 20000 biases is 0.2")
                .andByNothingBut("biasesAreSpreadAsDeclared");
    }

    static class OwnRandomness implements OfScaledGaussian {
        @Override
        public Initializer initializer() {
            return new ScaledGaussian() {
                private final Random own = new Random(System.nanoTime());

                @Override
                public double weight(int fanIn, int fanOut, RandomGenerator random) {
                    return own.nextGaussian() / Math.sqrt(fanIn);
                }
            };
        }
    }

    @Test
    void killsRandomnessOfItsOwn() {
        ContractRun.of(OwnRandomness.class)
                .killedBy("sameSeedGivesSameNumbers", "all randomness comes from the generator")
                .killedBy("hasNoState");
    }

    static class FixedSeed implements OfScaledGaussian {
        @Override
        public Initializer initializer() {
            return new ScaledGaussian() {
                @Override
                public void draw(Parameter parameter, RandomGenerator random) {
                    super.draw(parameter, new Random(1));
                }
            };
        }
    }

    @Test
    void killsAGeneratorThatIsNotUsed() {
        ContractRun.of(FixedSeed.class).killedBy("sameSeedGivesSameNumbers", "is the generator used?");
    }

    static class KeepsASpareNumber implements OfScaledGaussian {
        @Override
        public Initializer initializer() {
            return new ScaledGaussian() {
                private double spare = Double.NaN;

                @Override
                public synchronized double weight(int fanIn, int fanOut, RandomGenerator random) {
                    double drawn = Double.isNaN(spare) ? random.nextGaussian() : spare;
                    spare = Double.isNaN(spare) ? -drawn : Double.NaN;
                    return drawn / Math.sqrt(fanIn);
                }
            };
        }
    }

    @Test
    void killsANumberKeptForTheNextDraw() {
        ContractRun.of(KeepsASpareNumber.class).killedBy("hasNoState").andByNothingBut("hasNoState");
    }

    static class ForgetsTheLastColumn implements OfScaledGaussian {
        @Override
        public Initializer initializer() {
            return new ScaledGaussian() {
                @Override
                public void draw(Parameter parameter, RandomGenerator random) {
                    double old = parameter.value().get(parameter.value().size() - 1);
                    super.draw(parameter, random);
                    parameter.value().set(parameter.value().size() - 1, old);
                }
            };
        }
    }

    @Test
    void killsAnElementThatIsNotDrawn() {
        ContractRun.of(ForgetsTheLastColumn.class)
                .killedBy("weightsAreSpreadAsDeclared", "an element that is not written stays NaN");
    }

    static class InfiniteAtFanInOne implements OfScaledGaussian {
        @Override
        public Initializer initializer() {
            return new ScaledGaussian() {
                @Override
                public double weight(int fanIn, int fanOut, RandomGenerator random) {
                    return random.nextGaussian() / Math.sqrt(fanIn - 1);
                }
            };
        }
    }

    @Test
    void killsInfiniteWeights() {
        ContractRun.of(InfiniteAtFanInOne.class)
                .killedBy("weightsAreSpreadAsDeclared", "draw of WEIGHTS with fan-in 1");
    }
}
