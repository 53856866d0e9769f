package io.nabla.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecondsTest {
    @ParameterizedTest
    @CsvSource({
        "0.004, 0.00 s",
        "0.87, 0.87 s",
        "9.99, 9.99 s",
        "9.996, 10.0 s",
        "59.94, 59.9 s",
        "59.96, 1 min 0 s",
        "200, 3 min 20 s",
        "3599.6, 1 h 0 min",
        "7500, 2 h 5 min"
    })
    void aMeasuredTimeIsSaidAsPeopleSayIt(double seconds, String words) {
        assertThat(Seconds.inWords(seconds)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "12.4, 12 s", "59.6, 1 min 0 s", "200, 3 min 20 s"})
    void anEstimateHasNoFractions(double seconds, String words) {
        assertThat(Seconds.roughly(seconds)).isEqualTo(words);
    }
}
