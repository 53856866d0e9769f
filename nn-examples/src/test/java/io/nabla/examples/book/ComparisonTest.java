package io.nabla.examples.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final List<Reading> READINGS = List.of(
            new Reading("a", 1, Map.of(Measure.TEST_CORRECT, 9000.0, Measure.TEST_COST, 0.5)),
            new Reading("a", 2, Map.of(Measure.TEST_CORRECT, 9200.0, Measure.TEST_COST, 0.4)),
            new Reading("a", 3, Map.of(Measure.TEST_CORRECT, 9100.0, Measure.TEST_COST, 0.3)),
            new Reading("b", 3, Map.of(Measure.TEST_CORRECT, 9900.0)));

    @Test
    void figuresAreFoundByRunEpochAndMeasure() {
        assertThat(Published.after(1, "a", Measure.TEST_COST, 1).ours(READINGS)).contains(0.5);
        assertThat(Published.after(3, "b", Measure.TEST_CORRECT, 1).ours(READINGS))
                .contains(9900.0);
        assertThat(Published.best("a", Measure.TEST_CORRECT, 1).ours(READINGS)).contains(9200.0);
    }

    @Test
    void whatTheReplayDidNotGetToIsLeftOut() {
        Published there = Published.after(3, "a", Measure.TEST_CORRECT, 9100);
        Published notThere = Published.after(30, "a", Measure.TEST_CORRECT, 9500);

        assertThat(Comparison.of(List.of(notThere, there), READINGS)).containsExactly(new Comparison(there, 9100));
    }

    @Test
    void differencesAreToldInTheMeasuresOwnWay() {
        assertThat(difference(Measure.TEST_CORRECT, 9542, 9542)).isEqualTo("equal");
        assertThat(difference(Measure.TEST_CORRECT, 9542, 9519)).isEqualTo("-23");
        assertThat(difference(Measure.TEST_CORRECT, 9542, 9550)).isEqualTo("+8");
        assertThat(difference(Measure.TEST_COST, 2, 2)).isEqualTo("equal");
        assertThat(difference(Measure.TEST_COST, 2, 2 + 4e-14)).isEqualTo("equal but for 2e-14 of it");
        assertThat(difference(Measure.TEST_COST, 2, 1.9)).isEqualTo("-5.00 %");
        assertThat(difference(Measure.OUTPUT, 0.09, 0.0940)).isEqualTo("equal, rounded as printed");
        assertThat(difference(Measure.OUTPUT, 0.09, 0.0960)).isEqualTo("+0.006000");
    }

    private static String difference(Measure measure, double published, double ours) {
        return new Comparison(Published.after(1, "a", measure, published), ours).difference();
    }
}
