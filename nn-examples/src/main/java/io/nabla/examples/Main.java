package io.nabla.examples;

import io.nabla.examples.book.BookCommand;
import io.nabla.examples.cli.CommonOptions;
import io.nabla.examples.cli.Console;
import io.nabla.examples.cli.ExitCode;
import io.nabla.examples.cli.Failures;
import io.nabla.examples.cli.StandardError;
import io.nabla.examples.cli.Version;
import io.nabla.examples.download.DownloadCommand;
import io.nabla.examples.gradcheck.GradCheckCommand;
import io.nabla.examples.listing.KernelsCommand;
import io.nabla.examples.listing.PluginsCommand;
import io.nabla.examples.listing.SummaryCommand;
import io.nabla.examples.model.EvaluateCommand;
import io.nabla.examples.model.ExportCommand;
import io.nabla.examples.model.ImportCommand;
import io.nabla.examples.model.PredictCommand;
import io.nabla.examples.train.TrainCommand;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program {@code nn} with its subcommands. */
@Command(
        name = "nn",
        description = "Nabla: neural networks as in Michael Nielsen's book, on the JVM.",
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "'nn COMMAND --help' tells more of each.",
            "'./nn bench' measures this machine; the launcher builds and starts it as a program of its own."
        })
public final class Main implements Callable<Integer> {
    private static final int HELP_WIDTH = 100;

    private final Console console;

    @Mixin
    final CommonOptions common = new CommonOptions();

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the versions of Nabla and of Java, and the kernels that can run here.")
    boolean version;

    @Spec
    private CommandSpec spec;

    private Main(Console console) {
        this.console = console;
    }

    /** Starts the program. */
    public static void main(String[] args) {
        StandardError.restore();
        System.exit(run(Console.ofProcess(), args));
    }

    /**
     * Runs the program inside this JVM, without a terminal.
     *
     * @param env the environment variables
     * @return the exit code
     */
    public static int run(PrintStream out, PrintStream err, Map<String, String> env, String... args) {
        return run(InputStream.nullInputStream(), out, err, env, args);
    }

    /**
     * Runs the program inside this JVM, without a terminal.
     *
     * @param in what it finds on stdin
     * @param env the environment variables
     * @return the exit code
     */
    public static int run(InputStream in, PrintStream out, PrintStream err, Map<String, String> env, String... args) {
        return run(new Console(in, out, err, env, 0), args);
    }

    private static int run(Console console, String... args) {
        Failures failures = new Failures(console);
        CommandLine commandLine = new CommandLine(new Main(console))
                .addSubcommand("train", new TrainCommand(console))
                .addSubcommand("predict", new PredictCommand(console))
                .addSubcommand("evaluate", new EvaluateCommand(console))
                .addSubcommand("export", new ExportCommand(console))
                .addSubcommand("import", new ImportCommand(console))
                .addSubcommand("book", new BookCommand(console))
                .addSubcommand("gradcheck", new GradCheckCommand(console))
                .addSubcommand("summary", new SummaryCommand(console))
                .addSubcommand("plugins", new PluginsCommand(console))
                .addSubcommand("kernels", new KernelsCommand(console))
                .addSubcommand("download", new DownloadCommand(console))
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpWidth(HELP_WIDTH)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false)
                .setOut(console.printer())
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
        try {
            return commandLine.execute(args);
        } catch (OutOfMemoryError e) {
            return failures.outOfMemory();
        } catch (Error e) {
            // Such as a plug-in that was compiled against another version: the same one line as for exceptions.
            return failures.unexpected(e, List.of(args));
        }
    }

    /** Without a command there is nothing to do but to say which there are. */
    @Override
    public Integer call() {
        console.message("a command is missing; have "
                + String.join(", ", spec.subcommands().keySet()) + "; try 'nn --help'");
        return ExitCode.WRONG_INPUT;
    }
}
