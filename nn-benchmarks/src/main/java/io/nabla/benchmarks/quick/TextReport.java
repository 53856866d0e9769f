package io.nabla.benchmarks.quick;

import io.nabla.benchmarks.cli.Console;
import io.nabla.benchmarks.cli.Images;
import io.nabla.benchmarks.predictions.PredictionResult;
import java.util.Locale;

/** A table for people. */
final class TextReport implements Report {
    private final Console console;
    private boolean predictionsBegun;

    TextReport(Console console) {
        this.console = console;
    }

    @Override
    public void begin(Machine machine, Images images) {
        console.result(machine.toString());
        console.result(images.toString());
        console.result("");
        line("%-48s %14s %12s %9s", "training", "50,000 images", "images/s", "accuracy");
    }

    @Override
    public void trained(TrainingSpeed speed) {
        line(
                "%-48s %12.3f s %,12.0f %8.1f%% after %,d images",
                speed.workload().name() + " " + speed.workload().description(),
                speed.epochSeconds(),
                speed.imagesPerSecond(),
                100 * speed.accuracy(),
                speed.learned());
        if (speed.span().isDisturbed()) {
            line(
                    "%4sonly %.0f%% of this time was computing: something else used the processor, so measure again",
                    "", 100 * speed.span().cpu() / speed.span().wall());
        }
    }

    @Override
    public void predicted(PredictionResult result) {
        if (!predictionsBegun) {
            predictionsBegun = true;
            console.result("");
            line("%-48s %14s %12s %14s", "predictions", "images/s", "one image", "1024 images");
        }
        line(
                "%-48s %,14.0f %9.1f us %11.0f us",
                result.prediction().description(),
                result.imagesPerSecond(),
                result.one().medianMicros(),
                result.many().medianMicros());
    }

    private void line(String format, Object... values) {
        console.result(String.format(Locale.ROOT, format, values));
    }
}
