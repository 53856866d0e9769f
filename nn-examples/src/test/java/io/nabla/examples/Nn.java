package io.nabla.examples;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One run of the program inside this JVM. */
public record Nn(int code, String out, String err) {
    /** Runs it where there is no MNIST: the cache is an empty folder. */
    public static Nn run(Path emptyCache, String... args) {
        return run(Map.of("XDG_CACHE_HOME", emptyCache.toString()), args);
    }

    /** Runs it with these environment variables. */
    public static Nn run(Map<String, String> env, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                env,
                args);
        return new Nn(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The lines of stdout. */
    public List<String> lines() {
        return out.lines().toList();
    }

    /** The last line of a training run, its fingerprint. */
    public String fingerprint() {
        return lines().get(lines().size() - 1);
    }
}
