package io.nabla.benchmarks.kernels;

import io.nabla.api.Matrix;
import io.nabla.api.Product;
import io.nabla.core.kernels.CommonsMathKernels;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The smaller products of {@link Products} by Commons Math, which has doubles only. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CommonsMathProducts {
    /** Units x inputs x examples. */
    @Param({"30x784x10", "512x512x128"})
    public String layer;

    /** Forward, the error's way back, the gradient. */
    @Param
    public Product product;

    private LayerShape shape;
    private LayerProduct operands;

    /** The benchmark, for JMH. */
    public CommonsMathProducts() {}

    /** Draws the operands. */
    @Setup
    public void draw() {
        shape = LayerShape.of(layer);
        operands = LayerProduct.of(product, shape, new CommonsMathKernels());
    }

    /** The product, with the copies into Commons Math's own matrices and back. */
    @Benchmark
    public Matrix multiply(Flops flops) {
        flops.add(shape.flops());
        return operands.compute();
    }
}
