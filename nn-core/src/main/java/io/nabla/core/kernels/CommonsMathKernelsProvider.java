package io.nabla.core.kernels;

import io.nabla.api.Kernels;
import io.nabla.api.KernelsProvider;
import io.nabla.api.Precision;
import java.util.Optional;

/** Offers the Commons Math kernels, for those who ask for them by name. */
public final class CommonsMathKernelsProvider implements KernelsProvider {
    /** For {@link java.util.ServiceLoader}. */
    public CommonsMathKernelsProvider() {}

    @Override
    public String name() {
        return CommonsMathKernels.NAME;
    }

    @Override
    public int rank() {
        return -100;
    }

    @Override
    public Optional<Kernels> kernels(Precision precision) {
        return precision == Precision.DOUBLE ? Optional.of(new CommonsMathKernels()) : Optional.empty();
    }

    @Override
    public String whyNot(Precision precision) {
        return "the commons-math kernels compute in double only; use --precision double";
    }
}
