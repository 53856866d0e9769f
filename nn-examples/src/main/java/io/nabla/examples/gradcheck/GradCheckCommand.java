package io.nabla.examples.gradcheck;

import io.nabla.api.Precision;
import io.nabla.core.FiniteDifferences;
import io.nabla.core.FiniteDifferences.Scheme;
import io.nabla.examples.cli.ArithmeticOptions;
import io.nabla.examples.cli.ChosenKernels;
import io.nabla.examples.cli.CommonOptions;
import io.nabla.examples.cli.Console;
import io.nabla.examples.cli.ExitCode;
import io.nabla.examples.cli.JsonOption;
import io.nabla.examples.cli.NetworkOptions;
import io.nabla.examples.cli.NetworkPlan;
import io.nabla.examples.cli.PluginOption;
import io.nabla.examples.cli.SeedOption;
import io.nabla.examples.cli.UserError;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nn gradcheck}: backpropagation held against finite differences, and what each of them takes. */
@Command(
        name = "gradcheck",
        description = {
            "Hold the gradient of backpropagation against finite differences, and count what each way takes.",
            "Authors of plug-ins check their own by --plugins and --activation or --cost. Exit code 1: the gradient is wrong."
        },
        sortOptions = false)
public final class GradCheckCommand implements Callable<Integer> {
    private static final int MAX_MINI_BATCH = 100_000;

    private final Console console;

    @Mixin
    private final NetworkOptions network = new NetworkOptions();

    @Option(
            names = "--mini-batch",
            paramLabel = "N",
            defaultValue = "10",
            description = "Examples in a mini-batch (default: ${DEFAULT-VALUE}).")
    private int miniBatch;

    @Option(
            names = "--scheme",
            paramLabel = "NAME",
            defaultValue = "both",
            description = "Which finite differences: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Schemes schemes = Schemes.BOTH;

    @Option(
            names = "--entries",
            paramLabel = "N",
            description =
                    "Check at most N numbers of each weight matrix and bias vector, chosen at random. Default: all,"
                            + " or as many as can be done in some seconds.")
    private Long entries;

    @Option(
            names = "--tolerance",
            paramLabel = "E",
            description =
                    "The largest error allowed, in proportion to the largest derivative. Default: 1e-5 in double, 2e-2"
                            + " in float.")
    private Double tolerance;

    @Mixin
    private final ArithmeticOptions arithmetic = new ArithmeticOptions();

    @Mixin
    private final SeedOption seed = new SeedOption();

    @Mixin
    private final PluginOption plugins = new PluginOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    final CommonOptions common = new CommonOptions();

    /** The command, writing to this console. */
    public GradCheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        checkNumbers();
        NetworkPlan plan = network.plan(plugins.load());
        try (ChosenKernels kernels = arithmetic.open()) {
            boolean passed = check(new Settings(plan, kernels, seed.seed()));
            if (!passed) {
                console.message(
                        "backpropagation and finite differences disagree: the derivative of an activation, a cost or"
                                + " a layer is wrong; if it has a kink, as relu has at 0, try another --seed too");
            }
            return passed ? ExitCode.OK : ExitCode.FAILURE;
        }
    }

    private boolean check(Settings settings) {
        Report report = json.isJson() ? new JsonReport(console.json()) : new TextReport(console);
        Precision precision = settings.arithmetic().kernels().precision();
        Subject subject = Subject.of(settings.plan(), settings.arithmetic().kernels(), miniBatch, settings.seed());
        report.started(subject, settings);
        // An output that its cost does not take, or a cost of no number, is found out before anything is measured.
        UserError.unlessRefused(subject::finiteCost);
        Price price = Price.measure(subject);
        double allowed = tolerance != null ? tolerance : precision == Precision.DOUBLE ? 1e-5 : 2e-2;
        long most = entries != null ? entries : Comparison.affordable(subject);
        boolean passed = true;
        for (Scheme scheme : schemes.list()) {
            FiniteDifferences differences = Comparison.differences(scheme, precision);
            Comparison comparison = Comparison.of(subject, differences, most, allowed, settings.seed());
            report.compared(comparison);
            passed &= comparison.passed();
        }
        report.priced(price);
        report.finished(passed, allowed);
        return passed;
    }

    private void checkNumbers() {
        if (miniBatch < 1 || miniBatch > MAX_MINI_BATCH) {
            throw new UserError("--mini-batch is 1 to " + MAX_MINI_BATCH + ", but got " + miniBatch);
        }
        if (entries != null && entries < 1) {
            throw new UserError("--entries is at least 1, but got " + entries);
        }
        if (tolerance != null && !(tolerance > 0 && Double.isFinite(tolerance))) {
            throw new UserError("--tolerance is a finite number above 0, but got " + tolerance);
        }
    }
}
