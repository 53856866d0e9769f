package io.nabla.benchmarks.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged programs, started as processes on the class path, as a user's launcher starts them. */
class ProgramIT {
    private static final Path APP = Path.of("target", "app").toAbsolutePath();

    @TempDir
    Path folder;

    private List<String> run(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "-cp",
                APP + "/*"));
        command.addAll(List.of(args));
        Path out = folder.resolve("out.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("err.txt").toFile());
        builder.environment().remove("NN_MNIST");
        builder.environment().put("XDG_CACHE_HOME", folder.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue())
                .describedAs(Files.readString(folder.resolve("err.txt")))
                .isZero();
        return Files.readAllLines(out, StandardCharsets.UTF_8);
    }

    @Test
    void theMachineIsMeasuredWithVectors() throws IOException, InterruptedException {
        assertThat(run("io.nabla.benchmarks.Bench", "quick", "--json", "--seconds", "0.1"))
                .first()
                .asString()
                .contains("\"event\":\"machine\"", "\"kernels\":\"simd\"");
    }

    @Test
    void jmhFindsTheBenchmarks() throws IOException, InterruptedException {
        assertThat(run("org.openjdk.jmh.Main", "-l"))
                .contains(
                        "io.nabla.benchmarks.kernels.Peak.floats",
                        "io.nabla.benchmarks.kernels.Products.multiply",
                        "io.nabla.benchmarks.kernels.CommonsMathProducts.multiply",
                        "io.nabla.benchmarks.kernels.Elementwise.sigmoid",
                        "io.nabla.benchmarks.kernels.MathLoops.sigmoid");
    }
}
