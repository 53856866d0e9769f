package io.nabla.costs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nabla.api.Cost;
import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.core.kernels.PlainKernels;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Against PyTorch in float64: to 1e-12 relative in double, and to 1e-5 in float.
 *
 * <p>PyTorch's figures are means over the examples, ours are sums.
 */
class PyTorchFiguresTest {
    private static final JsonNode FIGURES = figures();

    static Stream<Arguments> costs() {
        return Stream.of(
                        new QuadraticCost(),
                        new AbsoluteCost(),
                        new HuberCost(),
                        new CrossEntropyCost(),
                        new LogLikelihoodCost())
                .flatMap(cost -> Stream.of(Precision.values()).map(precision -> Arguments.of(cost, precision)));
    }

    @ParameterizedTest
    @MethodSource("costs")
    void valueAndGradientAreThose(Cost cost, Precision precision) {
        JsonNode figures = FIGURES.get(cost.name());
        Kernels kernels = PlainKernels.of(precision);
        Matrix a = examples(kernels, figures.get("output"));
        Matrix y = examples(kernels, figures.get("target"));
        int examples = a.columns();
        assertClose(cost.value(a, y), examples * figures.get("value").asDouble(), precision, "value");
        Matrix gradient = cost.gradient(a, y);
        Matrix expected = examples(kernels, figures.get("gradient"));
        for (int i = 0; i < a.size(); i++) {
            assertClose(gradient.get(i), examples * expected.get(i), precision, "gradient, element " + i);
        }
    }

    /**
     * No figure is near 0 but those that are exactly 0; a - y is exact to the rounding of a and y, which are below 8.
     */
    private static void assertClose(double actual, double expected, Precision precision, String what) {
        double relative = precision == Precision.DOUBLE ? 1e-12 : 1e-5;
        double floor = precision == Precision.DOUBLE ? 1e-15 : 5e-7;
        assertThat(Math.abs(actual - expected))
                .as("%s: %s, PyTorch has %s", what, actual, expected)
                .isLessThanOrEqualTo(relative * Math.abs(expected) + floor);
    }

    /** PyTorch has an example in each row, we in each column. */
    private static Matrix examples(Kernels kernels, JsonNode rows) {
        Matrix examples = Matrix.zeros(kernels, rows.get(0).size(), rows.size());
        for (int example = 0; example < rows.size(); example++) {
            for (int i = 0; i < examples.rows(); i++) {
                examples.set(i, example, rows.get(example).get(i).asDouble());
            }
        }
        return examples;
    }

    private static JsonNode figures() {
        try (InputStream json = PyTorchFiguresTest.class.getResourceAsStream("pytorch.json")) {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
