package io.nabla.examples.cli;

import io.nabla.core.TrainingDivergedException;
import io.nabla.guice.PluginException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** From an exception to one line on stderr and an exit code; with {@code --debug} the stack trace too. */
public final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final Console console;

    /** Failures told on this console. */
    public Failures(Console console) {
        this.console = console;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        traceIf(List.of(args).contains(CommonOptions.DEBUG), e);
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        console.message(e.getMessage() + suggestion(e) + "; try '" + command + " --help'");
        return ExitCode.WRONG_INPUT;
    }

    private static String suggestion(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            return "; did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?";
        }
        return "";
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        traceIf(parsed != null && isDebug(parsed), e);
        if (e instanceof UserError || e instanceof PluginException) {
            console.message(e.getMessage());
            return ExitCode.WRONG_INPUT;
        }
        if (e instanceof TrainingDivergedException) {
            console.message(e.getMessage());
            return ExitCode.DIVERGED;
        }
        return unexpected(e);
    }

    /** An error that picocli does not handle, which the arguments may ask to trace. */
    public int unexpected(Error e, List<String> args) {
        traceIf(args.contains(CommonOptions.DEBUG), e);
        return unexpected(e);
    }

    private int unexpected(Throwable e) {
        console.message("unexpected failure: " + e + "; run it with --debug to see where");
        return ExitCode.FAILURE;
    }

    /** The machine has too little memory for what the user wants. */
    public int outOfMemory() {
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        console.message("not enough memory: the JVM may use " + megabytes
                + " MB; take a smaller network or less data, or give it more, such as NN_JAVA_OPTS=-Xmx8g");
        return ExitCode.FAILURE;
    }

    private void traceIf(boolean debug, Throwable e) {
        if (debug) {
            console.stackTrace(e);
        }
    }

    private static boolean isDebug(ParseResult parsed) {
        for (ParseResult level = parsed; level != null; level = level.subcommand()) {
            if (level.hasMatchedOption(CommonOptions.DEBUG)) {
                return true;
            }
        }
        return false;
    }
}
