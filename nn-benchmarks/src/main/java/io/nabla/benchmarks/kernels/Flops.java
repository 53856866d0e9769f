package io.nabla.benchmarks.kernels;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Counts floating-point operations, a fused multiply-add as two; JMH shows them as billions a second (GFLOP/s). */
@State(Scope.Thread)
@AuxCounters
public class Flops {
    /** Billions so far. */
    public double gflop;

    /** Counters at zero, for JMH. */
    public Flops() {}

    void add(double count) {
        gflop += 1e-9 * count;
    }
}
