package io.nabla.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.api.Activation;
import io.nabla.api.Cost;
import io.nabla.api.LogisticActivation;
import io.nabla.api.Matrix;
import io.nabla.api.SoftmaxActivation;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CostContractTest {
    @Nested
    class QuadraticTest implements CostContract, OnReferenceKernels {
        @Override
        public Cost cost() {
            return new Toys.Quadratic();
        }

        @Override
        public boolean isLeastAtTarget() {
            return true;
        }
    }

    @Nested
    class QuadraticOnAWiderRangeTest implements CostContract, OnReferenceKernels {
        @Override
        public Cost cost() {
            return new Toys.Quadratic();
        }

        @Override
        public Range outputRange() {
            return new Range(-3, 5);
        }

        @Override
        public Range targetRange() {
            return new Range(-10, 0.5);
        }
    }

    @Nested
    class CrossEntropyTest implements CostContract, OnReferenceKernels {
        @Override
        public Cost cost() {
            return new CrossEntropy();
        }

        @Override
        public boolean isLeastAtTarget() {
            return true;
        }
    }

    @Nested
    class LogLikelihoodTest implements CostContract, OnReferenceKernels {
        @Override
        public Cost cost() {
            return new LogLikelihood();
        }

        @Override
        public boolean targetsSumToOne() {
            return true;
        }
    }

    /** The quadratic cost, to be spoiled. */
    private static class Quadratic implements Cost {
        @Override
        public String name() {
            return "quadratic";
        }

        @Override
        public double value(Matrix a, Matrix y) {
            return new Toys.Quadratic().value(a, y);
        }

        @Override
        public Matrix gradient(Matrix a, Matrix y) {
            return new Toys.Quadratic().gradient(a, y);
        }
    }

    /** The cross-entropy of each output, fused with the logistic function. */
    private static class CrossEntropy implements Cost {
        @Override
        public String name() {
            return "cross-entropy";
        }

        @Override
        public double value(Matrix a, Matrix y) {
            return a.zip(y, (p, t) -> -(t * log(p) + (1 - t) * log(1 - p))).sum();
        }

        static double log(double x) {
            return Math.max(-100, StrictMath.log(x));
        }

        @Override
        public Matrix gradient(Matrix a, Matrix y) {
            return a.zip(y, (p, t) -> (p - t) / Math.max(p * (1 - p), 1e-12));
        }

        @Override
        public Matrix delta(Activation sigma, Matrix z, Matrix a, Matrix y) {
            return sigma instanceof LogisticActivation ? a.minus(y) : Cost.super.delta(sigma, z, a, y);
        }
    }

    /** -Σ y ln a, fused with the softmax by a - y: right where each column of y sums to 1. */
    private static class LogLikelihood implements Cost {
        @Override
        public String name() {
            return "log-likelihood";
        }

        @Override
        public double value(Matrix a, Matrix y) {
            return a.zip(y, (p, t) -> -t * CrossEntropy.log(p)).sum();
        }

        @Override
        public Matrix gradient(Matrix a, Matrix y) {
            return a.zip(y, (p, t) -> -t / Math.max(p, 1e-12));
        }

        @Override
        public Matrix delta(Activation sigma, Matrix z, Matrix a, Matrix y) {
            return sigma instanceof SoftmaxActivation ? a.minus(y) : Cost.super.delta(sigma, z, a, y);
        }
    }

    static class APlusY implements CostContract, OnReferenceKernels {
        @Override
        public Cost cost() {
            return new CrossEntropy() {
                @Override
                public Matrix delta(Activation sigma, Matrix z, Matrix a, Matrix y) {
                    return sigma instanceof LogisticActivation ? a.plus(y) : super.delta(sigma, z, a, y);
                }
            };
        }
    }

    @Test
    void killsAFusedDeltaOfAPlusY() {
        ContractRun.of(APlusY.class)
                .killedBy("deltaAgreesWithTheComposition", "delta with toy-logistic at z = ", "σ.backward(gradient) is")
                .killedBy("deltaIsTheSlopeByTheWeightedInput", "value(σ(z)) rises by")
                .andByNothingBut("deltaAgreesWithTheComposition", "deltaIsTheSlopeByTheWeightedInput");
    }

    static class FusedWithAnything implements CostContract, OnReferenceKernels {
        @Override
        public Cost cost() {
            return new CrossEntropy() {
                @Override
                public Matrix delta(Activation sigma, Matrix z, Matrix a, Matrix y) {
                    return a.minus(y);
                }
            };
        }
    }

    @Test
    void killsAFusionWithAnActivationThatItIsNotFor() {
        ContractRun.of(FusedWithAnything.class)
                .killedBy("deltaAgreesWithTheComposition", "delta with toy-softmax", "is not for?")
                .killedBy("deltaIsTheSlopeByTheWeightedInput");
    }

    static class FusedForTargetsThatSumToOne implements CostContract, OnReferenceKernels {
        @Override
        public Cost cost() {
            return new LogLikelihood();
        }
    }

    @Test
    void killsAFusionThatNeedsTargetsWhichSumToOneUnlessTheTestSaysSo() {
        ContractRun.of(FusedForTargetsThatSumToOne.class)
                .killedBy("deltaAgreesWithTheComposition", "toy-softmax")
                .andByNothingBut("deltaAgreesWithTheComposition", "deltaIsTheSlopeByTheWeightedInput");
    }

    static class GradientOfAnotherCost implements CostContract, OnReferenceKernels {
        @Override
        public Cost cost() {
            return new Quadratic() {
                @Override
                public double value(Matrix a, Matrix y) {
                    Matrix error = a.minus(y);
                    return error.dot(error);
                }
            };
        }
    }

    @Test
    void killsAGradientThatDoesNotMatchTheValue() {
        ContractRun.of(GradientOfAnotherCost.class)
                .killedBy("gradientIsTheSlopeOfValue", "gradient at a = ", "is a factor missing (0.5 times as much)?")
                .andByNothingBut("gradientIsTheSlopeOfValue", "deltaIsTheSlopeByTheWeightedInput");
    }

    static class Mean implements CostContract, OnReferenceKernels {
        @Override
        public Cost cost() {
            return new Quadratic() {
                @Override
                public double value(Matrix a, Matrix y) {
                    return super.value(a, y) / a.columns();
                }

                @Override
                public Matrix gradient(Matrix a, Matrix y) {
                    return super.gradient(a, y).scaled(1.0 / a.columns());
                }
            };
        }
    }

    @Test
    void killsACostThatIsAveraged() {
        ContractRun.of(Mean.class)
                .killedBy("batchIsTheSumOfItsColumns", "divided by the batch's size")
                .andByNothingBut("batchIsTheSumOfItsColumns");
    }

    static class UnguardedLogarithm implements CostContract, OnReferenceKernels {
        @Override
        public Cost cost() {
            return new CrossEntropy() {
                @Override
                public double value(Matrix a, Matrix y) {
                    return a.zip(y, (p, t) -> -(t * StrictMath.log(p) + (1 - t) * StrictMath.log(1 - p)))
                            .sum();
                }
            };
        }
    }

    @Test
    void killsALogarithmOfZero() {
        ContractRun.of(UnguardedLogarithm.class)
                .killedBy("isFiniteAtSaturation", "value in double is NaN", "log 0")
                .andByNothingBut("isFiniteAtSaturation");
    }

    static class UnguardedDivision implements CostContract, OnReferenceKernels {
        @Override
        public Cost cost() {
            return new CrossEntropy() {
                @Override
                public Matrix gradient(Matrix a, Matrix y) {
                    return a.zip(y, (p, t) -> (p - t) / (p * (1 - p)));
                }
            };
        }
    }

    @Test
    void killsADivisionByZeroAtSaturation() {
        ContractRun.of(UnguardedDivision.class)
                .killedBy("isFiniteAtSaturation", "gradient in double")
                .andByNothingBut("isFiniteAtSaturation");
    }

    static class SwallowedNan implements CostContract, OnReferenceKernels {
        @Override
        public Cost cost() {
            return new Quadratic() {
                @Override
                public double value(Matrix a, Matrix y) {
                    double value = super.value(a, y);
                    return value >= 0 ? value : 0;
                }
            };
        }
    }

    @Test
    void killsAValueThatSwallowsNan() {
        ContractRun.of(SwallowedNan.class)
                .killedBy("nanComesOutAsNan", "value is 0 though an output is NaN")
                .andByNothingBut("nanComesOutAsNan");
    }

    static class WritesIntoA implements CostContract, OnReferenceKernels {
        @Override
        public Cost cost() {
            return new Quadratic() {
                @Override
                public Matrix gradient(Matrix a, Matrix y) {
                    a.combine(1, -1, y);
                    return a;
                }
            };
        }
    }

    @Test
    void killsAGradientThatIsWrittenIntoTheOutputs() {
        ContractRun.of(WritesIntoA.class).killedBy("argumentsAreNotChanged", "gradient changed its argument a");
    }

    static class Remembers implements CostContract, OnReferenceKernels {
        @Override
        public Cost cost() {
            return new Quadratic() {
                private int calls;

                @Override
                public double value(Matrix a, Matrix y) {
                    calls++;
                    return super.value(a, y) + (calls % 2) * 1e-14;
                }
            };
        }
    }

    @Test
    void killsACostWithState() {
        ContractRun.of(Remembers.class).killedBy("hasNoState", "value");
    }

    static class LeastElsewhere implements CostContract, OnReferenceKernels {
        @Override
        public Cost cost() {
            return new LogLikelihood();
        }

        @Override
        public boolean targetsSumToOne() {
            return true;
        }

        @Override
        public boolean isLeastAtTarget() {
            return true;
        }
    }

    @Test
    void killsAClaimOfALeastCostThatIsWrong() {
        ContractRun.of(LeastElsewhere.class)
                .killedBy("isLeastWhereOutputsAreTargets", "other outputs cost only")
                .andByNothingBut("isLeastWhereOutputsAreTargets");
    }

    static class NameWithASpace implements CostContract, OnReferenceKernels {
        @Override
        public Cost cost() {
            return new Quadratic() {
                @Override
                public String name() {
                    return "half square";
                }
            };
        }
    }

    @Test
    void killsANameWithASpace() {
        ContractRun.of(NameWithASpace.class).killedBy("nameIsLegalAndStable").andByNothingBut("nameIsLegalAndStable");
    }

    @Test
    void aRangeHasFiniteEndsInOrder() {
        assertThat(new Range(-1, 1).inner(0.25)).isEqualTo(new Range(-0.5, 0.5));
        assertThatThrownBy(() -> new Range(1, 1)).hasMessageContaining("1.0 and 1.0");
        assertThatThrownBy(() -> new Range(0, Double.POSITIVE_INFINITY)).hasMessageContaining("Infinity");
    }
}
