package io.nabla.benchmarks.epochs;

import io.nabla.api.Precision;
import io.nabla.benchmarks.cli.Console;
import io.nabla.benchmarks.cli.HelpOption;
import io.nabla.benchmarks.cli.Images;
import io.nabla.benchmarks.cli.ImagesOption;
import io.nabla.benchmarks.cli.KernelsOptions;
import io.nabla.benchmarks.cli.OpenKernels;
import io.nabla.benchmarks.cli.SeedOption;
import io.nabla.benchmarks.cli.WrongInput;
import io.nabla.benchmarks.measure.CallTimer;
import io.nabla.benchmarks.predictions.PredictionTimes;
import io.nabla.benchmarks.workloads.Prediction;
import io.nabla.benchmarks.workloads.Workload;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code epochs}: the workloads that other libraries are measured with, a line of results each. */
@Command(
        name = "epochs",
        description = "Time whole epochs of training on MNIST, or predictions (W6): one RESULT line each.",
        sortOptions = false)
public final class EpochsCommand implements Callable<Integer> {
    private static final String PREDICTIONS = "W6";

    private final Console console;

    @Mixin
    private final ImagesOption images = new ImagesOption();

    @Mixin
    private final KernelsOptions kernels = new KernelsOptions();

    @Mixin
    private final SeedOption seed = new SeedOption();

    @Mixin
    final HelpOption help = new HelpOption();

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description = "Epochs of each training; the first warms up (default: 4, and 3 of W4 and W5).")
    private Integer epochs;

    @Parameters(paramLabel = "WORKLOAD", description = "W1, W1f32, W2, ...; W6 is predictions (default: all).")
    private List<String> names = List.of();

    /** The command, writing to this console. */
    public EpochsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (epochs != null && epochs < 1) {
            throw new WrongInput("--epochs is at least 1, but got " + epochs);
        }
        List<Optional<Workload>> chosen = (names.isEmpty() ? known() : names)
                .stream().map(EpochsCommand::workload).toList();
        chosen.stream().flatMap(EpochsCommand::precisions).forEach(kernels::check);
        seed.seed();
        Images data = images.mnist(console.env());
        if (!data.isFullSize()) {
            console.message(data + ", not 50000 and 10000: these results do not compare with others");
        }
        for (Optional<Workload> workload : chosen) {
            workload.ifPresentOrElse(training -> train(training, data), () -> predict(data));
        }
        return 0;
    }

    private void train(Workload workload, Images data) {
        try (OpenKernels open = kernels.open(workload.precision())) {
            int count = epochs == null ? workload.epochs() : epochs;
            console.result(new Training(workload, count, seed.seed())
                    .run(data, open)
                    .line()
                    .toString());
        }
    }

    private void predict(Images data) {
        PredictionTimes times = new PredictionTimes(CallTimer.thorough(), data.test(), seed.seed());
        for (Prediction prediction : Prediction.ALL) {
            try (OpenKernels open = kernels.open(prediction.precision())) {
                console.result(times.of(prediction, open).line().toString());
            }
        }
    }

    /** The names of the trainings, and of the predictions. */
    private static List<String> known() {
        return Stream.concat(Workload.ALL.stream().map(Workload::name), Stream.of(PREDICTIONS))
                .toList();
    }

    private static Stream<Precision> precisions(Optional<Workload> workload) {
        return workload.map(training -> Stream.of(training.precision()))
                .orElseGet(() -> Prediction.ALL.stream().map(Prediction::precision));
    }

    /** The workload of a name; nothing for the predictions. */
    private static Optional<Workload> workload(String name) {
        if (!known().contains(name)) {
            throw new WrongInput("no workload named '" + name + "'; have " + known());
        }
        return Workload.ALL.stream()
                .filter(workload -> workload.name().equals(name))
                .findFirst();
    }
}
