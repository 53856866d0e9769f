package io.nabla.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvolutionTest {
    /** 65537² is 131073 in 32 bits, 65536² is 0, and twice a padding of 2³⁰ is below 0. */
    @ParameterizedTest
    @CsvSource({
        "1,28,28,1,65537,1,65536,weights",
        "1,28,28,1,65536,1,65535,weights",
        "1,28,28,1,1073741825,1,1073741824,weights",
        "1,50000,50000,1,1,50000,0,numbers in an image",
        "1,28,28,1,8000,1,7999,numbers in an image",
        "1,1000,1000,3000,1,1,0,outputs for an image",
    })
    void whatNoMatrixCanHoldIsRefused(
            int channels, int height, int width, int filters, int kernel, int stride, int padding, String message) {
        assertThatThrownBy(() -> new Convolution(channels, height, width, filters, kernel, stride, padding))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a convolution has at most 67108863 " + message);
    }

    @Test
    void theRestIsTaken() {
        Convolution convolution = new Convolution(3, 224, 224, 64, 7, 2, 3);
        assertThat(convolution.outputHeight()).isEqualTo(112);
        assertThat(convolution.outputSize()).isEqualTo(64 * 112 * 112);
        assertThat(convolution.taps()).isEqualTo(147);
    }
}
