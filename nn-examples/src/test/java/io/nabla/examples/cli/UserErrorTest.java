package io.nabla.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.activations.Sigmoid;
import io.nabla.core.Network;
import io.nabla.layers.Dense;
import io.nabla.layers.LayerNorm;
import org.junit.jupiter.api.Test;

class UserErrorTest {
    @Test
    void tellsWhyALibraryRefusesInOneLineAndLeavesOutThePicture() {
        Network.Builder builder = Network.builder(784)
                .layer(new Dense(1, new Sigmoid()))
                .layer(new LayerNorm())
                .layer(new Dense(10, new Sigmoid()));
        assertThatThrownBy(() -> UserError.unlessRefused(builder::buildZeroed))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "layer 2 (layer-norm) cannot take 1 inputs: layer-norm takes inputs whose last dimension is at"
                                + " least 2, but got 1; a single number has no variance")
                .cause()
                .hasMessageEndingWith("\n   784 inputs\n   1 dense 784 -> 1, sigmoid\n > 2 layer-norm ?\n   3 dense");
    }

    @Test
    void givesWhatIsNotRefused() {
        assertThat(UserError.<Integer>unlessRefused(() -> 7)).isEqualTo(7);
    }

    @Test
    void aRefusalWithoutWordsIsStillOne() {
        assertThatThrownBy(() -> UserError.unlessRefused(() -> {
                    throw new IllegalArgumentException();
                }))
                .isInstanceOf(UserError.class);
    }
}
