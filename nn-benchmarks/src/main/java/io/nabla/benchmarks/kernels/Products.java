package io.nabla.benchmarks.kernels;

import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.api.Product;
import io.nabla.core.kernels.AvailableKernels;
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

/** The products of dense layers by the kernels that training chooses from. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class Products {
    /** Units x inputs x examples: the first layer of W1 and of W3, the second of W3 and of W4, and a cube. */
    @Param({"30x784x10", "512x784x128", "512x512x128", "2048x2048x256", "512x512x512"})
    public String layer;

    /** Forward, the error's way back, the gradient. */
    @Param
    public Product product;

    /** How numbers are stored. */
    @Param
    public Precision precision;

    /** The name of the kernels. */
    @Param({"simd", "plain"})
    public String kernels;

    private LayerShape shape;
    private LayerProduct operands;

    /** The benchmark, for JMH. */
    public Products() {}

    /** Draws the operands. */
    @Setup
    public void draw() {
        shape = LayerShape.of(layer);
        operands = LayerProduct.of(product, shape, new AvailableKernels().named(kernels, precision));
    }

    /** The product. */
    @Benchmark
    public Matrix multiply(Flops flops) {
        flops.add(shape.flops());
        return operands.compute();
    }
}
