package io.nabla.benchmarks.kernels;

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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What {@link Elementwise} is to be held against: loops over {@link Math}'s functions, the JVM's own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MathLoops {
    private static final int SIZE = 512 * 32;
    private static final int SEED = 1;

    private final double[] z = new double[SIZE];
    private final double[] a = new double[SIZE];

    /** The benchmark, for JMH. */
    public MathLoops() {}

    /** Draws z from N(0,1). */
    @Setup
    public void draw() {
        RandomGenerator random = new NumpyRandom(SEED);
        for (int i = 0; i < SIZE; i++) {
            z[i] = random.nextGaussian();
        }
    }

    /** 1 / (1 + e⁻ᶻ). */
    @Benchmark
    @OperationsPerInvocation(SIZE)
    public double[] sigmoid() {
        for (int i = 0; i < SIZE; i++) {
            a[i] = 1 / (1 + Math.exp(-z[i]));
        }
        return a;
    }

    /** tanh. */
    @Benchmark
    @OperationsPerInvocation(SIZE)
    public double[] tanh() {
        for (int i = 0; i < SIZE; i++) {
            a[i] = Math.tanh(z[i]);
        }
        return a;
    }

    /** exp. */
    @Benchmark
    @OperationsPerInvocation(SIZE)
    public double[] exp() {
        for (int i = 0; i < SIZE; i++) {
            a[i] = Math.exp(z[i]);
        }
        return a;
    }
}
