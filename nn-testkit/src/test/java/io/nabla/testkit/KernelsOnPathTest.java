package io.nabla.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.api.Kernels;
import io.nabla.api.KernelsProvider;
import io.nabla.api.Precision;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KernelsOnPathTest {
    private record Provider(String name, int rank, Optional<Kernels> offered) implements KernelsProvider {
        @Override
        public Optional<Kernels> kernels(Precision precision) {
            return offered;
        }

        @Override
        public String whyNot(Precision precision) {
            return "this machine has no " + name;
        }
    }

    private final Kernels slow = new ReferenceKernels(Precision.DOUBLE);
    private final Kernels fast = new ReferenceKernels(Precision.DOUBLE);

    @Test
    void takesTheGreatestRankThatCanRunHere() {
        KernelsProvider plain = new Provider("plain", 0, Optional.of(slow));
        KernelsProvider vector = new Provider("vector", 10, Optional.of(fast));
        KernelsProvider gpu = new Provider("gpu", 20, Optional.empty());
        assertThat(KernelsOnPath.best(List.of(plain, gpu, vector), Precision.DOUBLE))
                .isSameAs(fast);
    }

    @Test
    void tellsWhatToAddWhereThereIsNoProvider() {
        assertThatThrownBy(() -> KernelsOnPath.best(List.of(), Precision.FLOAT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("kernels of float")
                .hasMessageContaining("no KernelsProvider is on the path")
                .hasMessageContaining("add nn-core to the tests");
    }

    @Test
    void tellsWhyNoProviderCanRunHere() {
        assertThatThrownBy(
                        () -> KernelsOnPath.best(List.of(new Provider("gpu", 20, Optional.empty())), Precision.DOUBLE))
                .hasMessageContaining("gpu: this machine has no gpu")
                .hasMessageContaining("add nn-core");
    }

    @Test
    void contractsAskThePathUnlessATestSaysOtherwise() {
        // nn-core is not on the path of this module's tests: it is built afterwards.
        UsesKernels contract = new UsesKernels() {};
        assertThatThrownBy(() -> contract.kernels(Precision.DOUBLE)).hasMessageContaining("add nn-core to the tests");
    }
}
