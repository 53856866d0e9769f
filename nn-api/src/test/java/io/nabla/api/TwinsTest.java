package io.nabla.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Java cannot say an algorithm for doubles and floats at once: the source says it twice, and here it is held to be one. */
class TwinsTest {
    @ParameterizedTest
    @ValueSource(strings = {"%sConvolutions", "%sMaxPooling"})
    void theLoopsOfDoublesAndFloatsAreTheSameButForTheTypes(String name) throws IOException {
        assertThat(withoutTypes(name.formatted("Double"))).isEqualTo(withoutTypes(name.formatted("Float")));
    }

    private static String withoutTypes(String type) throws IOException {
        return Files.readString(Path.of("src/main/java/io/nabla/api", type + ".java"))
                .replace(
                        "(int) (Double.doubleToRawLongBits(x - y + 0) >>> (Double.SIZE - 1))",
                        "Float.floatToRawIntBits(x - y + 0) >>> (Float.SIZE - 1)")
                .replaceAll("doubles|floats", "numbers")
                .replaceAll("Double|Float", "Number")
                .replaceAll("\\b(double|float)\\b", "number")
                .replaceAll("\\s+", "");
    }
}
