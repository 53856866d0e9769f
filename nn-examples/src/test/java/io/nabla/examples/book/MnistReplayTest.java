package io.nabla.examples.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The book's figures on the real MNIST. The expected numbers are the first of {@code fig/overfitting.json} in the book's
 * repository, mnielsen/neural-networks-and-deep-learning (MIT licence), and the count that chapter 1 names.
 */
@EnabledIfEnvironmentVariable(
        named = "NN_MNIST",
        matches = ".+",
        disabledReason = "the book's figures are about MNIST: set NN_MNIST to a folder with its four files")
class MnistReplayTest {
    private static final double[] TEST_COST = {
        2.076277232332908, 1.8232334122685845, 1.6640751933146665, 1.4913409287162824, 1.4626645665352562,
        1.5608730982986192, 1.3270934349008427, 1.3031689400520545, 1.2737198013316875, 1.2353298430277617,
        1.2781249875365142, 1.2587094591590358, 1.2236320447498565, 1.2049258878595992, 1.202838510821453,
        1.217590328480458, 1.2166038163981336, 1.2302002518540471, 1.2284292747614989, 1.2284082512336671
    };
    private static final Double[] TEST_CORRECT = {
        5887.0, 6505.0, 6970.0, 7271.0, 7433.0, 7198.0, 7710.0, 7747.0, 7850.0, 7899.0, 7853.0, 7848.0, 7986.0, 8020.0,
        8046.0, 8039.0, 8056.0, 8090.0, 8090.0, 8107.0
    };
    private static final double[] TRAINING_COST = {
        1.8433647860328504, 1.4777434227600235, 1.2072861295975754, 1.0133122929166287, 0.9046315580572455,
        0.8891408524587663, 0.6951073639967202, 0.6006328206990252, 0.5409160311041388, 0.47790622727830795,
        0.45205834534806816, 0.4182355725992857, 0.3635388665811726, 0.34097725702984655, 0.30704391068438625,
        0.2850523820615701, 0.27569888987164376, 0.24768957063883623, 0.23176895744869463, 0.21675013886039948
    };
    private static final Double[] TRAINING_CORRECT = {
        690.0, 749.0, 812.0, 848.0, 872.0, 865.0, 914.0, 932.0, 948.0, 949.0, 957.0, 966.0, 970.0, 973.0, 979.0, 977.0,
        981.0, 982.0, 982.0, 985.0
    };

    private static BookData mnist;

    @BeforeAll
    static void read() throws IOException {
        mnist = Played.mnist();
    }

    @Test
    void twentyEpochsOfOverfittingAreTheAuthors() {
        Played played = new Played();

        boolean finished = ((Scenario.OnMnist) Chapter3.overfitting()).play(mnist, played.epochs(20));

        assertThat(finished).isTrue();
        assertThat(played.values(Measure.TEST_CORRECT)).containsExactly(TEST_CORRECT);
        assertThat(played.values(Measure.TRAINING_CORRECT)).containsExactly(TRAINING_CORRECT);
        assertWithin1e9(played.values(Measure.TEST_COST), TEST_COST);
        assertWithin1e9(played.values(Measure.TRAINING_COST), TRAINING_COST);
    }

    @Test
    void darknessIsRightFor2225Images() {
        Played played = new Played();

        new Darkness().play(mnist, played.full());

        assertThat(played.values(Measure.TEST_CORRECT)).containsExactly(2225.0);
    }

    /** The author's start is another, so the norms are his to a factor of two; but each layer learns faster than the one before. */
    @Test
    void earlyLayersLearnMoreSlowlyAsTheyDidForTheAuthor() {
        Played played = new Played();
        Scenario.OnMnist norms = new GradientNorms();

        norms.play(mnist, played.full());

        List<Double> ours = played.values(Measure.GRADIENT_NORM);
        assertThat(ours).hasSize(9);
        for (int i = 0; i < 9; i++) {
            double published = norms.published().get(i).value();
            assertThat(ours.get(i) / published)
                    .as("%s", norms.published().get(i))
                    .isBetween(0.5, 2.0);
        }
        assertThat(List.of(ours.get(0), ours.get(1))).isSorted();
        assertThat(ours.subList(2, 5)).isSorted();
        assertThat(ours.subList(5, 9)).isSorted();
    }

    /** A few hundred images do not make 99 percent, but far more than chance. */
    @Test
    void aConvolutionalNetworkLearns() {
        Played played = new Played();
        BookData little = new BookData(
                mnist.training().slice(0, 400),
                mnist.validation().slice(0, 100),
                mnist.test().slice(0, 100));

        boolean finished = ((Scenario.OnMnist) Chapter6.conv2Relu()).play(little, played.epochs(3));

        assertThat(finished).isTrue();
        assertThat(played.values(Measure.TEST_CORRECT)).hasSize(3);
        assertThat(played.values(Measure.TEST_CORRECT).get(2)).isGreaterThan(50.0);
    }

    private static void assertWithin1e9(List<Double> ours, double[] published) {
        assertThat(ours).hasSize(published.length);
        for (int i = 0; i < published.length; i++) {
            assertThat(ours.get(i)).as("epoch %d", i + 1).isCloseTo(published[i], within(1e-9 * published[i]));
        }
    }
}
