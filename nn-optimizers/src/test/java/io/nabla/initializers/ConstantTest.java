package io.nabla.initializers;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.api.Initializer;
import io.nabla.testkit.InitializerContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantTest implements InitializerContract {
    @Override
    public Initializer initializer() {
        return new Constant(0.25);
    }

    @Override
    public double weightMean() {
        return 0.25;
    }

    @Override
    public double weightDeviation(int fanIn, int fanOut) {
        return 0;
    }

    @Override
    public double biasMean() {
        return 0.25;
    }

    @Override
    public double biasDeviation() {
        return 0;
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY})
    void theNumberIsFinite(double value) {
        assertThatThrownBy(() -> new Constant(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a constant start is a finite number, such as 0.0, but got " + value);
    }
}
