package io.nabla.regularizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nabla.api.Catalog;
import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Plugins;
import io.nabla.api.Precision;
import io.nabla.api.Regularizer;
import io.nabla.api.Settings;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.kernels.ThreadedKernels;
import io.nabla.core.random.NumpyRandom;
import io.nabla.optimizers.Sgd;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class L1AndElasticNetTest {
    private static final Kernels DOUBLES = PlainKernels.of(Precision.DOUBLE);

    static Stream<Regularizer> regularizers() {
        return Stream.of(new L1(0.7), new ElasticNet(0.7, 0.2), new ElasticNet(0.7, 0), new ElasticNet(0.7, 1));
    }

    @Test
    void penaltyIsLambdaTimesTheSumOfAbsolutes() {
        Matrix w = Matrix.of(DOUBLES, new double[][] {{1, -2}, {3, 0}});
        assertThat(new L1(5).penalty(w)).isEqualTo(5 * 6);
        assertThat(new ElasticNet(5, 0.25).penalty(w)).isEqualTo(5 * (0.25 * 6 + 0.75 * 0.5 * 14));
    }

    /** No weight is so near to zero that the difference goes over the kink. */
    @ParameterizedTest
    @MethodSource("regularizers")
    void gradientOfTheWholeShareIsTheSlopeOfThePenalty(Regularizer regularizer) {
        Matrix w = Matrix.of(DOUBLES, new double[][] {{0.3, -2}, {1.5, 0.02}, {-0.01, 4}});
        Matrix nabla = Matrix.zeros(DOUBLES, 3, 2);
        regularizer.addGradient(w, 1, nabla);
        for (int i = 0; i < w.size(); i++) {
            Matrix up = w.copy();
            up.set(i, w.get(i) + 1e-4);
            Matrix down = w.copy();
            down.set(i, w.get(i) - 1e-4);
            double slope = (regularizer.penalty(up) - regularizer.penalty(down)) / 2e-4;
            assertThat(nabla.get(i)).isCloseTo(slope, within(1e-9));
        }
    }

    @ParameterizedTest
    @EnumSource
    void gradientIsAddedInTheMiniBatchesShare(Precision precision) {
        Matrix w = Matrix.column(PlainKernels.of(precision), 8, -4, 0);
        Matrix nabla = Matrix.column(w.kernels(), 100, 200, 300);
        new L1(6).addGradient(w, 0.25, nabla);
        assertThat(nabla.sameBits(Matrix.column(w.kernels(), 101.5, 198.5, 300)))
                .isTrue();
        new ElasticNet(8, 0.75).addGradient(w, 0.5, nabla);
        assertThat(nabla.sameBits(Matrix.column(w.kernels(), 101.5 + 3 + 8, 198.5 - 3 - 4, 300)))
                .isTrue();
        assertThat(w.get(0)).isEqualTo(8);
    }

    /** The book's step: w ← w - (ηλ/n) sgn(w) - (η/m) Σ∇w. */
    @Test
    void withGradientDescentTheStepIsTheBooks() {
        double eta = 0.5;
        double lambda = 0.1;
        int n = 1000;
        int m = 10;
        Matrix w = Matrix.column(DOUBLES, 0.75, -1.25);
        Matrix nabla = Matrix.column(DOUBLES, 3, -7);
        new L1(lambda).addGradient(w, (double) m / n, nabla);
        new Sgd(eta).start(null).step(w, nabla, m);
        assertThat(w.get(0)).isCloseTo(0.75 - eta * lambda / n - eta / m * 3, within(1e-15));
        assertThat(w.get(1)).isCloseTo(-1.25 + eta * lambda / n - eta / m * -7, within(1e-15));
    }

    @ParameterizedTest
    @EnumSource
    void anyNumberOfThreadsGivesTheSameBits(Precision precision) {
        Kernels plain = PlainKernels.of(precision);
        NumpyRandom random = new NumpyRandom(7);
        double[] numbers = random.doubles(60_000, -1, 1).toArray();
        Matrix alone = Matrix.column(plain, numbers);
        new ElasticNet(0.3, 0.5).addGradient(alone, 0.1, alone);
        try (ThreadedKernels threaded = new ThreadedKernels(plain, 3)) {
            Matrix shared = Matrix.column(threaded, numbers);
            new ElasticNet(0.3, 0.5).addGradient(shared, 0.1, shared);
            assertThat(shared.sameBits(alone)).isTrue();
        }
    }

    @Test
    void aGradientOfAnotherShapeIsRefused() {
        assertThatThrownBy(() -> new L1(1).addGradient(Matrix.zeros(DOUBLES, 3, 2), 1, Matrix.zeros(DOUBLES, 2, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nabla is 2×3 of double but w is 3×2 of double; both are alike");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e-9, Double.NaN, Double.POSITIVE_INFINITY})
    void lambdaIsFiniteAndNotNegative(double lambda) {
        String message = "lambda is a finite number of at least 0, such as 5.0, but got " + lambda;
        assertThatThrownBy(() -> new L1(lambda))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> new ElasticNet(lambda, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e-9, 1.01, Double.NaN})
    void theRatioIsFrom0To1(double ratio) {
        assertThatThrownBy(() -> new ElasticNet(1, ratio))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the L1 ratio is from 0 to 1, such as 0.5, but got " + ratio);
    }

    @Test
    void factoriesReadTheirSettings() {
        L1Factory l1 = new L1Factory();
        assertThat(l1.name()).isEqualTo("l1").isEqualTo(new L1(1).name());
        assertThat(l1.create(Settings.of(Map.of("lambda", "0.1")), none())).isEqualTo(new L1(0.1));
        assertThatThrownBy(() -> l1.create(Settings.of(Map.of()), none())).hasMessageContaining("'lambda' is not set");
        assertThatThrownBy(() -> l1.create(Settings.of(Map.of("lambda", "1", "mu", "1")), none()))
                .hasMessageContaining("unknown setting 'mu'");

        ElasticNetFactory both = new ElasticNetFactory();
        assertThat(both.name()).isEqualTo("elastic-net").isEqualTo(new ElasticNet(1, 1).name());
        assertThat(both.create(Settings.of(Map.of("lambda", "0.1")), none())).isEqualTo(new ElasticNet(0.1, 0.5));
        assertThat(both.create(Settings.of(Map.of("lambda", "1", "l1-ratio", "0.2")), none()))
                .isEqualTo(new ElasticNet(1, 0.2));
        assertThatThrownBy(() -> both.create(Settings.of(Map.of("lambda", "1", "mu", "1")), none()))
                .hasMessageContaining("unknown setting 'mu'");
    }

    private static Plugins none() {
        return new Plugins(
                Catalog.of("activation", List.of()),
                Catalog.of("cost", List.of()),
                Catalog.of("layer", List.of()),
                Catalog.of("optimizer", List.of()),
                Catalog.of("schedule", List.of()),
                Catalog.of("clipping", List.of()),
                Catalog.of("regularizer", List.of()),
                Catalog.of("initializer", List.of()));
    }
}
