package io.nabla.testkit;

import io.nabla.api.Kernels;
import io.nabla.api.KernelsProvider;
import io.nabla.api.Precision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.StringJoiner;

/** The kernels that the providers on the module path and the class path offer. */
final class KernelsOnPath {
    private KernelsOnPath() {}

    static Kernels best(Precision precision) {
        return best(ServiceLoader.load(KernelsProvider.class), precision);
    }

    static Kernels best(Iterable<KernelsProvider> providers, Precision precision) {
        List<KernelsProvider> ranked = new ArrayList<>();
        providers.forEach(ranked::add);
        ranked.sort(Comparator.comparingInt(KernelsProvider::rank).reversed().thenComparing(KernelsProvider::name));
        StringJoiner reasons = new StringJoiner("; ");
        for (KernelsProvider provider : ranked) {
            Optional<Kernels> kernels = provider.kernels(precision);
            if (kernels.isPresent()) {
                return kernels.get();
            }
            reasons.add(provider.name() + ": " + provider.whyNot(precision));
        }
        throw new IllegalStateException("the contracts need kernels of " + precision + ", but "
                + (ranked.isEmpty()
                        ? "no KernelsProvider is on the path"
                        : "none on the path can run here (" + reasons + ")")
                + "; add nn-core to the tests, or override kernels(Precision) in the test class");
    }
}
