package io.nabla.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.api.Dataset;
import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.api.Shape;
import io.nabla.core.kernels.PlainKernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImageDatasetTest {
    private final LabelledImages images = LabelledImages.copyOf(
            new byte[] {0, (byte) 255, (byte) 128, 64, 1, 2, 3, 4, 16, 0, 0, 0}, new byte[] {2, 0, 1}, 2, 2, 3);
    private final Dataset data = new ImageDataset(images);

    @ParameterizedTest
    @EnumSource
    void pixelsAreDividedBy256AndLabelsBecomeOneHot(Precision precision) {
        Kernels kernels = PlainKernels.of(precision);
        Matrix x = Matrix.zeros(kernels, 4, 2);
        Matrix y = Matrix.zeros(kernels, 3, 2);
        x.fill(7);
        y.fill(7);
        data.copyExamples(new int[] {1, 2, 0}, 1, x, y);
        assertThat(x.sameBits(Matrix.of(kernels, new double[][] {{16 / 256.0, 0}, {0, 255 / 256.0}, {0, 0.5}, {0, 0.25}
                })))
                .isTrue();
        assertThat(y.sameBits(Matrix.of(kernels, new double[][] {{0, 0}, {1, 0}, {0, 1}})))
                .isTrue();
    }

    @Test
    void knowsItsShapes() {
        assertThat(data.size()).isEqualTo(3);
        assertThat(data.inputs()).isEqualTo(Shape.of(1, 2, 2));
        assertThat(data.targets()).isEqualTo(Shape.of(3));
        assertThat(data.slice(1, 3).size()).isEqualTo(2);
        assertThat(new ImageDataset(images).images()).isSameAs(images);
    }

    @Test
    void aSliceCountsFromItsOwnStart() {
        Kernels kernels = PlainKernels.of(Precision.DOUBLE);
        Matrix x = Matrix.zeros(kernels, 4, 1);
        Matrix y = Matrix.zeros(kernels, 3, 1);
        data.slice(1, 3).copyExamples(new int[] {0}, 0, x, y);
        assertThat(x.get(0, 0)).isEqualTo(1 / 256.0);
        assertThatThrownBy(() -> data.slice(1, 3).copyExamples(new int[] {2}, 0, x, y))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> data.slice(2, 2)).hasMessageContaining("at least one example");
        assertThatThrownBy(() -> data.slice(1, 4)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void noImagesAreRefused() {
        assertThatThrownBy(() -> new ImageDataset(images.slice(0, 0))).hasMessageContaining("at least one image");
    }
}
