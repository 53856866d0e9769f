package io.nabla.core.kernels;

import io.nabla.api.Kernels;
import io.nabla.api.KernelsProvider;
import io.nabla.api.Precision;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The kernels that {@link ServiceLoader} finds, the best first. */
public final class AvailableKernels {
    private static final Logger LOG = LoggerFactory.getLogger(AvailableKernels.class);

    private final List<KernelsProvider> providers;

    /** Looks for providers on the module path and the class path. */
    public AvailableKernels() {
        this(ServiceLoader.load(KernelsProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /** These providers alone. */
    public AvailableKernels(List<KernelsProvider> providers) {
        this.providers = providers.stream()
                .sorted(Comparator.comparingInt(KernelsProvider::rank)
                        .reversed()
                        .thenComparing(KernelsProvider::name))
                .toList();
    }

    /** The providers, the best first. */
    public List<KernelsProvider> providers() {
        return providers;
    }

    /**
     * The best kernels of a precision that this machine can run; one log line tells of better ones that it cannot.
     *
     * @throws IllegalStateException if there are none at all
     */
    public Kernels best(Precision precision) {
        for (KernelsProvider provider : providers) {
            Optional<Kernels> kernels = provider.kernels(precision);
            if (kernels.isPresent()) {
                return kernels.get();
            }
            LOG.info("no {} kernels: {}", provider.name(), provider.whyNot(precision));
        }
        throw new IllegalStateException("no kernels of " + precision + " among " + names());
    }

    /**
     * The kernels of a name.
     *
     * @throws IllegalArgumentException if there are none of that name, or they cannot run here, telling why
     */
    public Kernels named(String name, Precision precision) {
        for (KernelsProvider provider : providers) {
            if (provider.name().equals(name)) {
                return provider.kernels(precision)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "the kernels '" + name + "' cannot be used: " + provider.whyNot(precision)));
            }
        }
        throw new IllegalArgumentException("no kernels named '" + name + "'; have " + names());
    }

    private List<String> names() {
        return providers.stream().map(KernelsProvider::name).toList();
    }
}
