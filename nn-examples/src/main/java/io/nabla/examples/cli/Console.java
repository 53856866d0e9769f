package io.nabla.examples.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where a command writes: results to stdout, messages and the progress bar to stderr.
 *
 * <p>It is used by one thread at a time.
 */
public final class Console {
    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> env;
    private final ProgressBar bar;

    /**
     * A console of these streams.
     *
     * @param in stdin
     * @param out stdout
     * @param err stderr
     * @param env the environment variables
     * @param columns the width of the terminal that shows stderr; 0 if none does, and then there is no progress bar
     */
    public Console(InputStream in, PrintStream out, PrintStream err, Map<String, String> env, int columns) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.env = Map.copyOf(env);
        this.bar = new ProgressBar(err, columns, System::nanoTime);
    }

    /** A console whose stdin is empty. */
    public Console(PrintStream out, PrintStream err, Map<String, String> env, int columns) {
        this(InputStream.nullInputStream(), out, err, env, columns);
    }

    /** The console of this process. */
    public static Console ofProcess() {
        return new Console(System.in, System.out, System.err, System.getenv(), Terminal.columns(System.getenv()));
    }

    /** Writes a line of the result to stdout, at once. */
    public void result(String line) {
        bar.clear();
        out.println(line);
        out.flush();
    }

    /** Writes a message to stderr as one line that begins with the program's name. */
    public void message(String text) {
        bar.clear();
        err.println("nn: " + text.lines().map(String::strip).collect(Collectors.joining(" ")));
        err.flush();
    }

    /** Writes an exception with its stack trace to stderr. */
    public void stackTrace(Throwable thrown) {
        bar.clear();
        thrown.printStackTrace(err);
        err.flush();
    }

    /** Whether nobody takes the results any more, as after {@code nn train | head -1}. */
    public boolean isClosed() {
        return out.checkError();
    }

    /** Writes events to stdout, one JSON object a line. */
    public JsonLines json() {
        return new JsonLines(this);
    }

    /** The progress bar, which any other output wipes away until its next update. */
    public ProgressBar bar() {
        return bar;
    }

    /** What a user gives on stdin. */
    public InputStream in() {
        return in;
    }

    /** The environment variables. */
    public Map<String, String> env() {
        return env;
    }

    /** A writer to stdout, for help texts, which are all ASCII. */
    public PrintWriter printer() {
        return new PrintWriter(out, true, StandardCharsets.US_ASCII);
    }
}
