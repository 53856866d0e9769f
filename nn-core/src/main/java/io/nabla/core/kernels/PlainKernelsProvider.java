package io.nabla.core.kernels;

import io.nabla.api.Kernels;
import io.nabla.api.KernelsProvider;
import io.nabla.api.Precision;
import java.util.Optional;

/** Offers the plain kernels, in both precisions, on every machine. */
public final class PlainKernelsProvider implements KernelsProvider {
    /** For {@link java.util.ServiceLoader}. */
    public PlainKernelsProvider() {}

    @Override
    public String name() {
        return PlainKernels.NAME;
    }

    @Override
    public int rank() {
        return 0;
    }

    @Override
    public Optional<Kernels> kernels(Precision precision) {
        return Optional.of(PlainKernels.of(precision));
    }

    @Override
    public String whyNot(Precision precision) {
        return "the plain kernels run everywhere";
    }
}
