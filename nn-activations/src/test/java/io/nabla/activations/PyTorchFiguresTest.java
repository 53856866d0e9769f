package io.nabla.activations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nabla.api.Activation;
import io.nabla.api.ElementwiseActivation;
import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.core.kernels.PlainKernels;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Against PyTorch in float64: to 1e-12 relative in double, and to 1e-5 in float. */
class PyTorchFiguresTest {
    private static final JsonNode FIGURES = figures();

    static Stream<Arguments> elementwise() {
        return Stream.of(
                        new Identity(),
                        new Sigmoid(),
                        new Tanh(),
                        new Relu(),
                        new LeakyRelu(),
                        new Elu(),
                        new Selu(),
                        new Softplus(),
                        new Softsign(),
                        new Gelu(),
                        new GeluTanh(),
                        new Silu(),
                        new Mish(),
                        new HardSigmoid(),
                        new HardTanh())
                .flatMap(sigma -> Stream.of(Precision.values()).map(precision -> Arguments.of(sigma, precision)));
    }

    @ParameterizedTest
    @MethodSource("elementwise")
    void valueAndDerivativeAreThose(ElementwiseActivation sigma, Precision precision) {
        JsonNode figures = FIGURES.get(sigma.name());
        Matrix z = column(PlainKernels.of(precision), figures.get("z"));
        Matrix ones = z.copy();
        ones.fill(1);
        Matrix a = sigma.apply(z);
        assertClose(a, column(z.kernels(), figures.get("value")), underflow(precision) + digitsLostThere(sigma));
        assertClose(
                sigma.backward(ones, z, a),
                column(z.kernels(), figures.get("derivative")),
                cancellation(precision) + slopeHeldAsFloat(sigma));
    }

    @Test
    void everyFigureIsLookedAt() {
        Stream<String> elementwise = elementwise()
                .map(arguments -> ((Activation) arguments.get()[0]).name())
                .distinct();
        assertThat(FIGURES.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(elementwise, Stream.of("source", "softmax", "softmax-extreme"))
                                .toList());
    }

    @ParameterizedTest
    @EnumSource
    void softmaxAndItsGradientAreThose(Precision precision) {
        JsonNode figures = FIGURES.get("softmax");
        Kernels kernels = PlainKernels.of(precision);
        Activation softmax = new Softmax();
        Matrix z = examples(kernels, figures.get("z"));
        Matrix a = softmax.apply(z);
        assertClose(a, examples(kernels, figures.get("value")), underflow(precision));
        Matrix upstream = examples(kernels, figures.get("upstream"));
        assertClose(
                softmax.backward(upstream, z, a), examples(kernels, figures.get("gradient")), cancellation(precision));
    }

    @Test
    void softmaxOfExtremeNumbersIsThat() {
        JsonNode figures = FIGURES.get("softmax-extreme");
        Kernels kernels = PlainKernels.of(Precision.DOUBLE);
        Matrix a = new Softmax().apply(examples(kernels, figures.get("z")));
        assertClose(a, examples(kernels, figures.get("value")), 0); // down to 3e-309
    }

    @Test
    void softmaxOfExtremeNumbersInFloatIsThatButForUnderflow() {
        JsonNode figures = FIGURES.get("softmax-extreme");
        Kernels kernels = PlainKernels.of(Precision.FLOAT);
        Matrix a = new Softmax().apply(examples(kernels, figures.get("z")));
        assertClose(a, examples(kernels, figures.get("value")), Float.MIN_VALUE);
    }

    /** Doubles are compared relatively as far down as they go; below 1e-38 a float has no full precision any more. */
    private static double underflow(Precision precision) {
        return precision == Precision.DOUBLE ? 0 : Float.MIN_NORMAL;
    }

    /**
     * A derivative is computed from a, which is rounded to 1.1e-16 (6e-8 in float) near 1; so a·(1 - a) or 1 - a²
     * cannot be better than about twice that, however small it is. PyTorch computes it in the same way.
     */
    private static double cancellation(Precision precision) {
        return precision == Precision.DOUBLE ? 4.5e-16 : 2.4e-7;
    }

    /** PyTorch computes z (1 + erf) / 2 and z (1 + tanh) / 2, of which only the rounding is left far below 0. */
    private static double digitsLostThere(ElementwiseActivation sigma) {
        return sigma instanceof Gelu || sigma instanceof GeluTanh ? 4.5e-16 : 0;
    }

    /** PyTorch has the hard sigmoid's slope of 1/6 rounded to float, even for doubles. */
    private static double slopeHeldAsFloat(ElementwiseActivation sigma) {
        return sigma instanceof HardSigmoid ? Math.ulp(1 / 6f) / 2 : 0;
    }

    private static void assertClose(Matrix actual, Matrix expected, double floor) {
        double relative = actual.precision() == Precision.DOUBLE ? 1e-12 : 1e-5;
        for (int i = 0; i < expected.size(); i++) {
            assertThat(Math.abs(actual.get(i) - expected.get(i)))
                    .as("element %d: %s, PyTorch has %s", i, actual.get(i), expected.get(i))
                    .isLessThanOrEqualTo(relative * Math.abs(expected.get(i)) + floor);
        }
    }

    private static Matrix column(Kernels kernels, JsonNode numbers) {
        Matrix column = Matrix.zeros(kernels, numbers.size(), 1);
        for (int row = 0; row < numbers.size(); row++) {
            column.set(row, 0, numbers.get(row).asDouble());
        }
        return column;
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
