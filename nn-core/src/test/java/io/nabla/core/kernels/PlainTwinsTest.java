package io.nabla.core.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Java cannot say an algorithm for doubles and floats at once: the source says it twice, and here it is held to be one. */
class PlainTwinsTest {
    @Test
    void theKernelsForDoublesAndFloatsAreTheSameButForTheTypes() throws IOException {
        assertThat(withoutTypes(source("PlainDoubleKernels"))).isEqualTo(withoutTypes(source("PlainFloatKernels")));
    }

    private static String source(String type) throws IOException {
        return Files.readString(Path.of("src/main/java/io/nabla/core/kernels", type + ".java"));
    }

    /** A float's twin rounds what comes in as a double; where lines break does not count. */
    private static String withoutTypes(String source) {
        return source.replace("(float) ", "")
                .replace("FloatElementary", "Elementary")
                .replaceAll("import .*", "")
                .replaceAll("DOUBLE|FLOAT", "NUMBER")
                .replaceAll("doubles|floats", "numbers")
                .replaceAll("Double|Float", "Number")
                .replaceAll("\\b(double|float)\\b", "number")
                .replaceAll("\\s+", "");
    }
}
