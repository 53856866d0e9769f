package io.nabla.testkit;

import io.nabla.api.Activation;
import io.nabla.api.Elementary;
import io.nabla.api.Matrix;
import org.junit.jupiter.api.Test;

/** Activations whose mathematics is wrong do not pass. */
class ActivationFormulaMutantsTest {
    static class ForgottenParentheses implements ActivationContract, OnReferenceKernels {
        @Override
        @SuppressWarnings("all") // 1 / 1 + ... is the slip itself
        public Activation activation() {
            return new ActivationContractTest.Formula(
                    "sigmoid", z -> 1 / 1 + Elementary.exp(-z), (z, a) -> a * (1 - a));
        }
    }

    @Test
    void killsASigmoidWithForgottenParentheses() {
        ContractRun.of(ForgottenParentheses.class)
                .killedBy("derivativeIsTheSlopeOfValue", "derivative(", "but value rises by", "central difference")
                .killedBy("backwardIsTheSlopeOfApply")
                .killedBy("isFiniteForLargeInputs", "Infinity");
    }

    static class SlopeAtA implements ActivationContract, OnReferenceKernels {
        @Override
        public Activation activation() {
            return new ActivationContractTest.Formula("sigmoid", Elementary::sigmoid, (z, a) -> {
                double s = Elementary.sigmoid(a);
                return s * (1 - s);
            });
        }
    }

    @Test
    void killsASlopeTakenAtAInsteadOfZ() {
        ContractRun.of(SlopeAtA.class)
                .killedBy("derivativeIsTheSlopeOfValue", "derivative(0) is 0.235004 but value rises by 0.25 per unit")
                .killedBy("backwardIsTheSlopeOfApply")
                .andByNothingBut("derivativeIsTheSlopeOfValue", "backwardIsTheSlopeOfApply");
    }

    static class MissingFactor implements ActivationContract, OnReferenceKernels {
        @Override
        public Activation activation() {
            return new ActivationContractTest.Formula("sigmoid", Elementary::sigmoid, (z, a) -> 2 * a * (1 - a));
        }
    }

    @Test
    void killsAMissingFactorAndNamesIt() {
        ContractRun.of(MissingFactor.class)
                .killedBy("derivativeIsTheSlopeOfValue", "is a factor missing (2 times as much)?");
    }

    static class WrongSign implements ActivationContract, OnReferenceKernels {
        @Override
        public Activation activation() {
            return new ActivationContractTest.Formula("sigmoid", Elementary::sigmoid, (z, a) -> -a * (1 - a));
        }
    }

    @Test
    void killsAWrongSignAndNamesIt() {
        ContractRun.of(WrongSign.class).killedBy("derivativeIsTheSlopeOfValue", "is the sign wrong?");
    }

    static class UndeclaredKink implements ActivationContract, OnReferenceKernels {
        @Override
        public Activation activation() {
            return new ActivationContractTest.Formula("relu", z -> Math.max(0, z), (z, a) -> z > 0 ? 1 : 0);
        }
    }

    @Test
    void pointsToTheKinkThatIsNotDeclared() {
        ContractRun.of(UndeclaredKink.class)
                .killedBy("derivativeIsTheSlopeOfValue", "derivative(0)", "name it in kinks()")
                .andByNothingBut("derivativeIsTheSlopeOfValue");
    }

    static class NanAtZero implements ActivationContract, OnReferenceKernels {
        @Override
        public Activation activation() {
            return new ActivationContractTest.Formula("softsign", z -> z / (1 + Math.abs(z)), (z, a) -> {
                double ratio = a / z;
                return ratio * ratio;
            });
        }
    }

    @Test
    void killsADerivativeThatIsNanAtZero() {
        ContractRun.of(NanAtZero.class)
                .killedBy(
                        "derivativeIsTheSlopeOfValue", "derivative(0) is NaN but value rises by 1", "divided by zero");
    }

    static class NanAtKink implements ActivationContract, OnReferenceKernels {
        @Override
        public Activation activation() {
            return new ActivationContractTest.Formula("magnitude", Math::abs, (z, a) -> z / a);
        }

        @Override
        public double[] kinks() {
            return new double[] {0};
        }
    }

    @Test
    void killsADerivativeThatIsNanAtAKink() {
        ContractRun.of(NanAtKink.class)
                .killedBy("derivativeIsTheSlopeOfValue", "derivative(0) is NaN", "one of its sides")
                .andByNothingBut("derivativeIsTheSlopeOfValue", "isFiniteForLargeInputs");
    }

    static class SoftmaxElementByElement implements ActivationContract, OnReferenceKernels {
        @Override
        public Activation activation() {
            return new Activation() {
                @Override
                public String name() {
                    return "softmax";
                }

                @Override
                public Matrix apply(Matrix z) {
                    return new Toys.Softmax().apply(z);
                }

                @Override
                public Matrix backward(Matrix errorOnA, Matrix z, Matrix a) {
                    return errorOnA.hadamard(a.map(x -> x * (1 - x)));
                }
            };
        }
    }

    @Test
    void killsASoftmaxWithAnElementwiseDerivative() {
        ContractRun.of(SoftmaxElementByElement.class)
                .killedBy("backwardIsTheSlopeOfApply", "backward with z of 2×3")
                .andByNothingBut("backwardIsTheSlopeOfApply");
    }

    static class SoftmaxWithoutShift implements ActivationContract, OnReferenceKernels {
        @Override
        public Activation activation() {
            return new Activation() {
                @Override
                public String name() {
                    return "softmax";
                }

                @Override
                public Matrix apply(Matrix z) {
                    Matrix a = z.map(Elementary::exp);
                    for (int column = 0; column < a.columns(); column++) {
                        double sum = a.columnCopy(column).sum();
                        for (int row = 0; row < a.rows(); row++) {
                            a.set(row, column, a.get(row, column) / sum);
                        }
                    }
                    return a;
                }

                @Override
                public Matrix backward(Matrix errorOnA, Matrix z, Matrix a) {
                    return new Toys.Softmax().backward(errorOnA, z, a);
                }
            };
        }
    }

    @Test
    void killsASoftmaxThatOverflows() {
        ContractRun.of(SoftmaxWithoutShift.class)
                .killedBy("saturatesWithoutNan", "gives NaN at z = ")
                .killedBy("isFiniteForLargeInputs")
                .andByNothingBut("saturatesWithoutNan", "isFiniteForLargeInputs");
    }

    static class SwallowedNan implements ActivationContract, OnReferenceKernels {
        @Override
        public Activation activation() {
            return new ActivationContractTest.Formula("relu", z -> z > 0 ? z : 0, (z, a) -> z > 0 ? 1 : 0);
        }

        @Override
        public double[] kinks() {
            return new double[] {0};
        }
    }

    @Test
    void killsAReluThatSwallowsNan() {
        ContractRun.of(SwallowedNan.class)
                .killedBy("nanComesOutAsNan", "apply gives 0 for z = NaN")
                .andByNothingBut("nanComesOutAsNan");
    }
}
