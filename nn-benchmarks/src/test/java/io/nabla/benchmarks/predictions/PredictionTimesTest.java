package io.nabla.benchmarks.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.benchmarks.cli.OpenKernels;
import io.nabla.benchmarks.measure.CallTimer;
import io.nabla.benchmarks.measure.Latency;
import io.nabla.benchmarks.workloads.Prediction;
import io.nabla.core.kernels.AvailableKernels;
import io.nabla.data.ImageDataset;
import io.nabla.data.synthetic.SyntheticDigits;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PredictionTimesTest {
    private static final Pattern LINE = Pattern.compile(
            "RESULT peer=nabla workload=W6 net=\\d+(-\\d+)+ variant=\\S+ dtype=float(64|32) batch1_us=\\d+\\.\\d{2}"
                    + " batch1_cpu_us=\\d+\\.\\d{2} batch1024_us=\\d+\\.\\d batch1024_cpu_us=\\d+\\.\\d"
                    + " batch1024_ex_per_s=\\S+ java=\\S+");

    private static OpenKernels kernels(Prediction prediction) {
        return OpenKernels.of(new AvailableKernels().best(prediction.precision()), 1);
    }

    @Test
    void everyNetworkIsTimedAndTellsALine() {
        PredictionTimes times =
                new PredictionTimes(new CallTimer(0, 0, 3), new ImageDataset(new SyntheticDigits(1).test(20)), 1);
        for (Prediction prediction : Prediction.ALL) {
            PredictionResult result = times.of(prediction, kernels(prediction));
            assertThat(result.one().medianMicros()).isPositive();
            assertThat(result.many().medianMicros()).isPositive();
            assertThat(result.line().toString()).matches(LINE);
        }
    }

    @Test
    void theLineHasTheFormOfTheOtherLibraries() {
        PredictionResult result = new PredictionResult(
                Prediction.ALL.get(1), "784-30-10", "simd", new Latency(1.5, 1.75), new Latency(2048, 4096));
        assertThat(result.line().toString())
                .isEqualTo("RESULT peer=nabla workload=W6 net=784-30-10 variant=simd dtype=float32 batch1_us=1.50"
                        + " batch1_cpu_us=1.75 batch1024_us=2048.0 batch1024_cpu_us=4096.0 batch1024_ex_per_s=500000"
                        + " java=" + System.getProperty("java.version"));
    }
}
