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
import io.nabla.optimizers.Sgd;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class L2Test {
    private static final Kernels DOUBLES = PlainKernels.of(Precision.DOUBLE);

    @Test
    void penaltyIsHalfLambdaTimesTheSumOfSquares() {
        Matrix w = Matrix.of(DOUBLES, new double[][] {{1, -2}, {3, 0}});
        assertThat(new L2(5).penalty(w)).isEqualTo(2.5 * 14);
    }

    @Test
    void gradientOfTheWholeShareIsTheSlopeOfThePenalty() {
        Regularizer l2 = new L2(0.7);
        Matrix w = Matrix.of(DOUBLES, new double[][] {{0.3, -2}, {1.5, 0}, {-0.01, 4}});
        Matrix nabla = Matrix.zeros(DOUBLES, 3, 2);
        l2.addGradient(w, 1, nabla);
        for (int i = 0; i < w.size(); i++) {
            Matrix up = w.copy();
            up.set(i, w.get(i) + 1e-4);
            Matrix down = w.copy();
            down.set(i, w.get(i) - 1e-4);
            assertThat(nabla.get(i)).isCloseTo((l2.penalty(up) - l2.penalty(down)) / 2e-4, within(1e-9));
        }
    }

    @Test
    void gradientIsAddedInTheMiniBatchesShare() {
        Matrix w = Matrix.column(DOUBLES, 8, -4);
        Matrix nabla = Matrix.column(DOUBLES, 100, 200);
        new L2(5).addGradient(w, 0.25, nabla);
        assertThat(nabla.get(0)).isEqualTo(110);
        assertThat(nabla.get(1)).isEqualTo(195);
        assertThat(w.get(0)).isEqualTo(8);
    }

    /** The book's step: w ← (1 - ηλ/n) w - (η/m) Σ∇w. */
    @Test
    void withGradientDescentTheStepIsTheBooks() {
        double eta = 0.5;
        double lambda = 0.1;
        int n = 1000;
        int m = 10;
        Matrix w = Matrix.column(DOUBLES, 0.75, -1.25);
        Matrix nabla = Matrix.column(DOUBLES, 3, -7);
        new L2(lambda).addGradient(w, (double) m / n, nabla);
        new Sgd(eta).start(null).step(w, nabla, m);
        assertThat(w.get(0)).isCloseTo((1 - eta * lambda / n) * 0.75 - eta / m * 3, within(1e-15));
        assertThat(w.get(1)).isCloseTo((1 - eta * lambda / n) * -1.25 - eta / m * -7, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e-9, Double.NaN, Double.POSITIVE_INFINITY})
    void lambdaIsFiniteAndNotNegative(double lambda) {
        assertThatThrownBy(() -> new L2(lambda))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("lambda is a finite number of at least 0, such as 5.0, but got " + lambda);
    }

    @Test
    void factoryReadsLambda() {
        L2Factory factory = new L2Factory();
        assertThat(factory.name()).isEqualTo("l2");
        assertThat(factory.create(Settings.of(Map.of("lambda", "0.1")), none())).isEqualTo(new L2(0.1));
        assertThat(factory.create(Settings.of(Map.of("lambda", "0")), none())).isEqualTo(new L2(0));
        assertThatThrownBy(() -> factory.create(Settings.of(Map.of()), none()))
                .hasMessageContaining("'lambda' is not set");
        assertThatThrownBy(() -> factory.create(Settings.of(Map.of("lambda", "1", "mu", "1")), none()))
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
