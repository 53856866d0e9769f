package io.nabla.benchmarks.kernels;

import java.util.concurrent.TimeUnit;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The fused multiply-adds that one core can do at best, all of them in registers: the ceiling of every product.
 *
 * <p>Twelve sums that do not need each other keep both multiply-add units of usual cores busy, and leave registers for the
 * factors where there are only sixteen.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class Peak {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final int SUMS = 12;
    private static final int STEPS = 10_000;

    /** With these the sums stay near 1: neither infinite nor too small to be fast. */
    private float factor = 0.5f;

    private float summand = 0.5f;

    /** The benchmark, for JMH. */
    public Peak() {}

    /** In float. */
    @Benchmark
    public float floats(Flops flops) {
        FloatVector p = FloatVector.broadcast(FLOATS, factor);
        FloatVector q = FloatVector.broadcast(FLOATS, summand);
        FloatVector s0 = q;
        FloatVector s1 = s0.add(q);
        FloatVector s2 = s1.add(q);
        FloatVector s3 = s2.add(q);
        FloatVector s4 = s3.add(q);
        FloatVector s5 = s4.add(q);
        FloatVector s6 = s5.add(q);
        FloatVector s7 = s6.add(q);
        FloatVector s8 = s7.add(q);
        FloatVector s9 = s8.add(q);
        FloatVector s10 = s9.add(q);
        FloatVector s11 = s10.add(q);
        for (int step = 0; step < STEPS; step++) {
            s0 = s0.fma(p, q);
            s1 = s1.fma(p, q);
            s2 = s2.fma(p, q);
            s3 = s3.fma(p, q);
            s4 = s4.fma(p, q);
            s5 = s5.fma(p, q);
            s6 = s6.fma(p, q);
            s7 = s7.fma(p, q);
            s8 = s8.fma(p, q);
            s9 = s9.fma(p, q);
            s10 = s10.fma(p, q);
            s11 = s11.fma(p, q);
        }
        flops.add(2.0 * SUMS * STEPS * FLOATS.length());
        return s0.add(s1)
                .add(s2)
                .add(s3)
                .add(s4)
                .add(s5)
                .add(s6)
                .add(s7)
                .add(s8)
                .add(s9)
                .add(s10)
                .add(s11)
                .reduceLanes(VectorOperators.ADD);
    }

    /** In double. */
    @Benchmark
    public double doubles(Flops flops) {
        DoubleVector p = DoubleVector.broadcast(DOUBLES, factor);
        DoubleVector q = DoubleVector.broadcast(DOUBLES, summand);
        DoubleVector s0 = q;
        DoubleVector s1 = s0.add(q);
        DoubleVector s2 = s1.add(q);
        DoubleVector s3 = s2.add(q);
        DoubleVector s4 = s3.add(q);
        DoubleVector s5 = s4.add(q);
        DoubleVector s6 = s5.add(q);
        DoubleVector s7 = s6.add(q);
        DoubleVector s8 = s7.add(q);
        DoubleVector s9 = s8.add(q);
        DoubleVector s10 = s9.add(q);
        DoubleVector s11 = s10.add(q);
        for (int step = 0; step < STEPS; step++) {
            s0 = s0.fma(p, q);
            s1 = s1.fma(p, q);
            s2 = s2.fma(p, q);
            s3 = s3.fma(p, q);
            s4 = s4.fma(p, q);
            s5 = s5.fma(p, q);
            s6 = s6.fma(p, q);
            s7 = s7.fma(p, q);
            s8 = s8.fma(p, q);
            s9 = s9.fma(p, q);
            s10 = s10.fma(p, q);
            s11 = s11.fma(p, q);
        }
        flops.add(2.0 * SUMS * STEPS * DOUBLES.length());
        return s0.add(s1)
                .add(s2)
                .add(s3)
                .add(s4)
                .add(s5)
                .add(s6)
                .add(s7)
                .add(s8)
                .add(s9)
                .add(s10)
                .add(s11)
                .reduceLanes(VectorOperators.ADD);
    }
}
