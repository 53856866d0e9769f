package io.nabla.benchmarks.epochs;

import io.nabla.benchmarks.measure.Median;
import io.nabla.benchmarks.measure.ResultLine;
import io.nabla.benchmarks.measure.Span;
import io.nabla.benchmarks.workloads.DataType;
import io.nabla.benchmarks.workloads.Workload;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What the epochs of a workload took and brought.
 *
 * @param workload what was trained
 * @param variant what with: {@code simd}
 * @param epochs the time of each, at least one
 * @param accuracies the part of the test images that was right after each
 * @param peakMegabytes the most memory that the process had held by then
 */
public record EpochResult(
        Workload workload, String variant, List<Span> epochs, List<Double> accuracies, long peakMegabytes) {
    /** Keeps its own copies of the lists. */
    public EpochResult {
        epochs = List.copyOf(epochs);
        accuracies = List.copyOf(accuracies);
    }

    /** The median of the epochs after the first, which warms up; of the first if it is alone. */
    double median(ToDoubleFunction<Span> clock) {
        List<Span> later = epochs.size() > 1 ? epochs.subList(1, epochs.size()) : epochs;
        return Median.of(later.stream().mapToDouble(clock).toArray());
    }

    /** The result as a line. */
    public ResultLine line() {
        return new ResultLine()
                .with("workload", workload.label())
                .with("variant", variant)
                .with("dtype", DataType.of(workload.precision()))
                .with("epoch_s", median(Span::wall), 4)
                .with("epoch_cpu_s", median(Span::cpu), 4)
                .with("first_s", epochs.get(0).wall(), 4)
                .with("epochs", epochs.size())
                .with("acc", accuracies.get(accuracies.size() - 1), 4)
                .with("best_acc", Collections.max(accuracies), 4)
                .with("rss_mb", peakMegabytes)
                .with(
                        "wall/cpu",
                        epochs.stream()
                                .map(span -> String.format(Locale.ROOT, "%.3f/%.3f", span.wall(), span.cpu()))
                                .collect(Collectors.joining(",")));
    }
}
