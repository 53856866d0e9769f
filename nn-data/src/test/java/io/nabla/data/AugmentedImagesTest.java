package io.nabla.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nabla.api.Dataset;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.api.Shape;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.data.augmentation.Augmentation;
import io.nabla.data.augmentation.ElasticDistortion;
import io.nabla.data.augmentation.RandomShift;
import io.nabla.data.augmentation.Rotation;
import io.nabla.data.augmentation.Shift;
import io.nabla.data.synthetic.SyntheticDigits;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AugmentedImagesTest {
    private static final Augmentation ALL =
            new Rotation(15).then(new ElasticDistortion(34, 4)).then(new RandomShift(2));

    private final LabelledImages digits = new SyntheticDigits(1).training(20);

    @Test
    void theBooksExpansionIsTheImagesAndFourCopiesEachMovedByAPixel() {
        LabelledImages small = LabelledImages.copyOf(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, new byte[] {1, 0}, 2, 2, 2);

        LabelledImages expanded = new AugmentedImages(small, Shift.onePixelEachWay(), 0).drawn();

        byte[] pixels = new byte[40];
        for (int i = 0; i < 10; i++) {
            expanded.copyPixels(i, pixels, 4 * i);
            assertThat(expanded.label(i)).isEqualTo(small.label(i % 2));
        }
        assertThat(pixels)
                .containsExactly(
                        1, 2, 3, 4, 5, 6, 7, 8, // as they are
                        0, 0, 1, 2, 0, 0, 5, 6, // down
                        3, 4, 0, 0, 7, 8, 0, 0, // up
                        0, 1, 0, 3, 0, 5, 0, 7, // to the right
                        2, 0, 4, 0, 6, 0, 8, 0); // to the left
    }

    @Test
    void whatIsDrawnAheadOfTimeIsWhatMiniBatchesGet() {
        AugmentedImages augmented = new AugmentedImages(digits, Collections.nCopies(3, ALL), 42);
        Dataset drawn = new ImageDataset(augmented.drawn());
        int[] order = IntStream.range(0, 80).map(i -> i * 37 % 80).toArray();

        assertThat(augmented.size()).isEqualTo(80);
        assertThat(augmented.inputs()).isEqualTo(Shape.of(1, 28, 28));
        assertThat(copied(augmented, order, true).sameBits(copied(drawn, order, true)))
                .isTrue();
        assertThat(copied(augmented, order, false).sameBits(copied(drawn, order, false)))
                .isTrue();
    }

    private static Matrix copied(Dataset data, int[] order, boolean input) {
        Matrix x = Matrix.zeros(PlainKernels.of(Precision.FLOAT), 784, order.length);
        Matrix y = Matrix.zeros(PlainKernels.of(Precision.FLOAT), 10, order.length);
        x.fill(5);
        y.fill(5);
        data.copyExamples(order, 0, x, y);
        return input ? x : y;
    }

    @Test
    void versionsDifferAndTheSameSeedGivesTheSame() {
        AugmentedImages augmented = new AugmentedImages(digits, List.of(ALL, ALL), 42);
        Matrix first = copied(augmented, new int[] {3, 23, 43}, true);

        assertThat(first.columnCopy(0).sameBits(first.columnCopy(1))).isFalse();
        assertThat(first.columnCopy(1).sameBits(first.columnCopy(2))).isFalse();
        assertThat(copied(new AugmentedImages(digits, List.of(ALL, ALL), 42), new int[] {3, 23, 43}, true)
                        .sameBits(first))
                .isTrue();
        assertThat(copied(new AugmentedImages(digits, List.of(ALL, ALL), 43), new int[] {3, 23, 43}, true)
                        .sameBits(first))
                .isFalse();
    }

    @Test
    void anAugmentationThatChangesTheSizeIsRefused() {
        AugmentedImages augmented = new AugmentedImages(digits, List.of((pixels, shape, random) -> new byte[7]), 1);
        assertThatIllegalArgumentException()
                .isThrownBy(augmented::drawn)
                .withMessage("an augmentation makes 7 pixels of 784; an image keeps its size");
    }

    @Test
    void tooManyOrTooFewAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AugmentedImages(digits.slice(0, 0), List.of(), 1))
                .withMessageContaining("0 images in 1 versions are 0 examples");
        AugmentedImages many = new AugmentedImages(digits, Collections.nCopies(200_000, ALL), 1);
        assertThatIllegalArgumentException().isThrownBy(many::drawn).withMessageContaining("do not fit one array");
    }
}
