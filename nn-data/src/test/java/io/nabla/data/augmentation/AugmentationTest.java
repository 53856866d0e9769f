package io.nabla.data.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nabla.api.Shape;
import io.nabla.data.random.RandomStream;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class AugmentationTest {
    private static final Shape SHAPE = Shape.of(2, 8, 9);

    /** Numbers that another program draws too: the parts behind the point of the golden ratio's multiples. */
    private static final class GoldenRatio implements RandomGenerator {
        private int n;

        @Override
        public double nextDouble() {
            n++;
            return n * 0.6180339887498949 % 1;
        }

        @Override
        public long nextLong() {
            throw new UnsupportedOperationException("doubles alone are the same in both programs");
        }
    }

    private static byte[] image() {
        byte[] pixels = new byte[SHAPE.size()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 37);
        }
        return pixels;
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] apply(Augmentation augmentation, int height, int width, int... pixels) {
        return augmentation.apply(bytes(pixels), Shape.of(1, height, width), RandomStream.of(1));
    }

    /** SciPy: gaussian_filter(mode="constant", truncate=4) and map_coordinates(order=1, mode="grid-constant"). */
    @Test
    void anElasticDistortionGivesSciPysPixels() {
        assertThat(new ElasticDistortion(20, 2).apply(image(), SHAPE, new GoldenRatio()))
                .isEqualTo(bytes(
                        20, 74, 116, 143, 160, 167, 104, 0, 0, 117, 164, 175, 122, 176, 100, 137, 77, 24, 138, 120, 117,
                        27, 38, 75, 53, 66, 99, 79, 77, 88, 96, 107, 119, 133, 159, 157, 122, 146, 159, 169, 183, 199,
                        140, 109, 79, 175, 178, 155, 207, 81, 80, 83, 133, 148, 219, 202, 63, 67, 94, 126, 178, 146, 62,
                        91, 91, 83, 88, 109, 144, 155, 16, 5, 124, 178, 220, 144, 181, 84, 32, 7, 0, 140, 149, 149, 84,
                        76, 99, 88, 95, 112, 63, 100, 120, 131, 142, 152, 157, 159, 196, 153, 181, 160, 178, 211, 120,
                        125, 113, 52, 129, 119, 140, 18, 69, 74, 73, 117, 174, 105, 51, 74, 94, 114, 137, 177, 233, 29,
                        69, 102, 138, 171, 175, 213, 52, 97, 70, 117, 158, 178, 163, 102, 32, 59, 56, 13));
    }

    /** SciPy: map_coordinates(order=1, mode="grid-constant"). */
    @Test
    void aRotationGivesSciPysPixels() {
        assertThat(new Rotation(30).apply(image(), SHAPE, new GoldenRatio()))
                .isEqualTo(bytes(
                        24, 52, 80, 107, 134, 152, 160, 67, 12, 84, 133, 161, 162, 210, 85, 72, 70, 68, 163, 133, 176,
                        52, 40, 73, 94, 122, 149, 138, 46, 67, 94, 121, 148, 175, 203, 111, 93, 120, 148, 173, 202, 217,
                        65, 120, 52, 174, 182, 168, 183, 30, 83, 81, 109, 110, 134, 137, 53, 81, 108, 135, 162, 190,
                        149, 24, 53, 92, 139, 189, 216, 166, 116, 96, 86, 156, 184, 189, 231, 117, 42, 59, 68, 65, 138,
                        197, 102, 63, 99, 118, 145, 172, 35, 62, 90, 117, 144, 171, 198, 96, 120, 114, 143, 171, 167,
                        224, 42, 86, 59, 78, 186, 131, 174, 23, 51, 77, 104, 132, 153, 126, 49, 77, 104, 131, 158, 185,
                        187, 91, 103, 130, 157, 176, 212, 173, 78, 109, 39, 79, 121, 173, 132, 44, 86, 91, 119, 78));
    }

    @Test
    void aQuarterTurnGoesClockwise() {
        assertThat(Rotation.turned(Raster.of(bytes(1, 2, 3, 4, 5, 6, 7, 8, 9), Shape.of(1, 3, 3)), 90))
                .isEqualTo(bytes(7, 4, 1, 8, 5, 2, 9, 6, 3));
        assertThat(Rotation.turned(Raster.of(bytes(1, 2, 3, 4, 5, 6), Shape.of(1, 2, 3)), 180))
                .isEqualTo(bytes(6, 5, 4, 3, 2, 1));
    }

    @Test
    void nothingMovesWhereNothingIsAsked() {
        for (Augmentation augmentation :
                new Augmentation[] {new Rotation(0), new ElasticDistortion(0, 4), new RandomShift(0), new Shift(0, 0)
                }) {
            byte[] original = image();
            byte[] same = augmentation.apply(original, SHAPE, RandomStream.of(1));
            assertThat(same).isEqualTo(image()).isNotSameAs(original);
        }
    }

    @Test
    void theOriginalIsLeftAlone() {
        byte[] original = image();
        new Rotation(180)
                .then(new ElasticDistortion(34, 4))
                .then(new RandomShift(3))
                .apply(original, SHAPE, RandomStream.of(2));
        assertThat(original).isEqualTo(image());
    }

    @Test
    void shiftsMoveByWholePixelsAndBringBackground() {
        assertThat(apply(new Shift(1, 0), 2, 3, 1, 2, 3, 4, 5, 6)).isEqualTo(bytes(0, 1, 2, 0, 4, 5));
        assertThat(apply(new Shift(-2, 0), 2, 3, 1, 2, 3, 4, 5, 6)).isEqualTo(bytes(3, 0, 0, 6, 0, 0));
        assertThat(apply(new Shift(0, 1), 2, 3, 1, 2, 3, 4, 5, 6)).isEqualTo(bytes(0, 0, 0, 1, 2, 3));
        assertThat(apply(new Shift(1, -1), 2, 3, 1, 2, 3, 4, 5, 6)).isEqualTo(bytes(0, 4, 5, 0, 0, 0));
        assertThat(apply(new Shift(3, 0), 2, 3, 1, 2, 3, 4, 5, 6)).isEqualTo(new byte[6]);
        assertThat(apply(new Shift(0, -2), 2, 3, 1, 2, 3, 4, 5, 6)).isEqualTo(new byte[6]);
        assertThat(apply(new Shift(Integer.MIN_VALUE, Integer.MAX_VALUE), 2, 3, 1, 2, 3, 4, 5, 6))
                .isEqualTo(new byte[6]);
    }

    @Test
    void eachChannelIsShiftedByItself() {
        assertThat(new Shift(0, 1).apply(bytes(1, 2, 3, 4), Shape.of(2, 2, 1), RandomStream.of(1)))
                .isEqualTo(bytes(0, 1, 0, 3));
    }

    @Test
    void randomShiftsReachAllPlaces() {
        int[] hits = new int[25];
        RandomStream random = RandomStream.of(5);
        byte[] dot = new byte[25];
        dot[12] = 1;
        for (int i = 0; i < 25_000; i++) {
            byte[] moved = new RandomShift(2).apply(dot, Shape.of(1, 5, 5), random);
            for (int place = 0; place < 25; place++) {
                hits[place] += moved[place];
            }
        }
        // 1,000 are expected at each place, with a standard deviation of 31
        for (int hit : hits) {
            assertThat(hit).isBetween(850, 1150);
        }
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rotation(Double.NaN))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> new Rotation(181)).withMessageContaining("181");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ElasticDistortion(-1, 4))
                .withMessageContaining("-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ElasticDistortion(34, 0))
                .withMessageContaining("0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RandomShift(-1))
                .withMessageContaining("-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rotation(1).apply(new byte[4], Shape.of(4), RandomStream.of(1)))
                .withMessage("an image is channels × height × width pixels, but the shape is 4 and there are 4 pixels");
    }
}
