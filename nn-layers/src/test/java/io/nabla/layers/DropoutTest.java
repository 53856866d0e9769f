package io.nabla.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.LayerDescription;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.api.Shape;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.kernels.ThreadedKernels;
import io.nabla.testkit.LayerContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutTest implements LayerContract {
    private static final Kernels DOUBLES = PlainKernels.of(Precision.DOUBLE);

    @Override
    public LayerDescription layer() {
        return new Dropout(0.5);
    }

    @Override
    public Shape inputs() {
        return Shape.of(7);
    }

    private static Layer sampled(double rate, int inputs, long key) {
        return new Dropout(rate).build(Shape.of(inputs), DOUBLES).sample(key);
    }

    private static Matrix ones(Kernels kernels, int rows, int columns) {
        Matrix ones = Matrix.zeros(kernels, rows, columns);
        ones.fill(1);
        return ones;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.25, 0.5, 0.9})
    void forgetsItsShareAndKeepsTheMean(double rate) {
        Matrix z = sampled(rate, 1000, 3).weightedInput(ones(DOUBLES, 1000, 200));
        int forgotten = 0;
        for (int i = 0; i < z.size(); i++) {
            assertThat(z.get(i)).isIn(0.0, 1 / (1 - rate));
            forgotten += z.get(i) == 0 ? 1 : 0;
        }
        // Five standard deviations of 200,000 draws.
        double deviation = Math.sqrt(rate * (1 - rate) / z.size());
        assertThat((double) forgotten / z.size()).isCloseTo(rate, within(5 * deviation));
    }

    @Test
    void drawsForEveryInputExampleAndStepAnew() {
        Matrix z = sampled(0.5, 64, 3).weightedInput(ones(DOUBLES, 64, 2));
        assertThat(z.columnCopy(0).sameBits(z.columnCopy(1))).isFalse();
        Matrix next = sampled(0.5, 64, 4).weightedInput(ones(DOUBLES, 64, 2));
        assertThat(z.sameBits(next)).isFalse();
        Matrix again = sampled(0.5, 64, 3).weightedInput(ones(DOUBLES, 64, 2));
        assertThat(z.sameBits(again)).isTrue();
    }

    /** z is linear in a, so its derivative is the mask itself, way forth and back. */
    @Test
    void theWayBackHasTheMaskOfTheWayForth() {
        Layer layer = sampled(0.3, 50, 9);
        Matrix ones = ones(DOUBLES, 50, 8);
        assertThat(layer.backpropagate(ones, ones).sameBits(layer.weightedInput(ones)))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void anyNumberOfThreadsFindsTheSameMask(Precision precision) {
        Kernels plain = PlainKernels.of(precision);
        Matrix expected = sampled(0.5, 400, 5).weightedInput(ones(plain, 400, 100));
        try (ThreadedKernels threads = new ThreadedKernels(plain, 3)) {
            assertThat(sampled(0.5, 400, 5)
                            .weightedInput(ones(threads, 400, 100))
                            .sameBits(expected))
                    .isTrue();
        }
    }

    @Test
    void doesNotHideWhatIsNoNumber() {
        Matrix a = ones(DOUBLES, 40, 1);
        a.fill(Double.NaN);
        Matrix z = sampled(0.9, 40, 1).weightedInput(a);
        for (int i = 0; i < z.size(); i++) {
            assertThat(z.get(i)).isNaN();
        }
    }

    @Test
    void passesAllOnOutsideOfTraining() {
        Layer layer = new Dropout(0.5).build(Shape.of(2, 3), DOUBLES);
        Matrix a = ones(DOUBLES, 6, 2);
        assertThat(layer.activation().apply(layer.weightedInput(a)).sameBits(a)).isTrue();
        assertThat(layer.outputs()).isEqualTo(Shape.of(2, 3));
        assertThat(layer).hasToString("dropout 2×3, rate 0.5");
        assertThat(layer.sample(1).parameters()).isSameAs(layer.parameters());
        assertThat(layer.sample(1).outputs()).isEqualTo(layer.outputs());
        assertThat(layer.sample(1).kind()).isEqualTo("dropout");
    }

    @Test
    void leavesNothingToChanceWhereNothingIsForgotten() {
        assertThat(new Dropout(0.5).build(Shape.of(2), DOUBLES).leavesToChance())
                .isTrue();
        assertThat(new Dropout(0).build(Shape.of(2), DOUBLES).leavesToChance()).isFalse();
    }

    @Test
    void refusesRatesThatForgetAllOrLessThanNothing() {
        for (double rate : new double[] {1, -0.1, 1.5, Double.NaN}) {
            assertThatThrownBy(() -> new Dropout(rate)).hasMessageContaining("got " + rate);
        }
        assertThat(new Dropout(0).rate()).isZero();
    }
}
