package io.nabla.data.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.core.random.NumpyRandom;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "+5",
                "1.",
                ".5",
                "-.5e-3",
                "1e5",
                "1E+05",
                "123456789012345",
                "12345678901234567890.5",
                "3.4e38",
                "1e-400",
                "0.1",
                "0.000000000000001",
                "9007199254740993",
                "00000000000000000000012"
            })
    void numbersAreThoseOfJava(String cell) {
        assertThat(Double.doubleToRawLongBits(Numbers.parse(cell)))
                .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(cell)));
    }

    @Test
    void anyNumberOfDigitsGivesJavasNumber() {
        NumpyRandom random = new NumpyRandom(1);
        for (int i = 0; i < 100_000; i++) {
            int decimals = (int) (random.nextDouble() * 18);
            String cell = String.format(Locale.ROOT, "%." + decimals + "f", random.nextGaussian() * 1000);
            assertThat(Numbers.parse(cell)).isEqualTo(Double.parseDouble(cell));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "-", ".", "-.", "e5", "1e", "1e+", "1d", "1f", "0x10", "1,5", "1 2", "1.2.3", "--1", "1e5.5",
                "five", "١"
            })
    void everythingElseIsAWord(String cell) {
        assertThat(Numbers.parse(cell)).isNaN();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "nan",
                "-Infinity",
                "INF",
                "+inf",
                "1e39",
                "-1e999",
                "340282356779733661637539395458142568448"
            })
    void numbersBeyondFloatsAreInfinite(String cell) {
        assertThat(Numbers.parse(cell)).isInfinite();
    }
}
