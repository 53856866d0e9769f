package io.nabla.optimizers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every step's loop stands in the source twice, for doubles and for floats, and is held to be one here. */
class StepTwinsTest {
    @ParameterizedTest
    @ValueSource(strings = {"Adadelta", "Adagrad", "Adam", "Momentum", "NAdam", "Nesterov", "RmsProp"})
    void theLoopsForDoublesAndFloatsAreTheSameButForTheTypes(String optimizer) throws IOException {
        String source = Files.readString(Path.of("src/main/java/io/nabla/optimizers/" + optimizer + "Step.java"));
        assertThat(withoutTypes(loop(source, "double"))).isEqualTo(withoutTypes(loop(source, "float")));
    }

    private static String loop(String source, String type) {
        int start = source.indexOf("    public void move(" + type + "[] w");
        assertThat(start).as("the loop for " + type).isPositive();
        return source.substring(start, source.indexOf("\n    }\n", start));
    }

    /** A float's twin rounds what comes in as a double; where lines break does not count. */
    private static String withoutTypes(String loop) {
        return loop.replaceAll("\\(float\\) (?:\\(([^()]*)\\))?", "$1")
                .replaceAll("DOUBLE|FLOAT", "NUMBER")
                .replaceAll("\\b(double|float)\\b", "number")
                .replaceAll("\\s+", "");
    }
}
