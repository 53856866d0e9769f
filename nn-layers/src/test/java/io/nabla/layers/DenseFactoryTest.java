package io.nabla.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.activations.Sigmoid;
import io.nabla.activations.Tanh;
import io.nabla.api.Activation;
import io.nabla.api.Catalog;
import io.nabla.api.Plugins;
import io.nabla.api.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DenseFactoryTest {
    private static final Activation TANH = new Tanh();
    private static final Plugins PLUGINS = new Plugins(
            Catalog.of("activation", List.of(new Sigmoid(), TANH)),
            Catalog.of("cost", List.of()),
            Catalog.of("layer", List.of(new DenseFactory())),
            Catalog.of("optimizer", List.of()),
            Catalog.of("schedule", List.of()),
            Catalog.of("clipping", List.of()),
            Catalog.of("regularizer", List.of()),
            Catalog.of("initializer", List.of()));

    @Test
    void makesWhatTheSettingsSay() {
        assertThat(create(Map.of("units", "30", "activation", "tanh"))).isEqualTo(new Dense(30, TANH));
    }

    @Test
    void isFoundByTheKindOfItsLayers() {
        assertThat(new DenseFactory().name()).isEqualTo(new Dense(1, TANH).kind());
    }

    @Test
    void saysWhatIsWrongWithTheSettings() {
        assertThatThrownBy(() -> create(Map.of("units", "30", "activation", "relu6")))
                .hasMessage("no activation named 'relu6'; have [sigmoid, tanh]");
        assertThatThrownBy(() -> create(Map.of("units", "many", "activation", "tanh")))
                .hasMessageContaining("'units'")
                .hasMessageContaining("many");
        assertThatThrownBy(() -> create(Map.of("activation", "tanh"))).hasMessageContaining("'units' is not set");
        assertThatThrownBy(() -> create(Map.of("units", "3", "activation", "tanh", "size", "3")))
                .hasMessageContaining("unknown setting 'size'");
    }

    private static Object create(Map<String, String> settings) {
        return PLUGINS.layers().get("dense").create(Settings.of(settings), PLUGINS);
    }
}
