package io.nabla.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Optimizer;
import io.nabla.api.Parameter;
import io.nabla.api.Precision;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.kernels.ThreadedKernels;
import io.nabla.core.random.NumpyRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What all optimizers owe to what keeps their state: threads, no denormals, and no other parameter. */
class StepStateTest {
    static Stream<Optimizer> optimizers() {
        return Stream.of(
                new Momentum(0.01),
                new Nesterov(0.01),
                new Adagrad(0.01),
                new RmsProp(0.01),
                new Adadelta(),
                new AdamW(0.01),
                new NAdam(0.01));
    }

    /** Their running means shrink where a gradient stays zero; Adagrad's sum never does. */
    static Stream<Optimizer> forgetful() {
        return optimizers().filter(optimizer -> !(optimizer instanceof Adagrad) && !(optimizer instanceof AdamW));
    }

    /** Enough elements that the threads share them. */
    @ParameterizedTest
    @MethodSource("optimizers")
    void anyNumberOfThreadsGivesTheSameBits(Optimizer optimizer) {
        for (Precision precision : Precision.values()) {
            Kernels plain = PlainKernels.of(precision);
            Matrix alone = afterSteps(optimizer, plain, 4);
            for (int threads : new int[] {1, 3}) {
                try (ThreadedKernels threaded = new ThreadedKernels(plain, threads)) {
                    assertThat(afterSteps(optimizer, threaded, 4).sameBits(alone))
                            .as("%d threads", threads)
                            .isTrue();
                }
            }
        }
    }

    private static Matrix afterSteps(Optimizer optimizer, Kernels kernels, int steps) {
        NumpyRandom random = new NumpyRandom(7);
        Matrix w = gaussians(kernels, random);
        Optimizer.Update update = optimizer.start(weights(w));
        for (int step = 0; step < steps; step++) {
            update.step(w, gaussians(kernels, random), 10);
        }
        return w;
    }

    private static Matrix gaussians(Kernels kernels, NumpyRandom random) {
        Matrix matrix = Matrix.zeros(kernels, 301, 200);
        for (int i = 0; i < matrix.size(); i++) {
            matrix.set(i, random.nextGaussian());
        }
        return matrix;
    }

    /** One gradient, then ten thousand times none: what is kept shrinks to beyond what a normal number can hold. */
    @ParameterizedTest
    @MethodSource("forgetful")
    void nothingThatIsKeptIsEverDenormal(Optimizer optimizer) {
        double[] gradients = {1, -3, 1e-3, -1e-9, 1e-15, -1e-18, 1e-22, -1e-30, 1e10, 0};
        for (Precision precision : Precision.values()) {
            Matrix w = Matrix.zeros(PlainKernels.of(precision), gradients.length, 1);
            w.fill(1);
            Optimizer.Update update = optimizer.start(weights(w));
            Matrix nabla = Matrix.column(w.kernels(), gradients);
            Matrix none = Matrix.zeros(w.kernels(), gradients.length, 1);
            for (int step = 0; step <= 10_000; step++) {
                update.step(w, step == 0 ? nabla : none, 1);
                assertNormalOrZero(state(update).matrix(0));
            }
            assertThat(w.isFinite()).isTrue();
        }
    }

    private static StepState state(Optimizer.Update update) {
        return update instanceof SteadyUpdate steady ? steady.kept() : ((NAdamMoments) update).moments();
    }

    private static void assertNormalOrZero(Matrix kept) {
        double least = kept.precision() == Precision.DOUBLE ? Double.MIN_NORMAL : Float.MIN_NORMAL;
        for (int i = 0; i < kept.size(); i++) {
            double number = kept.get(i);
            assertThat(number == 0 || Math.abs(number) >= least)
                    .as("%s", number)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void anUpdateMovesNoOtherParameter(Optimizer optimizer) {
        Kernels kernels = PlainKernels.of(Precision.DOUBLE);
        Matrix w = Matrix.zeros(kernels, 3, 2);
        Optimizer.Update update = optimizer.start(weights(w));
        assertThatThrownBy(() -> update.step(Matrix.zeros(kernels, 2, 3), w, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("w is 2×3 of double but this update was started for a parameter of 3×2 of double;"
                        + " start one for each parameter");
        assertThatThrownBy(() -> update.step(w, Matrix.zeros(PlainKernels.of(Precision.FLOAT), 3, 2), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nabla is 3×2 of float but");
    }

    private static Parameter weights(Matrix w) {
        return new Parameter("weights", Parameter.Role.WEIGHTS, w, w.columns(), w.rows());
    }
}
