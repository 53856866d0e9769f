package io.nabla.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class FailuresTest {
    @Command(name = "fail")
    static final class Failing implements Callable<Integer> {
        @Mixin
        final CommonOptions common = new CommonOptions();

        private final RuntimeException failure;

        Failing(RuntimeException failure) {
            this.failure = failure;
        }

        @Override
        public Integer call() {
            throw failure;
        }
    }

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    private final Failures failures = new Failures(new Console(stream, stream, Map.of(), 0));

    private int fail(RuntimeException failure, String... args) {
        return new CommandLine(new Failing(failure))
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures)
                .execute(args);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aMistakeOfTheUserIsOneLine() {
        assertThat(fail(new UserError("no such\n  thing"))).isEqualTo(2);
        assertThat(err()).isEqualToIgnoringNewLines("nn: no such thing");
    }

    @Test
    void aMistakeOfOursIsOneLineAndAnotherExitCode() {
        assertThat(fail(new IllegalStateException("oops"))).isEqualTo(1);
        assertThat(err().lines()).hasSize(1);
        assertThat(err()).startsWith("nn: unexpected failure: ").contains("oops", "--debug");
    }

    @Test
    void debugShowsWhere() {
        assertThat(fail(new IllegalStateException("oops"), "--debug")).isEqualTo(1);
        assertThat(err()).contains("at ", "FailuresTest");
    }

    @Test
    void anErrorOfTheJvmIsOneLineToo() {
        assertThat(failures.unexpected(new NoClassDefFoundError("demo/Gone"), List.of()))
                .isEqualTo(1);
        assertThat(err().lines()).hasSize(1);
        assertThat(err()).contains("demo/Gone");
    }

    @Test
    void tooLittleMemoryIsToldWithTheWayOut() {
        assertThat(failures.outOfMemory()).isEqualTo(1);
        assertThat(err()).contains("-Xmx");
    }
}
