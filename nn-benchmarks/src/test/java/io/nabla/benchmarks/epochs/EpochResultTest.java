package io.nabla.benchmarks.epochs;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.benchmarks.measure.Span;
import io.nabla.benchmarks.workloads.Workload;
import java.util.List;
import org.junit.jupiter.api.Test;

class EpochResultTest {
    @Test
    void theFirstEpochOnlyWarmsUp() {
        EpochResult result = new EpochResult(
                Workload.W1.inFloat(),
                "simd",
                List.of(new Span(9, 8), new Span(3, 2.5), new Span(2, 1.9), new Span(1.5, 1.4)),
                List.of(0.9, 0.94, 0.92, 0.931),
                123);
        assertThat(result.line().toString())
                .isEqualTo("RESULT peer=nabla workload=W1 variant=simd dtype=float32 epoch_s=2.0000 epoch_cpu_s=1.9000"
                        + " first_s=9.0000 epochs=4 acc=0.9310 best_acc=0.9400 rss_mb=123"
                        + " wall/cpu=9.000/8.000,3.000/2.500,2.000/1.900,1.500/1.400 java="
                        + System.getProperty("java.version"));
    }

    @Test
    void anEpochAloneIsTheResult() {
        EpochResult result = new EpochResult(Workload.W2, "plain", List.of(new Span(9, 8)), List.of(0.5), 0);
        assertThat(result.line().toString())
                .contains(" dtype=float64 epoch_s=9.0000 epoch_cpu_s=8.0000 first_s=9.0000");
    }
}
