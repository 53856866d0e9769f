package io.nabla.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallTimerTest {
    @Test
    void callsAreNumberedFromTheFirstThatWarmsUp() {
        List<Integer> numbers = new ArrayList<>();
        new CallTimer(0, 0, 5).time(i -> {
            numbers.add(i);
            return i;
        });
        assertThat(numbers).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void timesAreMicrosecondsOfOneCall() {
        Latency latency = new CallTimer(0, 0, 3).time(i -> {
            long end = System.nanoTime() + 2_000_000;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            return 1;
        });
        assertThat(latency.medianMicros()).isBetween(2000.0, 2_000_000.0);
        assertThat(latency.callsPerSecond()).isPositive();
    }

    @Test
    void aResultThatIsNoNumberIsNotTimed() {
        assertThatIllegalStateException().isThrownBy(() -> new CallTimer(0, 0, 1).time(i -> Double.NaN));
    }

    @Test
    void atLeastOneCallIsMeasured() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CallTimer(0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new CallTimer(0, Double.NaN, 1));
    }
}
