package io.nabla.core.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.nabla.api.Kernels;
import io.nabla.api.KernelsProvider;
import io.nabla.api.Precision;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AvailableKernelsTest {
    private static KernelsProvider provider(String name, int rank, Optional<Kernels> kernels) {
        KernelsProvider provider = mock(KernelsProvider.class);
        when(provider.name()).thenReturn(name);
        when(provider.rank()).thenReturn(rank);
        when(provider.kernels(Precision.DOUBLE)).thenReturn(kernels);
        when(provider.whyNot(Precision.DOUBLE)).thenReturn("this machine has no " + name + "; buy one");
        return provider;
    }

    @Test
    void findsTheKernelsOfThisModule() {
        AvailableKernels available = new AvailableKernels();
        assertThat(available.providers()).extracting(KernelsProvider::name).contains("plain", "commons-math");
        assertThat(available.best(Precision.FLOAT).precision()).isEqualTo(Precision.FLOAT);
        assertThat(available.named("commons-math", Precision.DOUBLE)).isInstanceOf(CommonsMathKernels.class);
    }

    @Test
    void takesTheHighestRankThatCanRunHere() {
        Kernels plain = PlainKernels.of(Precision.DOUBLE);
        AvailableKernels available = new AvailableKernels(
                List.of(provider("plain", 0, Optional.of(plain)), provider("quantum", 100, Optional.empty())));
        assertThat(available.best(Precision.DOUBLE)).isSameAs(plain);
        assertThat(available.providers()).extracting(KernelsProvider::name).containsExactly("quantum", "plain");
    }

    @Test
    void anUnknownNameIsToldWithThoseThereAre() {
        assertThatThrownBy(() -> new AvailableKernels().named("cuda", Precision.DOUBLE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no kernels named 'cuda'; have [plain, commons-math]");
    }

    @Test
    void kernelsThatCannotRunSayWhy() {
        assertThatThrownBy(() -> new AvailableKernels().named("commons-math", Precision.FLOAT))
                .hasMessageContaining("double only");
        AvailableKernels none = new AvailableKernels(List.of(provider("quantum", 100, Optional.empty())));
        assertThatThrownBy(() -> none.named("quantum", Precision.DOUBLE)).hasMessageContaining("buy one");
        assertThatThrownBy(() -> none.best(Precision.DOUBLE)).hasMessageContaining("[quantum]");
    }
}
