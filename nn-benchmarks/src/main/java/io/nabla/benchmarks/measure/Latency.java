package io.nabla.benchmarks.measure;

/**
 * How long one call takes.
 *
 * @param medianMicros microseconds on the wall's clock, the median of calls timed one by one
 * @param cpuMicros microseconds of CPU time, the mean of the same calls; more to be trusted where others use the core
 */
public record Latency(double medianMicros, double cpuMicros) {
    /** How many calls a second are surely possible: by the better of the two clocks. */
    public double callsPerSecond() {
        double micros = Double.isNaN(cpuMicros) ? medianMicros : Math.min(medianMicros, cpuMicros);
        return 1e6 / micros;
    }
}
