package io.nabla.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.nabla.data.LabelledImages;
import io.nabla.data.TrainTestSplit;
import io.nabla.data.mnist.Mnist;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

class SyntheticDigitsTest {
    private static final TrainTestSplit DIGITS = new SyntheticDigits(42).split();

    @Test
    void makesTheDefaultSets() {
        assertThat(DIGITS.training()).hasToString("10000 images of 28 x 28 pixels in 10 classes");
        assertThat(DIGITS.test()).hasToString("2000 images of 28 x 28 pixels in 10 classes");
    }

    /** The bytes of seed 42 on every machine and JDK; a change here changes what users' runs give. */
    @Test
    void theBytesOfASeedAreTheSameForEver() {
        assertThat(sha256(DIGITS.training()))
                .isEqualTo("21a011d3f8e17be118bc4de36a443f65e44972f1a6d34e0b5c87997fa7dab091");
        assertThat(sha256(DIGITS.test())).isEqualTo("991a19e0c7dde7b972a8e3f4d5d6ed0c724b22fe3e891de43458b87037ac29c8");
    }

    @Test
    void aSmallerSetIsTheBeginningOfALargerOne() {
        assertThat(sha256(new SyntheticDigits(42).test(137)))
                .isEqualTo(sha256(DIGITS.test().slice(0, 137)));
    }

    @Test
    void anotherSeedGivesOtherDigits() {
        assertThat(sha256(new SyntheticDigits(43).test(10)))
                .isNotEqualTo(sha256(DIGITS.test().slice(0, 10)));
    }

    @Test
    void everyImageIsDifferent() {
        Set<String> seen = new HashSet<>();
        for (LabelledImages set : new LabelledImages[] {DIGITS.training(), DIGITS.test()}) {
            for (int i = 0; i < set.size(); i++) {
                assertThat(seen.add(sha256(set.slice(i, i + 1)))).isTrue();
            }
        }
    }

    @Test
    void everyTenImagesHaveEachDigitOnceInRandomOrder() {
        Set<String> orders = new HashSet<>();
        for (int from = 0; from < 1000; from += 10) {
            StringBuilder order = new StringBuilder();
            for (int i = from; i < from + 10; i++) {
                order.append(DIGITS.training().label(i));
            }
            assertThat(order.chars().distinct().count()).isEqualTo(10);
            orders.add(order.toString());
        }
        assertThat(orders).hasSizeGreaterThan(90);
    }

    @Test
    void imagesAreCentredByMassWithAMarginAsMnistsAre() {
        LabelledImages set = DIGITS.test();
        double ink = 0;
        for (int i = 0; i < set.size(); i++) {
            double mass = 0;
            double x = 0;
            double y = 0;
            for (int row = 0; row < 28; row++) {
                for (int column = 0; column < 28; column++) {
                    int pixel = set.pixel(i, row * 28 + column);
                    mass += pixel;
                    x += pixel * column;
                    y += pixel * row;
                }
            }
            assertThat(x / mass).isCloseTo(14, within(0.51));
            assertThat(y / mass).isCloseTo(14, within(0.51));
            ink += mass / 784 / set.size();
        }
        assertThat(ink).isCloseTo(33.3, within(3.0)); // MNIST: 33.3
    }

    /** Nearest class mean: hopeless on noise (10%), too good on digits that are all alike (100%). */
    @Test
    void theDigitsCanBeReadButNotTooEasily() {
        assertThat(nearestMeanAccuracy(DIGITS.training(), DIGITS.test())).isBetween(0.70, 0.92);
    }

    @Test
    @EnabledIfEnvironmentVariable(
            named = "NN_MNIST",
            matches = ".+",
            disabledReason = "NN_MNIST does not name a folder with MNIST")
    void theMeansOfSyntheticDigitsReadRealOnes() throws IOException {
        LabelledImages real = Mnist.in(Path.of(System.getenv("NN_MNIST"))).test();

        // the means of MNIST's own training set read 82%
        assertThat(nearestMeanAccuracy(DIGITS.training(), real)).isGreaterThan(0.74);
    }

    @Test
    void refusesCountsThatCannotBe() {
        SyntheticDigits digits = new SyntheticDigits(1);
        assertThatIllegalArgumentException().isThrownBy(() -> digits.training(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> digits.test(3_000_000))
                .withMessage("1 to 2739137 digits can be made, not 3000000");
    }

    private static double nearestMeanAccuracy(LabelledImages training, LabelledImages test) {
        double[][] means = new double[10][784];
        int[] counts = new int[10];
        for (int i = 0; i < training.size(); i++) {
            counts[training.label(i)]++;
        }
        for (int i = 0; i < training.size(); i++) {
            int label = training.label(i);
            for (int p = 0; p < 784; p++) {
                means[label][p] += (double) training.pixel(i, p) / counts[label];
            }
        }
        int right = 0;
        for (int i = 0; i < test.size(); i++) {
            int best = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int label = 0; label < 10; label++) {
                double distance = 0;
                for (int p = 0; p < 784; p++) {
                    double difference = test.pixel(i, p) - means[label][p];
                    distance += difference * difference;
                }
                if (distance < least) {
                    least = distance;
                    best = label;
                }
            }
            right += best == test.label(i) ? 1 : 0;
        }
        return (double) right / test.size();
    }

    private static String sha256(LabelledImages set) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] pixels = new byte[set.pixelsPerImage()];
            for (int i = 0; i < set.size(); i++) {
                set.copyPixels(i, pixels, 0);
                digest.update(pixels);
                digest.update((byte) set.label(i));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
