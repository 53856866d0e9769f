package io.nabla.examples.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Whether a person watches stderr, and on how wide a screen. */
final class Terminal {
    private static final int USUAL_COLUMNS = 80;
    private static final int MIN_COLUMNS = 20;
    private static final int MAX_COLUMNS = 500;

    private Terminal() {}

    /** The columns of the terminal that stderr goes to; 0 if it goes elsewhere, or the terminal cannot rewrite a line. */
    static int columns(Map<String, String> env) {
        String term = env.get("TERM");
        if (term == null || term.isEmpty() || term.equals("dumb")) {
            return 0;
        }
        String answer = askShell();
        if (answer == null) {
            return 0;
        }
        // "rows columns", as stty says it; the variable goes first, since a person sets it on purpose.
        String[] size = answer.split(" ", -1);
        return columns(env.getOrDefault("COLUMNS", ""), size.length == 2 ? size[1] : "");
    }

    /** The first of these that is a sensible width. */
    static int columns(String... candidates) {
        for (String candidate : candidates) {
            if (candidate.matches("[0-9]{1,6}") && Integer.parseInt(candidate) >= MIN_COLUMNS) {
                return Math.min(Integer.parseInt(candidate), MAX_COLUMNS);
            }
        }
        return USUAL_COLUMNS;
    }

    /** Java 17 cannot tell of a single stream where it goes; a shell that inherits stderr can. Null if it is no terminal. */
    private static String askShell() {
        try {
            Process shell = new ProcessBuilder("sh", "-c", "test -t 2 && { stty size <&2 2>/dev/null || echo; }")
                    .redirectInput(ProcessBuilder.Redirect.PIPE)
                    .redirectError(StandardError.forChild())
                    .start();
            shell.getOutputStream().close();
            String answer = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            boolean ended = shell.waitFor(1, TimeUnit.SECONDS);
            return ended && shell.exitValue() == 0 ? answer : null;
        } catch (IOException e) {
            return null; // No shell, as on Windows: plain lines are readable everywhere.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
