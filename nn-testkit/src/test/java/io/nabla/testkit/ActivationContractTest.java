package io.nabla.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.api.Activation;
import io.nabla.api.Elementary;
import io.nabla.api.ElementwiseActivation;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Right activations pass. */
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

    @Test
    void everyTestOfTheContractPassesForARightActivation() {
        ContractRun run = ContractRun.of(RightActivation.class);
        assertThat(run.failures()).isEmpty();
        assertThat(run.passed()).isEqualTo(13);
    }

    static class RightActivation implements ActivationContract, OnReferenceKernels {
        @Override
        public Activation activation() {
            return new Formula("logistic", Elementary::sigmoid, (z, a) -> a * (1 - a));
        }
    }
}
