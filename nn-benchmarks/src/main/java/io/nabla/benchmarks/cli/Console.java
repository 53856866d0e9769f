package io.nabla.benchmarks.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where a command writes: results to stdout, messages to stderr.
 *
 * @param out for results
 * @param err for messages
 * @param env the environment variables
 */
public record Console(PrintStream out, PrintStream err, Map<String, String> env) {
    /** Writes a line of the result, at once. */
    public void result(String line) {
        out.println(line);
        out.flush();
    }

    /** Writes a message as one line that begins with the program's name. */
    public void message(String text) {
        err.println("nn bench: " + text.lines().map(String::strip).collect(Collectors.joining(" ")));
        err.flush();
    }

    /** A writer to stdout for help texts, which are all ASCII. */
    public PrintWriter printer() {
        return new PrintWriter(out, true, StandardCharsets.US_ASCII);
    }
}
