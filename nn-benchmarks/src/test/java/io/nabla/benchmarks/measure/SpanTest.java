package io.nabla.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpanTest {
    @Test
    void timeThatWentToOtherProgramsIsADisturbance() {
        assertThat(new Span(10, 8).isDisturbed()).isTrue();
        assertThat(new Span(10, 9.5).isDisturbed()).isFalse();
        assertThat(new Span(10, 14).isDisturbed()).isFalse();
        assertThat(new Span(0.1, 0).isDisturbed()).isFalse();
        assertThat(new Span(10, Double.NaN).isDisturbed()).isFalse();
    }

    @Test
    void theMostMemoryIsReadFromTheStatusOfTheProcess() {
        assertThat(PeakMemory.megabytes(List.of("VmPeak:\t 9000000 kB", "VmHWM:\t  204900 kB", "VmRSS:\t 1 kB")))
                .isEqualTo(200);
        assertThat(PeakMemory.megabytes(List.of())).isZero();
    }
}
