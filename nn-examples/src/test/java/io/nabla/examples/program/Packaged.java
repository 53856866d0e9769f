package io.nabla.examples.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of the packaged program, without MNIST; its output goes to files in a folder, where it also runs. */
final class Packaged {
    private final Process process;
    private final Path out;
    private final Path err;

    private Packaged(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static Packaged start(Path folder, String... args) throws IOException {
        return start(folder, Map.of(), args);
    }

    /** Starts it with these environment variables besides the usual ones. */
    static Packaged start(Path folder, Map<String, String> variables, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(Launcher.script()));
        command.addAll(List.of(args));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        Map<String, String> env = builder.environment();
        env.keySet()
                .removeAll(
                        List.of("NN_MNIST", "NN_JAVA_OPTS", "JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS"));
        env.put("JAVA_HOME", System.getProperty("java.home"));
        env.put("XDG_CACHE_HOME", folder.resolve("no-cache").toString());
        env.putAll(variables);
        Process process = builder.start();
        process.getOutputStream().close();
        return new Packaged(process, out, err);
    }

    Packaged await() throws InterruptedException {
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS))
                    .describedAs("ended in time")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return this;
    }

    /** Waits until a line with this text has been written. */
    void awaitLine(String text) throws IOException, InterruptedException {
        while (!out().contains(text)) {
            assertThat(process.isAlive())
                    .describedAs("still running; it wrote " + out() + err())
                    .isTrue();
            Thread.sleep(20);
        }
    }

    /** Waits until this text has been written, or the process has ended. */
    void awaitOutput(String text) throws IOException, InterruptedException {
        while (process.isAlive() && !out().contains(text)) {
            Thread.sleep(5);
        }
    }

    /** Sends SIGKILL after so many milliseconds, and tells whether the process still ran then. */
    boolean isKilledAfter(int milliseconds) throws InterruptedException {
        if (process.waitFor(milliseconds, TimeUnit.MILLISECONDS)) {
            return false;
        }
        process.destroyForcibly().waitFor();
        return process.exitValue() == 128 + 9;
    }

    /** Sends SIGTERM. */
    void terminate() {
        process.destroy();
    }

    int code() {
        return process.exitValue();
    }

    String out() throws IOException {
        return Files.readString(out);
    }

    String err() throws IOException {
        return Files.readString(err);
    }

    List<String> lines() throws IOException {
        return out().lines().toList();
    }

    String lastLine() throws IOException {
        List<String> lines = lines();
        return lines.get(lines.size() - 1);
    }
}
