package io.nabla.examples.small;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nabla.core.ConfusionMatrix;
import io.nabla.core.Network;
import org.junit.jupiter.api.Test;

/** Each small program does what it says. */
class SmallProgramsTest {
    @Test
    void xorIsLearned() {
        Network network = Xor.train();
        assertThat(Xor.answer(network, 0, 0)).isLessThan(0.1);
        assertThat(Xor.answer(network, 0, 1)).isGreaterThan(0.9);
        assertThat(Xor.answer(network, 1, 0)).isGreaterThan(0.9);
        assertThat(Xor.answer(network, 1, 1)).isLessThan(0.1);
    }

    @Test
    void theSineCurveIsLearnedFromNoisyPoints() {
        Network network = SineCurve.train();
        for (double x = -3; x <= 3; x += 0.25) {
            assertThat(SineCurve.value(network, x)).isCloseTo(StrictMath.sin(x), within(0.08));
        }
    }

    @Test
    void bothWaysToWriteAnActivationLearnAlike() {
        ConfusionMatrix byClass = OwnActivation.train(new OwnActivation.Swish());
        ConfusionMatrix byFormula = OwnActivation.train(OwnActivation.fromFormula());
        assertThat(byClass.accuracy()).isGreaterThan(0.85);
        assertThat(byFormula.accuracy()).isCloseTo(byClass.accuracy(), within(0.02));
    }
}
