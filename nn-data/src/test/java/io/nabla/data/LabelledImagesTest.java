package io.nabla.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class LabelledImagesTest {
    private static final byte[] PIXELS = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, (byte) 255, 12, 13, 14, 15, 16, 17, 18};
    private static final byte[] LABELS = {2, 0, 1};

    private final LabelledImages set = LabelledImages.copyOf(PIXELS, LABELS, 2, 3, 3);

    @Test
    void tellsItsSizes() {
        assertThat(set.size()).isEqualTo(3);
        assertThat(set.height()).isEqualTo(2);
        assertThat(set.width()).isEqualTo(3);
        assertThat(set.pixelsPerImage()).isEqualTo(6);
        assertThat(set.classes()).isEqualTo(3);
        assertThat(set).hasToString("3 images of 2 x 3 pixels in 3 classes");
    }

    @Test
    void pixelsAreUnsignedAndCountedRowByRow() {
        assertThat(set.pixel(0, 0)).isEqualTo(1);
        assertThat(set.pixel(1, 1 * 3 + 1)).isEqualTo(255);
        assertThat(set.pixel(2, 5)).isEqualTo(18);
    }

    @Test
    void labelsAreUnsigned() {
        LabelledImages many = LabelledImages.copyOf(new byte[1], new byte[] {(byte) 200}, 1, 1, 201);

        assertThat(set.label(0)).isEqualTo(2);
        assertThat(many.label(0)).isEqualTo(200);
    }

    @Test
    void copiesOneImageToAnyPlace() {
        byte[] destination = new byte[8];

        set.copyPixels(1, destination, 1);

        assertThat(destination).containsExactly(0, 7, 8, 9, 10, 255, 12, 0);
    }

    @Test
    void chosenImagesAreCopiedInTheirNewOrder() {
        LabelledImages chosen = set.slice(1, 3).chosen(1, 0, 1);
        assertThat(chosen).hasToString("3 images of 2 x 3 pixels in 3 classes");
        assertThat(new int[] {chosen.label(0), chosen.label(1), chosen.label(2)})
                .containsExactly(1, 0, 1);
        assertThat(new int[] {chosen.pixel(0, 0), chosen.pixel(1, 4), chosen.pixel(2, 5)})
                .containsExactly(13, 255, 18);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> set.chosen(3));
    }

    @Test
    void keepsItsOwnCopyOfTheArrays() {
        byte[] pixels = PIXELS.clone();
        byte[] labels = LABELS.clone();
        LabelledImages own = LabelledImages.copyOf(pixels, labels, 2, 3, 3);

        pixels[0] = 99;
        labels[0] = 0;

        assertThat(own.pixel(0, 0)).isEqualTo(1);
        assertThat(own.label(0)).isEqualTo(2);
    }

    @Test
    void aSliceOfASliceCountsFromItsOwnBeginning() {
        LabelledImages last = set.slice(1, 3).slice(1, 2);

        assertThat(last.size()).isEqualTo(1);
        assertThat(last.label(0)).isEqualTo(1);
        assertThat(last.pixel(0, 0)).isEqualTo(13);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> last.label(1));
    }

    @Test
    void aSliceMayBeEmpty() {
        assertThat(set.slice(3, 3).size()).isZero();
    }

    @Test
    void refusesASliceOutsideTheSet() {
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> set.slice(1, 4))
                .withMessage("images 1 to 4 asked for, but the set has images 0 to 3");
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> set.slice(-1, 2));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> set.slice(2, 1));
    }

    @Test
    void refusesPixelsOfAnotherImage() {
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> set.pixel(0, 6));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> set.pixel(3, 0));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> set.slice(0, 1).pixel(1, 0));
    }

    @Test
    void refusesArraysThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabelledImages.copyOf(new byte[11], new byte[2], 2, 3, 10))
                .withMessage("2 images of 2 x 3 pixels need 12 bytes, but there are 11");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabelledImages.copyOf(new byte[0], new byte[1], 1 << 16, 1 << 16, 10))
                .withMessageContaining("4294967296");
    }

    @Test
    void refusesALabelOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabelledImages.copyOf(new byte[2], new byte[] {0, 3}, 1, 1, 3))
                .withMessage("label 3 of image 1 is out of range: 3 classes are 0 to 2");
    }

    @Test
    void refusesSizesThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabelledImages.copyOf(new byte[0], new byte[1], 0, 3, 3))
                .withMessageContaining("0 x 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabelledImages.copyOf(new byte[1], new byte[1], 1, 1, 257))
                .withMessageContaining("257");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabelledImages.copyOf(new byte[1], new byte[1], 1, 1, 0))
                .withMessageContaining("not 0");
    }
}
