package io.nabla.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.api.Activation;
import io.nabla.api.Elementary;
import io.nabla.api.ElementwiseActivation;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ActivationContractTest {
    @Nested
    class LogisticTest implements ActivationContract, OnReferenceKernels {
        @Override
        public Activation activation() {
            return new Toys.Logistic();
        }
    }

    @Nested
    class LogisticFromZTest implements ActivationContract, OnReferenceKernels {
        @Override
        public Activation activation() {
            return new Toys.LogisticFromZ();
        }
    }

    @Nested
    class AlgebraicTest implements ActivationContract, OnReferenceKernels {
        @Override
        public Activation activation() {
            return new Toys.Algebraic();
        }
    }

    @Nested
    class SoftmaxTest implements ActivationContract, OnReferenceKernels {
        @Override
        public Activation activation() {
            return new Toys.Softmax();
        }
    }

    @Nested
    class ReluTest implements ActivationContract, OnReferenceKernels {
        @Override
        public Activation activation() {
            return new Formula("relu", z -> Math.max(0, z), (z, a) -> z > 0 ? 1 : 0);
        }

        @Override
        public double[] kinks() {
            return new double[] {0};
        }
    }

    /** Its slope has a corner at 0. */
    @Nested
    class SoftsignTest implements ActivationContract, OnReferenceKernels {
        @Override
        public Activation activation() {
            return new Formula(
                    "softsign", z -> z / (1 + Math.abs(z)), (z, a) -> 1 / ((1 + Math.abs(z)) * (1 + Math.abs(z))));
        }
    }

    /** It swings on where others saturate, and grows. */
    @Nested
    class SwishWithAWaveTest implements ActivationContract, OnReferenceKernels {
        @Override
        public Activation activation() {
            return new Formula(
                    "wavy-swish",
                    z -> z * Elementary.sigmoid(z) + StrictMath.sin(z),
                    (z, a) -> Elementary.sigmoid(z) * (1 + z * (1 - Elementary.sigmoid(z))) + StrictMath.cos(z));
        }
    }

    /** An activation written down in a test. */
    record Formula(String name, DoubleUnaryOperator sigma, DoubleBinaryOperator slope)
            implements ElementwiseActivation {
        @Override
        public double value(double z) {
            return sigma.applyAsDouble(z);
        }

        @Override
        public double derivative(double z, double a) {
            return slope.applyAsDouble(z, a);
        }
    }

    /** A logistic function to be spoiled. */
    private static class Spoiled implements ElementwiseActivation {
        @Override
        public String name() {
            return "spoiled";
        }

        @Override
        public double value(double z) {
            return Elementary.sigmoid(z);
        }

        @Override
        public double derivative(double z, double a) {
            return a * (1 - a);
        }
    }

    static class ForgottenParentheses implements ActivationContract, OnReferenceKernels {
        @Override
        @SuppressWarnings("all") // 1 / 1 + ... is the slip itself
        public Activation activation() {
            return new Formula("sigmoid", z -> 1 / 1 + Elementary.exp(-z), (z, a) -> a * (1 - a));
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
            return new Formula("sigmoid", Elementary::sigmoid, (z, a) -> {
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
            return new Formula("sigmoid", Elementary::sigmoid, (z, a) -> 2 * a * (1 - a));
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
            return new Formula("sigmoid", Elementary::sigmoid, (z, a) -> -a * (1 - a));
        }
    }

    @Test
    void killsAWrongSignAndNamesIt() {
        ContractRun.of(WrongSign.class).killedBy("derivativeIsTheSlopeOfValue", "is the sign wrong?");
    }

    static class UndeclaredKink implements ActivationContract, OnReferenceKernels {
        @Override
        public Activation activation() {
            return new Formula("relu", z -> Math.max(0, z), (z, a) -> z > 0 ? 1 : 0);
        }
    }

    @Test
    void pointsToTheKinkThatIsNotDeclared() {
        ContractRun.of(UndeclaredKink.class)
                .killedBy("derivativeIsTheSlopeOfValue", "derivative(0)", "name it in kinks()")
                .andByNothingBut("derivativeIsTheSlopeOfValue");
    }

    static class ValueWithState implements ActivationContract, OnReferenceKernels {
        @Override
        public Activation activation() {
            return new Spoiled() {
                private int calls;

                @Override
                public double value(double z) {
                    calls++;
                    return Elementary.sigmoid(z) + 1e-13 * (calls % 7);
                }
            };
        }
    }

    @Test
    void killsAValueWithState() {
        ContractRun.of(ValueWithState.class)
                .killedBy("hasNoState", "apply a second time")
                .killedBy("batchIsItsColumnsOneByOne");
    }

    static class BackwardWritesIntoItsInput implements ActivationContract, OnReferenceKernels {
        @Override
        public Activation activation() {
            return new Spoiled() {
                @Override
                public Matrix backward(Matrix errorOnA, Matrix z, Matrix a) {
                    for (int i = 0; i < z.size(); i++) {
                        errorOnA.set(i, errorOnA.get(i) * derivative(z.get(i), a.get(i)));
                    }
                    return errorOnA;
                }
            };
        }
    }

    @Test
    void killsABackwardThatWritesIntoItsInput() {
        ContractRun.of(BackwardWritesIntoItsInput.class)
                .killedBy("argumentsAreNotChanged", "backward changed its argument errorOnA", "read only");
    }

    static class ApplyGivesItsInput implements ActivationContract, OnReferenceKernels {
        @Override
        public Activation activation() {
            return new Spoiled() {
                @Override
                public double value(double z) {
                    return z;
                }

                @Override
                public double derivative(double z, double a) {
                    return 1;
                }

                @Override
                public Matrix apply(Matrix z) {
                    return z;
                }
            };
        }
    }

    @Test
    void killsAnIdentityThatGivesItsInput() {
        ContractRun.of(ApplyGivesItsInput.class)
                .killedBy("argumentsAreNotChanged", "apply gives the memory of its argument z")
                .andByNothingBut("argumentsAreNotChanged");
    }

    static class NanAtZero implements ActivationContract, OnReferenceKernels {
        @Override
        public Activation activation() {
            return new Formula("softsign", z -> z / (1 + Math.abs(z)), (z, a) -> {
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
            return new Formula("magnitude", Math::abs, (z, a) -> z / a);
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
            return new Formula("relu", z -> z > 0 ? z : 0, (z, a) -> z > 0 ? 1 : 0);
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

    static class LeaksAcrossColumns implements ActivationContract, OnReferenceKernels {
        @Override
        public Activation activation() {
            return new Spoiled() {
                @Override
                public Matrix apply(Matrix z) {
                    Matrix a = super.apply(z);
                    a.set(0, a.get(0) + 1e-13 * a.get(a.size() - 1));
                    return a;
                }
            };
        }
    }

    @Test
    void killsAnActivationThatMixesExamples() {
        ContractRun.of(LeaksAcrossColumns.class)
                .killedBy("batchIsItsColumnsOneByOne", "column 0 of a batch of 11")
                .killedBy("matricesAgreeWithSingleNumbers", "apply against value");
    }

    static class SharedBuffer implements ActivationContract, OnReferenceKernels {
        @Override
        public Activation activation() {
            return new Spoiled() {
                private double[] buffer = new double[0];

                @Override
                public Matrix apply(Matrix z) {
                    if (buffer.length < z.size()) {
                        buffer = new double[z.size()];
                    }
                    for (int i = 0; i < z.size(); i++) {
                        buffer[i] = z.get(i);
                    }
                    LockSupport.parkNanos(100_000);
                    Matrix a = z.copy();
                    for (int i = 0; i < z.size(); i++) {
                        a.set(i, value(buffer[i]));
                        buffer[i] = Double.NaN;
                    }
                    return a;
                }
            };
        }
    }

    @Test
    void killsABufferThatThreadsShare() {
        ContractRun.of(SharedBuffer.class)
                .killedBy("servesManyThreads", "eight threads at once")
                .andByNothingBut("servesManyThreads");
    }

    static class NameWithASpace implements ActivationContract, OnReferenceKernels {
        @Override
        public Activation activation() {
            return new Formula("my sigmoid", Elementary::sigmoid, (z, a) -> a * (1 - a));
        }
    }

    @Test
    void killsANameWithASpace() {
        ContractRun.of(NameWithASpace.class)
                .killedBy("nameIsLegalAndStable", "'my sigmoid'", "lower-case letters")
                .andByNothingBut("nameIsLegalAndStable");
    }

    static class NameThatChanges implements ActivationContract, OnReferenceKernels {
        @Override
        public Activation activation() {
            return new Spoiled() {
                private int calls;

                @Override
                public String name() {
                    calls++;
                    return "spoiled-" + calls;
                }
            };
        }
    }

    @Test
    void killsANameThatChanges() {
        ContractRun.of(NameThatChanges.class).killedBy("nameIsLegalAndStable", "could not find it again");
    }

    static class DoubleArithmeticOnly implements ActivationContract, OnReferenceKernels {
        @Override
        public Activation activation() {
            return new Spoiled() {
                @Override
                public Matrix apply(Matrix z) {
                    return Matrix.zeros(new ReferenceKernels(Precision.DOUBLE), z.rows(), z.columns())
                            .plus(doubles(z).map(this::value));
                }

                private Matrix doubles(Matrix z) {
                    Matrix copy = Matrix.zeros(new ReferenceKernels(Precision.DOUBLE), z.rows(), z.columns());
                    for (int i = 0; i < z.size(); i++) {
                        copy.set(i, z.get(i));
                    }
                    return copy;
                }

                @Override
                public Matrix backward(Matrix errorOnA, Matrix z, Matrix a) {
                    Matrix result = errorOnA.copy();
                    for (int i = 0; i < z.size(); i++) {
                        result.set(i, errorOnA.get(i) * derivative(z.get(i), a.get(i)));
                    }
                    return result;
                }
            };
        }
    }

    @Test
    void killsAResultOfTheOtherPrecision() {
        ContractRun.of(DoubleArithmeticOnly.class)
                .killedBy("floatsAgreeWithDoubles", "a matrix of double for one of float");
    }

    @Test
    void everyTestOfTheContractPassesForARightActivation() {
        ContractRun run = ContractRun.of(RightActivation.class);
        assertThat(run.failures()).isEmpty();
        assertThat(run.passed()).isEqualTo(12);
    }

    static class RightActivation implements ActivationContract, OnReferenceKernels {
        @Override
        public Activation activation() {
            return new Spoiled();
        }
    }
}
