package io.nabla.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    private static final List<String> KNOWN = List.of("relu", "learning-rate", "sigmoid", "silu");

    @ParameterizedTest
    @CsvSource({
        "relu6, relu",
        "learning-rat, learning-rate",
        "learningrate, learning-rate",
        "laerning-rate, learning-rate",
        "Sigmoid, sigmoid",
        "sulu, silu",
        "rel, relu",
    })
    void asksForTheNearest(String written, String meant) {
        assertThat(Spelling.hint(written, KNOWN)).isEqualTo("; did you mean '" + meant + "'?");
    }

    @ParameterizedTest
    @CsvSource({"tanh", "momentum", "''", "x"})
    void asksNothingWhereNoneIsNear(String written) {
        assertThat(Spelling.hint(written, KNOWN)).isEmpty();
    }
}
