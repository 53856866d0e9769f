package io.nabla.benchmarks.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** JMH finds the benchmarks and runs each in this JVM, too shortly to measure anything. */
class BenchmarksTest {
    private static Collection<RunResult> run(Class<?> benchmarks, boolean hasLayer) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("\\Q" + benchmarks.getName() + "\\E\\.")
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(5))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        return new Runner((hasLayer ? options.param("layer", "5x7x3") : options).build()).run();
    }

    @ParameterizedTest
    @CsvSource({
        "io.nabla.benchmarks.kernels.Products, true, 12",
        "io.nabla.benchmarks.kernels.CommonsMathProducts, true, 3",
        "io.nabla.benchmarks.kernels.Elementwise, false, 12",
        "io.nabla.benchmarks.kernels.MathLoops, false, 3",
        "io.nabla.benchmarks.kernels.Peak, false, 2"
    })
    void eachRunsWithAllItsParameters(Class<?> benchmarks, boolean hasLayer, int runs) throws RunnerException {
        Collection<RunResult> results = run(benchmarks, hasLayer);
        assertThat(results)
                .hasSize(runs)
                .allSatisfy(result ->
                        assertThat(result.getPrimaryResult().getScore()).isPositive());
    }

    @ParameterizedTest
    @CsvSource({
        "io.nabla.benchmarks.kernels.Products, true",
        "io.nabla.benchmarks.kernels.CommonsMathProducts, true",
        "io.nabla.benchmarks.kernels.Peak, false"
    })
    void productsTellTheirGflops(Class<?> benchmarks, boolean hasLayer) throws RunnerException {
        assertThat(run(benchmarks, hasLayer))
                .allSatisfy(result -> assertThat(
                                result.getSecondaryResults().get("gflop").getScore())
                        .isPositive());
    }
}
