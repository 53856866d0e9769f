package io.nabla.benchmarks;

import io.nabla.benchmarks.cli.Console;
import io.nabla.benchmarks.cli.Failures;
import io.nabla.benchmarks.cli.HelpOption;
import io.nabla.benchmarks.epochs.EpochsCommand;
import io.nabla.benchmarks.quick.QuickCommand;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program {@code nn bench} with its subcommands. */
@Command(
        name = "nn bench",
        description = "Measures Nabla on this machine.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "'nn bench COMMAND --help' tells more of each."})
public final class Bench implements Callable<Integer> {
    private static final int HELP_WIDTH = 100;

    private final Console console;

    @Mixin
    final HelpOption help = new HelpOption();

    @Spec
    private CommandSpec spec;

    private Bench(Console console) {
        this.console = console;
    }

    /** Starts the program. */
    public static void main(String[] args) {
        System.exit(run(System.out, System.err, System.getenv(), args));
    }

    /**
     * Runs the program inside this JVM.
     *
     * @param env the environment variables
     * @return the exit code
     */
    public static int run(PrintStream out, PrintStream err, Map<String, String> env, String... args) {
        Console console = new Console(out, err, env);
        Failures failures = new Failures(console);
        return new CommandLine(new Bench(console))
                .addSubcommand(new QuickCommand(console))
                .addSubcommand(new EpochsCommand(console))
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpWidth(HELP_WIDTH)
                .setExpandAtFiles(false)
                .setOut(console.printer())
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures)
                .execute(args);
    }

    /** Without a command there is nothing to do but to say which there are. */
    @Override
    public Integer call() {
        console.message("a command is missing; have "
                + String.join(", ", spec.subcommands().keySet()) + "; try 'nn bench --help'");
        return Failures.WRONG_INPUT;
    }
}
