package io.nabla.simd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.api.Precision;
import io.nabla.core.kernels.AvailableKernels;
import org.junit.jupiter.api.Test;

/** On the class path the Vector API is not there unless asked for; on the module path it comes with this module. */
class WithoutVectorApiTest {
    private final boolean present =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    @Test
    void theBestKernelsThatCanRunHereAreFound() {
        String best = present ? "simd" : "plain";
        for (Precision precision : Precision.values()) {
            assertThat(new AvailableKernels().best(precision).name()).isEqualTo(best);
        }
    }

    @Test
    void theWayToGetThemIsTold() {
        AvailableKernels available = new AvailableKernels();
        if (present) {
            assertThat(available.named("simd", Precision.FLOAT).precision()).isEqualTo(Precision.FLOAT);
        } else {
            assertThatThrownBy(() -> available.named("simd", Precision.DOUBLE))
                    .hasMessageContaining("--add-modules jdk.incubator.vector");
        }
    }
}
