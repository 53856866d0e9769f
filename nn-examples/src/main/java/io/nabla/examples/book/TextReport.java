package io.nabla.examples.book;

import io.nabla.api.MiniBatchCompleted;
import io.nabla.examples.cli.Console;
import io.nabla.examples.cli.ImageData;
import io.nabla.examples.cli.Seconds;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A replay for people: a line for each reading, and at the end the author's figures beside ours. */
final class TextReport implements Report {
    private final Console console;
    private String run = "";
    private int epochs;

    TextReport(Console console) {
        this.console = console;
    }

    @Override
    public void started(Scenario scenario, Optional<ImageData> data) {
        console.result(scenario.name() + ": " + scenario.title() + " (" + scenario.place() + ")");
        data.ifPresent(images -> console.result(images.toString()));
    }

    @Override
    public void runStarted(String name, int number) {
        run = name;
        epochs = number;
        console.bar().start();
        console.result("run " + name);
    }

    @Override
    public void miniBatchCompleted(MiniBatchCompleted event) {
        double done = event.epoch() - 1 + (double) event.miniBatch() / event.miniBatches();
        console.bar().show(run + " " + event.epoch() + "/" + epochs, done / epochs);
    }

    @Override
    public void read(Reading reading) {
        int width = String.valueOf(epochs).length();
        String when =
                epochs == 0 ? "" : String.format(Locale.ROOT, "epoch %" + width + "d/%d  ", reading.epoch(), epochs);
        console.result(when
                + reading.values().entrySet().stream()
                        .map(value ->
                                value.getKey().words() + " " + value.getKey().format(value.getValue()))
                        .collect(Collectors.joining("  ")));
    }

    @Override
    public void finished(Scenario scenario, List<Comparison> comparisons, boolean stopped, double seconds) {
        if (!comparisons.isEmpty()) {
            console.result("");
            console.result(row("run", "figure", "when", "the book's", "ours", "difference"));
            comparisons.forEach(comparison -> console.result(row(comparison)));
        }
        console.result("");
        console.result((stopped ? "stopped after " : "done in ") + Seconds.inWords(seconds));
    }

    private static String row(Comparison comparison) {
        Published published = comparison.published();
        Measure measure = published.measure();
        String note = published.note().isEmpty() ? "" : " (" + published.note() + ")";
        return row(
                published.run(),
                measure.words(),
                published.when(),
                measure.format(published.value()),
                measure.format(comparison.ours()),
                comparison.difference() + note);
    }

    private static String row(String... cells) {
        return String.format(Locale.ROOT, "%-22s %-18s %-12s %12s %12s   %s", (Object[]) cells);
    }
}
