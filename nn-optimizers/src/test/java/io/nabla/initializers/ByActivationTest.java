package io.nabla.initializers;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.api.ElementwiseActivation;
import io.nabla.api.Initializer;
import io.nabla.testkit.InitializerContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByActivationTest implements InitializerContract {
    private record Named(String name) implements ElementwiseActivation {
        @Override
        public double value(double z) {
            return z;
        }

        @Override
        public double derivative(double z, double a) {
            return 1;
        }
    }

    @Override
    public Initializer initializer() {
        return new ByActivation();
    }

    @Override
    public double weightDeviation(int fanIn, int fanOut) {
        return Math.sqrt(2.0 / (fanIn + fanOut));
    }

    @Override
    public double biasDeviation() {
        return 0;
    }

    @ParameterizedTest
    @ValueSource(strings = {"relu", "leaky-relu", "elu", "gelu", "gelu-tanh", "silu", "mish", "softplus"})
    void rectifiersStartWithHe(String activation) {
        assertThat(new ByActivation().forActivation(new Named(activation))).isInstanceOf(HeGaussian.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sigmoid", "tanh", "softmax", "identity", "hard-tanh", "of-another-author"})
    void othersStartWithXavier(String activation) {
        assertThat(new ByActivation().forActivation(new Named(activation))).isInstanceOf(XavierNormal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = "selu")
    void seluStartsWithLeCun(String activation) {
        assertThat(new ByActivation().forActivation(new Named(activation))).isInstanceOf(LeCunGaussian.class);
    }
}
