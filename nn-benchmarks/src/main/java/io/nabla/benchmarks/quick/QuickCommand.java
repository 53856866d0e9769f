package io.nabla.benchmarks.quick;

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
import io.nabla.core.Accuracy;
import io.nabla.core.Evaluator;
import io.nabla.core.Network;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code quick}, which is {@code ./nn bench}: this machine's figures, each from a bounded time. */
@Command(
        name = "quick",
        description = "Measure this machine in about half a minute: training and predictions.",
        footer = {"", "'nn bench epochs --help' tells how to time whole epochs."},
        sortOptions = false)
public final class QuickCommand implements Callable<Integer> {
    private static final double MAX_SECONDS = 3600;

    private final Console console;

    @Mixin
    private final ImagesOption images = new ImagesOption();

    @Mixin
    private final KernelsOptions kernels = new KernelsOptions();

    @Mixin
    private final SeedOption seed = new SeedOption();

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "26",
            description = "How long all measurements take together (default: ${DEFAULT-VALUE}).")
    private double seconds;

    @Option(names = "--json", description = "Write one JSON object a line to stdout, and nothing else there.")
    private boolean json;

    @Mixin
    final HelpOption help = new HelpOption();

    /** The command, writing to this console. */
    public QuickCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!(seconds > 0 && seconds <= MAX_SECONDS)) {
            throw new WrongInput("--seconds is above 0 and at most " + (int) MAX_SECONDS + ", but got " + seconds);
        }
        seed.seed();
        Report report = json ? new JsonReport(console) : new TextReport(console);
        try (OpenKernels doubles = kernels.open(Precision.DOUBLE);
                OpenKernels floats = kernels.open(Precision.FLOAT)) {
            Images data = images.mnistOrSynthetic(console.env());
            report.begin(Machine.with(doubles), data);
            report.trained(train(Workload.W1, data, doubles, 0.2 * seconds));
            report.trained(train(Workload.W1.inFloat(), data, floats, 0.2 * seconds));
            report.trained(train(Workload.W3, data, floats, 0.35 * seconds));
            CallTimer timer = predictionTimer(0.25 * seconds);
            PredictionTimes times = new PredictionTimes(timer, data.test(), seed.seed());
            for (Prediction prediction : Prediction.ALL) {
                report.predicted(times.of(prediction, prediction.precision() == Precision.DOUBLE ? doubles : floats));
            }
        }
        return 0;
    }

    private TrainingSpeed train(Workload workload, Images data, OpenKernels open, double time) {
        Network network = workload.network(open.kernels(), seed.seed());
        SpeedListener speed = new SpeedListener(time);
        workload.trainer(seed.seed())
                .epochs(Integer.MAX_VALUE)
                .listener(speed)
                .stopWhen(speed::isOver)
                .build()
                .train(network, data.training());
        double accuracy =
                new Evaluator(workload.cost()).evaluate(network, data.test()).mean(Accuracy.NAME);
        return new TrainingSpeed(workload, speed.measured(), speed.span(), speed.learned(), accuracy);
    }

    /** One image and many at once, of every network: half of each piece of the time warms up. */
    private static CallTimer predictionTimer(double time) {
        double piece = time / (2 * Prediction.ALL.size());
        return new CallTimer(0.5 * piece, 0.5 * piece, 1);
    }
}
