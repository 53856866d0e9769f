package io.nabla.initializers;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.api.Initializer;
import io.nabla.core.random.NumpyRandom;
import io.nabla.testkit.InitializerContract;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class HeUniformTest implements InitializerContract {
    @Override
    public Initializer initializer() {
        return new HeUniform();
    }

    @Override
    public double weightDeviation(int fanIn, int fanOut) {
        return Math.sqrt(2.0 / fanIn);
    }

    @Override
    public double biasDeviation() {
        return 0;
    }

    @Test
    void weightsReachTheirBoundsAndNoFurther() {
        NumpyRandom random = new NumpyRandom(12345678);
        double bound = Math.sqrt(6.0 / 30);
        double[] weights = DoubleStream.generate(() -> initializer().weight(30, 10, random))
                .limit(10_000)
                .toArray();
        assertThat(Arrays.stream(weights).max().orElseThrow()).isBetween(0.999 * bound, bound);
        assertThat(Arrays.stream(weights).min().orElseThrow()).isBetween(-bound, -0.999 * bound);
    }
}
