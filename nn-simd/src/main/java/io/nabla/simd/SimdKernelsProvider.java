package io.nabla.simd;

import io.nabla.api.Kernels;
import io.nabla.api.KernelsProvider;
import io.nabla.api.Precision;
import java.util.Optional;

/** Offers the Vector API's kernels where the JVM has it. */
public final class SimdKernelsProvider implements KernelsProvider {
    static final String NAME = "simd";

    /** For {@link java.util.ServiceLoader}. */
    public SimdKernelsProvider() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int rank() {
        return 100;
    }

    @Override
    public Optional<Kernels> kernels(Precision precision) {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(precision == Precision.DOUBLE ? new SimdDoubleKernels() : new SimdFloatKernels());
    }

    @Override
    public String whyNot(Precision precision) {
        return "this JVM runs without the Vector API; start java with --add-modules jdk.incubator.vector";
    }
}
