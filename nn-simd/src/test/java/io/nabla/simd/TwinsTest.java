package io.nabla.simd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Java cannot say an algorithm for doubles and floats at once: the source says it twice, and here it is held to be one. */
class TwinsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "%sConvolved",
                "%sConvolvedGradient",
                "%sMaxPools",
                "%sTurning",
                "%sTiles",
                "%sTiledProduct",
                "%sStrips",
                "%sSteps",
                "%sColumns",
                "%sBytes",
                "Simd%sKernels"
            })
    void theClassesForDoublesAndFloatsAreTheSameButForTheTypes(String name) throws IOException {
        assertThat(withoutTypes(source(name.formatted("Double"))))
                .isEqualTo(withoutTypes(source(name.formatted("Float"))));
    }

    private static String source(String type) throws IOException {
        return Files.readString(Path.of("src/main/java/io/nabla/simd", type + ".java"));
    }

    /** A float's twin rounds what comes in as a double; where lines break does not count. */
    private static String withoutTypes(String source) {
        return source.replace("(float) ", "")
                .replaceAll("LongVector|IntVector", "BitsVector")
                .replaceAll("reinterpretAs(Longs|Ints)", "reinterpretAsBits")
                .replaceAll("(doubleToRawLong|floatToRawInt)Bits", "toRawBits")
                .replaceAll("I2[DF]", "I2N")
                .replaceAll("(Long|Integer)\\.SIZE", "Bits.SIZE")
                .replace("1L <<", "1 <<")
                .replaceAll("<(Long|Integer)>", "<Bits>")
                .replaceAll("DOUBLE|FLOAT", "NUMBER")
                .replaceAll("doubles|floats", "numbers")
                .replaceAll("Double|Float", "Number")
                .replaceAll("\\b(double|float)\\b", "number")
                .replaceAll("\\b(long|int)\\b", "whole")
                .replaceAll("0\\.0|0f", "0")
                .replaceAll("\\s+", "");
    }
}
