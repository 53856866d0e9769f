package io.nabla.benchmarks.predictions;

import io.nabla.benchmarks.measure.Latency;
import io.nabla.benchmarks.measure.ResultLine;
import io.nabla.benchmarks.workloads.DataType;
import io.nabla.benchmarks.workloads.Prediction;

/**
 * How long predictions took.
 *
 * @param prediction what predicted
 * @param net the sizes of the network: {@code 784-30-10}
 * @param variant what with: {@code simd}
 * @param one of one image
 * @param many of {@link PredictionTimes#MANY} images at once
 */
public record PredictionResult(Prediction prediction, String net, String variant, Latency one, Latency many) {
    /** How many images a second, many at once. */
    public double imagesPerSecond() {
        return PredictionTimes.MANY * many.callsPerSecond();
    }

    /** The result as a line. */
    public ResultLine line() {
        return new ResultLine()
                .with("workload", "W6")
                .with("net", net)
                .with("variant", variant)
                .with("dtype", DataType.of(prediction.precision()))
                .with("batch1_us", one.medianMicros(), 2)
                .with("batch1_cpu_us", one.cpuMicros(), 2)
                .with("batch1024_us", many.medianMicros(), 1)
                .with("batch1024_cpu_us", many.cpuMicros(), 1)
                .with("batch1024_ex_per_s", imagesPerSecond(), 0);
    }
}
