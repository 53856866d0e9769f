package io.nabla.examples.book;

import io.nabla.api.Precision;
import io.nabla.core.kernels.AvailableKernels;
import io.nabla.data.ImageDataset;
import io.nabla.examples.cli.CommonOptions;
import io.nabla.examples.cli.Console;
import io.nabla.examples.cli.DataSource;
import io.nabla.examples.cli.ExitCode;
import io.nabla.examples.cli.ImageData;
import io.nabla.examples.cli.JsonLines;
import io.nabla.examples.cli.JsonOption;
import io.nabla.examples.cli.StopSignal;
import io.nabla.examples.cli.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nn book}: lists the book's experiments, or replays one of them. */
@Command(
        name = "book",
        description = {
            "Replay the experiments of the book with the author's own seed.",
            "Without a name, list them; with one, run it and print the author's figures beside ours."
        },
        sortOptions = false)
public final class BookCommand implements Callable<Integer> {
    private static final int TRAINING_SIZE = 50_000;
    private static final int OTHER_SIZE = 10_000;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Which experiment, such as overfitting.")
    private String name;

    @Option(names = "--epochs", paramLabel = "N", description = "Epochs of each run (default: as many as the book's).")
    private Integer epochs;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Folder with MNIST's four IDX files, gzip or not (default: the folder in the environment variable"
                            + " NN_MNIST, else what 'nn download mnist' has fetched).")
    private Path folder;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    final CommonOptions common = new CommonOptions();

    private final Console console;

    /** The command, writing to this console. */
    public BookCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (epochs != null && epochs < 1) {
            throw new UserError("--epochs is at least 1, but got " + epochs);
        }
        if (name == null) {
            list();
            return ExitCode.OK;
        }
        Scenario scenario = Scenarios.named(name)
                .orElseThrow(() -> new UserError("no experiment named '" + name + "'; have " + Scenarios.names()));
        try (StopSignal stop = StopSignal.install()) {
            return play(scenario, () -> stop.isRequested() || console.isClosed());
        }
    }

    private int play(Scenario scenario, BooleanSupplier stop) {
        Report report = json.isJson() ? new JsonReport(console.json()) : new TextReport(console);
        List<Reading> readings = new ArrayList<>();
        Replay replay = new Replay(
                new AvailableKernels().best(Precision.DOUBLE),
                epochs == null ? OptionalInt.empty() : OptionalInt.of(epochs),
                stop,
                new Recorder(report, readings));
        long start = System.nanoTime();
        boolean finished;
        if (scenario instanceof Scenario.OnMnist onMnist) {
            ImageData images = mnist();
            BookData data = bookData(images);
            report.started(scenario, Optional.of(images));
            finished = onMnist.play(data, replay);
        } else {
            report.started(scenario, Optional.empty());
            finished = ((Scenario.WithoutData) scenario).play(replay);
        }
        double seconds = (System.nanoTime() - start) * 1e-9;
        report.finished(scenario, Comparison.of(scenario.published(), readings), !finished, seconds);
        return finished ? ExitCode.OK : ExitCode.INTERRUPTED;
    }

    private ImageData mnist() {
        DataSource source = DataSource.find(Optional.ofNullable(folder), console.env());
        if (source.isEmbedded()) {
            throw new UserError(
                    "the book's figures are about MNIST, which is not here; run 'nn download mnist', or name a"
                            + " folder with its four files by --data or NN_MNIST");
        }
        return source.load();
    }

    private static BookData bookData(ImageData images) {
        Optional<ImageDataset> validation = images.validation();
        if (images.training().size() != TRAINING_SIZE
                || validation.isEmpty()
                || images.test().size() != OTHER_SIZE) {
            throw new UserError(
                    "the book's figures are about MNIST's 60,000 training and 10,000 test images, not about " + images
                            + "; name MNIST's folder by --data or NN_MNIST");
        }
        return new BookData(
                images.training().images(),
                validation.get().images(),
                images.test().images());
    }

    private void list() {
        JsonLines lines = console.json();
        for (Scenario scenario : Scenarios.all()) {
            if (json.isJson()) {
                Map<String, Object> fields = new LinkedHashMap<>();
                fields.put("scenario", scenario.name());
                fields.put("place", scenario.place());
                fields.put("title", scenario.title());
                lines.write("scenario", fields);
            } else {
                console.result(String.format(Locale.ROOT, "%-26s%s", scenario.name(), scenario.title()));
            }
        }
    }
}
