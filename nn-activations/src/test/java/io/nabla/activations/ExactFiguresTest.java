package io.nabla.activations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nabla.api.ElementwiseActivation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against the formulas in 60 digits: to 1e-12 relative from -1e308 to 1e308, also far out where results are tiny. */
class ExactFiguresTest {
    private static final JsonNode FIGURES = figures();

    static Stream<ElementwiseActivation> smooth() {
        return Stream.of(
                new Elu(),
                new Selu(),
                new Softplus(),
                new Softsign(),
                new Gelu(),
                new GeluTanh(),
                new Silu(),
                new Mish());
    }

    @ParameterizedTest
    @MethodSource("smooth")
    void valueAndDerivativeAreThose(ElementwiseActivation sigma) {
        JsonNode figures = FIGURES.get(sigma.name());
        for (int i = 0; i < FIGURES.get("z").size(); i++) {
            double z = FIGURES.get("z").get(i).asDouble();
            double a = sigma.value(z);
            assertClose("value", z, a, figures.get("value").get(i).asDouble());
            assertClose(
                    "derivative",
                    z,
                    sigma.derivative(z, a),
                    figures.get("derivative").get(i).asDouble());
        }
    }

    /** Below the least normal number a double has no full precision any more. */
    private static void assertClose(String what, double z, double actual, double expected) {
        assertThat(Math.abs(actual - expected))
                .as("%s at %s: %s, truly %s", what, z, actual, expected)
                .isLessThanOrEqualTo(1e-12 * Math.abs(expected) + Double.MIN_NORMAL);
    }

    private static JsonNode figures() {
        try (InputStream json = ExactFiguresTest.class.getResourceAsStream("exact.json")) {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
