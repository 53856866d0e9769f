package io.nabla.examples.gradcheck;

import io.nabla.core.FiniteDifferences;
import io.nabla.core.GradientCheck;
import io.nabla.examples.cli.Console;
import io.nabla.examples.cli.NetworkPlan;
import io.nabla.examples.cli.Seconds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A check for people: tables. */
final class TextReport implements Report {
    private static final String ERRORS = "%5s  %-10s %10s %14s %14s  %s";
    private static final String PASSES = "%-22s %15s %12s  %s";

    private final Console console;
    private final List<Comparison> comparisons = new ArrayList<>();

    TextReport(Console console) {
        this.console = console;
    }

    @Override
    public void started(Subject subject, Settings settings) {
        NetworkPlan plan = settings.plan();
        line(
                "network %s, %,d parameters: activation %s, output %s, cost %s, initializer %s, seed %d",
                subject.network(),
                subject.network().parameterCount(),
                subject.network().layers().get(0).activation().name(),
                subject.network().layers().get(-1).activation().name(),
                plan.cost().name(),
                plan.initializer().name(),
                settings.seed());
        line("mini-batches of %d %s; kernels %s", subject.m(), subject.dataName(), settings.arithmetic());
    }

    @Override
    public void compared(Comparison comparison) {
        comparisons.add(comparison);
        line("");
        line(
                "backpropagation against %s (epsilon %.0e)",
                words(comparison), comparison.differences().epsilon());
        line(ERRORS, "layer", "parameter", "checked", "largest error", "relative", "");
        for (GradientCheck.Result result : comparison.results()) {
            line(
                    ERRORS,
                    result.layer(),
                    result.parameter(),
                    String.format(Locale.ROOT, "%,d", result.checked()),
                    String.format(Locale.ROOT, "%.1e", result.largestError()),
                    String.format(Locale.ROOT, "%.1e", result.relativeError()),
                    remark(comparison.tolerance(), result));
        }
    }

    private static String remark(Tolerance tolerance, GradientCheck.Result result) {
        if (!tolerance.accepts(result)) {
            return "WRONG";
        }
        return tolerance.hides(result) ? "derivatives too small to tell" : "";
    }

    @Override
    public void priced(Price price) {
        line("");
        line("What one gradient of all parameters takes, for a mini-batch:");
        line(PASSES, "way", "passes", "time", "");
        line(
                PASSES,
                "backpropagation",
                "1 forth, 1 back",
                time(price.backpropSeconds()),
                String.format(Locale.ROOT, "measured, median of %,d", price.measurements()));
        for (Comparison comparison : comparisons) {
            line(
                    PASSES,
                    words(comparison),
                    String.format(Locale.ROOT, "%,d", comparison.passes()),
                    time(comparison.secondsOfAll()),
                    comparison.isSample()
                            ? String.format(
                                    Locale.ROOT,
                                    "estimated from %,d of %,d parameters",
                                    comparison.checked(),
                                    comparison.parameters())
                            : "measured");
        }
        line("");
        line(
                "One backprop costs %.2f forward passes (%s and %s, medians of %,d each after a warm-up).",
                price.passes(), time(price.backpropSeconds()), time(price.forwardSeconds()), price.measurements());
    }

    @Override
    public void finished(boolean passed, double tolerance) {
        line("");
        line(
                passed
                        ? "The gradient is right: every error is within %.0e of its parameter's largest derivative."
                        : "The gradient is WRONG: an error is more than %.0e of its parameter's largest derivative.",
                tolerance);
    }

    private static String words(Comparison comparison) {
        return comparison.differences().scheme() == FiniteDifferences.Scheme.CENTRAL
                ? "central differences"
                : "forward differences";
    }

    private static String time(double seconds) {
        return seconds < 0.1 ? String.format(Locale.ROOT, "%.3f ms", 1000 * seconds) : Seconds.inWords(seconds);
    }

    private void line(String format, Object... arguments) {
        console.result(String.format(Locale.ROOT, format, arguments).stripTrailing());
    }
}
