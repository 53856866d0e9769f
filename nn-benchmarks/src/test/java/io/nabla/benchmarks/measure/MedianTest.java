package io.nabla.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MedianTest {
    @Test
    void itIsTheValueInTheMiddle() {
        assertThat(Median.of(7)).isEqualTo(7);
        assertThat(Median.of(9, 1, 5)).isEqualTo(5);
    }

    @Test
    void ofAnEvenNumberItIsTheMeanOfTheTwoInTheMiddle() {
        assertThat(Median.of(4, 100, 1, 2)).isEqualTo(3);
    }

    @Test
    void theValuesStayInTheirOrder() {
        double[] values = {3, 1, 2};
        assertThat(Median.of(values)).isEqualTo(2);
        assertThat(values).containsExactly(3, 1, 2);
    }

    @Test
    void thereIsNoneOfNothing() {
        assertThatIllegalArgumentException().isThrownBy(Median::of);
    }
}
