package io.nabla.benchmarks.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.api.Product;
import io.nabla.core.kernels.CommonsMathKernels;
import io.nabla.core.kernels.PlainKernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayerProductTest {
    private static final LayerShape LAYER = LayerShape.of("5x7x3");

    @ParameterizedTest
    @EnumSource
    void theProductIsThatOfALayerAndTheSameByAllKernels(Product product) {
        Matrix plain = LayerProduct.of(product, LAYER, PlainKernels.of(Precision.DOUBLE))
                .compute();
        Matrix reference =
                LayerProduct.of(product, LAYER, new CommonsMathKernels()).compute();
        assertThat(plain.rows()).isEqualTo(product == Product.LEFT_TRANSPOSED ? 7 : 5);
        assertThat(plain.columns()).isEqualTo(product == Product.RIGHT_TRANSPOSED ? 7 : 3);
        for (int i = 0; i < plain.size(); i++) {
            assertThat(plain.get(i)).isCloseTo(reference.get(i), org.assertj.core.data.Offset.offset(1e-12));
        }
    }

    @Test
    void everyProductOfALayerIsAsMuchWork() {
        assertThat(LAYER.flops()).isEqualTo(2 * 5 * 7 * 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5x7", "5x7x3x1", "0x7x3", "5 x 7 x 3", "ax7x3"})
    void anotherTextIsNoLayer(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LayerShape.of(text))
                .withMessageContaining("30x784x10")
                .withMessageContaining("'" + text + "'");
    }
}
