package io.nabla.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.api.State;
import io.nabla.api.Stateful;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.random.MersenneTwister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against the Mersenne Twister of Commons Math. */
class Mt19937Test {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 42, 5489, 12345678, Integer.MAX_VALUE})
    void theNumbersAreThoseOfAnotherMersenneTwister(int seed) {
        MersenneTwister byNumber = new MersenneTwister(seed);
        MersenneTwister byList = new MersenneTwister(new int[] {seed});
        Mt19937 ours = Mt19937.seededBy(seed);
        Mt19937 oursByList = Mt19937.seededByList(seed);
        for (int i = 0; i < 3_000; i++) {
            assertThat(ours.next()).isEqualTo(byNumber.nextInt());
            assertThat(oursByList.next()).isEqualTo(byList.nextInt());
        }
    }

    /** Before the first number, at both ends of the words, and with a Gaussian that is kept for the next call. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 311, 312, 313, 1_000})
    void aGeneratorGoesOnFromTheStateOfAnother(int draws) {
        NumpyRandom numpy = new NumpyRandom(7);
        PythonRandom python = new PythonRandom(7);
        for (int i = 0; i < draws; i++) {
            numpy.nextGaussian();
            python.nextDouble();
        }
        NumpyRandom resumedNumpy = resumed(numpy, new NumpyRandom(8));
        PythonRandom resumedPython = resumed(python, new PythonRandom(8));
        for (int i = 0; i < 1_000; i++) {
            assertThat(resumedNumpy.nextGaussian()).isEqualTo(numpy.nextGaussian());
            assertThat(resumedNumpy.nextLong()).isEqualTo(numpy.nextLong());
            assertThat(resumedPython.nextDouble()).isEqualTo(python.nextDouble());
        }
    }

    private static <R extends RandomGenerator & Stateful> R resumed(R from, R to) {
        to.restore(from.state().orElseThrow());
        return to;
    }

    @Test
    void aStateThatIsNoneIsRefused() {
        NumpyRandom random = new NumpyRandom(7);
        assertThatThrownBy(() -> random.restore(State.empty())).hasMessageContaining("no numbers named 'words'");
        State tooFar = State.empty().with("words", new double[624]).with("next", 625);
        assertThatThrownBy(() -> random.restore(tooFar)).hasMessageContaining("from 0 to 624, but it is 625");
    }
}
