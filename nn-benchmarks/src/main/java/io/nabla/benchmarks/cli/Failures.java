package io.nabla.benchmarks.cli;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** From an exception to an exit code: one line for wrong input, a stack trace for what is a bug. */
public final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    /** The exit code for an option, a file or a name that is not as it should be. */
    public static final int WRONG_INPUT = 2;

    private static final int FAILURE = 1;

    private final Console console;

    /** Failures told on this console. */
    public Failures(Console console) {
        this.console = console;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        console.message(e.getMessage() + "; try '" + command + " --help'");
        return WRONG_INPUT;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        if (e instanceof WrongInput) {
            console.message(e.getMessage());
            return WRONG_INPUT;
        }
        console.message("unexpected failure: " + e);
        e.printStackTrace(console.err());
        return FAILURE;
    }
}
