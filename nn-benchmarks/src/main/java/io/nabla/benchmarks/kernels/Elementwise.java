package io.nabla.benchmarks.kernels;

import io.nabla.activations.Sigmoid;
import io.nabla.activations.Tanh;
import io.nabla.api.Elementary;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.api.Workspace;
import io.nabla.core.kernels.AvailableKernels;
import io.nabla.core.random.NumpyRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The time of one element of σ, tanh and exp on a matrix. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class Elementwise {
    private static final int UNITS = 512;
    private static final int EXAMPLES = 32;
    private static final int SIZE = UNITS * EXAMPLES;
    private static final int SEED = 1;

    /** How numbers are stored. */
    @Param
    public Precision precision;

    /** The name of the kernels. */
    @Param({"simd", "plain"})
    public String kernels;

    private final Workspace workspace = new Workspace();
    private final Sigmoid sigmoid = new Sigmoid();
    private final Tanh tanh = new Tanh();
    private Matrix z;

    /** The benchmark, for JMH. */
    public Elementwise() {}

    /** Draws z from N(0,1). */
    @Setup
    public void draw() {
        RandomGenerator random = new NumpyRandom(SEED);
        z = workspace.matrix(new AvailableKernels().named(kernels, precision), UNITS, EXAMPLES);
        for (int i = 0; i < SIZE; i++) {
            z.set(i, random.nextGaussian());
        }
    }

    /** z, so that the result takes the memory of the one before: the first request after a reset gets the first memory. */
    private Matrix input() {
        workspace.reset();
        return workspace.matrix(z.kernels(), UNITS, EXAMPLES);
    }

    /** σ. */
    @Benchmark
    @OperationsPerInvocation(SIZE)
    public Matrix sigmoid() {
        return sigmoid.apply(input());
    }

    /** tanh. */
    @Benchmark
    @OperationsPerInvocation(SIZE)
    public Matrix tanh() {
        return tanh.apply(input());
    }

    /** exp. */
    @Benchmark
    @OperationsPerInvocation(SIZE)
    public Matrix exp() {
        return input().map(Elementary::exp);
    }
}
