package io.nabla.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Expected numbers were printed by NumPy 2.4 and Python 3.11. */
class NumpyRandomTest {
    /** NumPy takes the logarithm of its platform, we take StrictMath's: they may differ in the last bit. */
    private static final Offset<Double> LAST_BITS = Offset.offset(0x1p-51);

    @Test
    void gaussiansAreThoseOfNumpyRandn() {
        NumpyRandom random = new NumpyRandom(12345678);
        assertThat(DoubleStream.generate(random::nextGaussian).limit(5).toArray())
                .containsExactly(
                        new double[] {
                            0.5537081891302397,
                            -1.4596319930600405,
                            -1.294585139377667,
                            -1.5096739451572456,
                            1.5718749014908178
                        },
                        LAST_BITS);
    }

    @Test
    void uniformsAreThoseOfNumpyRandAndMixWithGaussians() {
        NumpyRandom random = new NumpyRandom(42);
        assertThat(DoubleStream.generate(random::nextDouble).limit(3).toArray())
                .containsExactly(0.3745401188473625, 0.9507143064099162, 0.7319939418114051);
        assertThat(DoubleStream.generate(random::nextGaussian).limit(3).toArray())
                .containsExactly(
                        new double[] {-1.1118801180469204, 0.31890218468938336, 0.2790412922001377}, LAST_BITS);
    }

    @Test
    void pythonRandomIsPythons() {
        assertThat(DoubleStream.generate(new PythonRandom(12345678)::nextDouble)
                        .limit(3)
                        .toArray())
                .containsExactly(0.7202671550185803, 0.6330310001166692, 0.22877255649315598);
        assertThat(DoubleStream.generate(new PythonRandom(42)::nextDouble)
                        .limit(3)
                        .toArray())
                .containsExactly(0.6394267984578837, 0.025010755222666936, 0.27502931836911926);
    }

    @Test
    void longsAreTwoOutputsTheFirstAbove() {
        NumpyRandom ints = new NumpyRandom(7);
        long expected = ((long) ints.nextInt() << 32) | (ints.nextInt() & 0xffffffffL);
        assertThat(new NumpyRandom(7).nextLong()).isEqualTo(expected);
        assertThat(new PythonRandom(7).nextLong()).isNotEqualTo(expected);
        assertThat(new PythonRandom(7).nextInt()).isEqualTo((int) (new PythonRandom(7).nextLong() >>> 32));
    }

    @Test
    void aNegativeSeedIsRefused() {
        assertThatThrownBy(() -> new NumpyRandom(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 to 2147483647")
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> new PythonRandom(-5)).hasMessageContaining("-5");
    }
}
