package io.nabla.optimizers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Optimizer;
import io.nabla.api.Parameter;
import io.nabla.api.Precision;
import io.nabla.core.kernels.PlainKernels;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Against PyTorch in float64, eight steps: to 1e-10 relative in double, and to 1e-4 in float. */
class PyTorchFiguresTest {
    private static final JsonNode FIGURES = figures("optimizers.json");
    /** The same steps, with a learning rate that changes from step to step. */
    private static final JsonNode PACED = figures("paced-optimizers.json");

    static Stream<Arguments> optimizers() {
        return Stream.of(Precision.values())
                .flatMap(precision -> Stream.of(
                        Arguments.of(new Sgd(0.1), "sgd(lr=0.1)", precision),
                        Arguments.of(new Momentum(0.1), "momentum(lr=0.1,momentum=0.9)", precision),
                        Arguments.of(new Nesterov(0.1), "nesterov(lr=0.1,momentum=0.9)", precision),
                        Arguments.of(new Adagrad(0.1), "adagrad(lr=0.1,eps=1e-10)", precision),
                        Arguments.of(new RmsProp(0.01), "rmsprop(lr=0.01,alpha=0.99,eps=1e-8)", precision),
                        Arguments.of(new Adadelta(), "adadelta(lr=1,rho=0.9,eps=1e-6)", precision),
                        Arguments.of(new Adam(0.01), "adam(lr=0.01,b1=0.9,b2=0.999,eps=1e-8)", precision),
                        Arguments.of(
                                new AdamW(0.01, 0.9, 0.999, 1e-8, 0.05),
                                "adamw(lr=0.01,b1=0.9,b2=0.999,eps=1e-8,decay=0.05)",
                                precision),
                        Arguments.of(
                                new NAdam(0.01),
                                "nadam(lr=0.01,b1=0.9,b2=0.999,eps=1e-8,momentum_decay=0.004)",
                                precision)));
    }

    /** PyTorch takes mean gradients, we their sum over a mini-batch. */
    @ParameterizedTest
    @MethodSource("optimizers")
    void eachStepLeadsThere(Optimizer optimizer, String figures, Precision precision) {
        Kernels kernels = PlainKernels.of(precision);
        JsonNode gradients = FIGURES.get("gradients");
        JsonNode expected = FIGURES.get("after_each_step").get(figures);
        int m = 10;
        Matrix w = column(kernels, FIGURES.get("start"));
        Optimizer.Update update = optimizer.start(new Parameter("weights", Parameter.Role.WEIGHTS, w, 1, w.rows()));
        for (int step = 0; step < gradients.size(); step++) {
            update.step(w, column(kernels, gradients.get(step)).scaled(m), m);
            assertClose(w, column(PlainKernels.of(Precision.DOUBLE), expected.get(step)), step + 1);
        }
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void eachStepLeadsThereAtAPaceOfItsOwn(Optimizer optimizer, String figures, Precision precision) {
        Kernels kernels = PlainKernels.of(precision);
        JsonNode expected = PACED.get("after_each_step").get(figures);
        int m = 10;
        Matrix w = column(kernels, PACED.get("start"));
        Optimizer.Update update = optimizer.start(new Parameter("weights", Parameter.Role.WEIGHTS, w, 1, w.rows()));
        for (int step = 0; step < expected.size(); step++) {
            Matrix nabla = column(kernels, PACED.get("gradients").get(step)).scaled(m);
            update.step(w, nabla, m, PACED.get("paces").get(step).asDouble());
            assertClose(w, column(PlainKernels.of(Precision.DOUBLE), expected.get(step)), step + 1);
        }
    }

    @Test
    void noFiguresAreLeftOut() {
        List<String> tested =
                optimizers().map(row -> (String) row.get()[1]).distinct().toList();
        assertThat(FIGURES.get("after_each_step").fieldNames()).toIterable().hasSameElementsAs(tested);
    }

    private static void assertClose(Matrix actual, Matrix expected, int step) {
        double relative = actual.precision() == Precision.DOUBLE ? 1e-10 : 1e-4;
        for (int i = 0; i < expected.size(); i++) {
            assertThat(Math.abs(actual.get(i) - expected.get(i)))
                    .as("element %d after step %d: %s, PyTorch has %s", i, step, actual.get(i), expected.get(i))
                    .isLessThanOrEqualTo(relative * Math.abs(expected.get(i)));
        }
    }

    private static Matrix column(Kernels kernels, JsonNode numbers) {
        Matrix column = Matrix.zeros(kernels, numbers.size(), 1);
        for (int row = 0; row < numbers.size(); row++) {
            column.set(row, 0, numbers.get(row).asDouble());
        }
        return column;
    }

    private static JsonNode figures(String file) {
        try (InputStream json = PyTorchFiguresTest.class.getResourceAsStream(file)) {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
