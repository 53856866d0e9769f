package io.nabla.examples.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SingleNeuronTest {
    private static final double SIX_DIGITS = 0.5e-6;

    @Test
    void outputsAreTheBooksToSixDigits() {
        Played played = new Played();

        assertThat(new SingleNeuron().play(played.full())).isTrue();

        assertThat(played.runs()).containsExactly("weight=0.6,bias=0.9 300", "weight=2.0,bias=2.0 300");
        assertThat(output(played, "weight=0.6,bias=0.9", 0)).isCloseTo(0.817574, within(SIX_DIGITS));
        assertThat(output(played, "weight=0.6,bias=0.9", 300)).isCloseTo(0.093956, within(SIX_DIGITS));
        assertThat(output(played, "weight=2.0,bias=2.0", 0)).isCloseTo(0.982014, within(SIX_DIGITS));
        assertThat(output(played, "weight=2.0,bias=2.0", 300)).isCloseTo(0.202848, within(SIX_DIGITS));
    }

    @Test
    void theLastEpochIsReadAlsoWhenItIsNoTenth() {
        Played played = new Played();

        new SingleNeuron().play(played.epochs(7));

        assertThat(played.readings()).extracting(Reading::epoch).containsExactly(0, 7, 0, 7);
    }

    @Test
    void stopsWhenAsked() {
        Played played = new Played();

        assertThat(new SingleNeuron().play(played.replay(OptionalInt.empty(), () -> true)))
                .isFalse();

        assertThat(played.runs()).hasSize(1);
    }

    private static double output(Played played, String run, int epoch) {
        List<Reading> found = played.readings().stream()
                .filter(reading -> reading.run().equals(run) && reading.epoch() == epoch)
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0).values().get(Measure.OUTPUT);
    }
}
