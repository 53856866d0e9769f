package io.nabla.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.activations.Relu;
import io.nabla.api.Catalog;
import io.nabla.api.LayerDescription;
import io.nabla.api.LayerFactory;
import io.nabla.api.Plugins;
import io.nabla.api.Settings;
import io.nabla.api.Shape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImageFactoriesTest {
    private static final Relu RELU = new Relu();
    private static final Plugins PLUGINS = new Plugins(
            Catalog.of("activation", List.of(RELU)),
            Catalog.of("cost", List.of()),
            Catalog.of("layer", List.of()),
            Catalog.of("optimizer", List.of()),
            Catalog.of("schedule", List.of()),
            Catalog.of("clipping", List.of()),
            Catalog.of("regularizer", List.of()),
            Catalog.of("initializer", List.of()));

    private static LayerDescription make(LayerFactory factory, Map<String, String> settings) {
        return factory.create(Settings.of(settings), PLUGINS);
    }

    @Test
    void makeTheLayersOfTheirSettings() {
        assertThat(make(new Convolution2dFactory(), Map.of("filters", "20", "kernel", "5", "activation", "relu")))
                .isEqualTo(new Convolution2d(20, 5, RELU));
        assertThat(make(
                        new Convolution2dFactory(),
                        Map.of("filters", "20", "kernel", "5", "stride", "2", "padding", "3", "activation", "relu")))
                .isEqualTo(new Convolution2d(20, 5, 2, 3, RELU));
        assertThat(make(new MaxPool2dFactory(), Map.of("size", "2"))).isEqualTo(new MaxPool2d(2, 2));
        assertThat(make(new MaxPool2dFactory(), Map.of("size", "3", "stride", "2")))
                .isEqualTo(new MaxPool2d(3, 2));
        assertThat(make(new AveragePool2dFactory(), Map.of("size", "2"))).isEqualTo(new AveragePool2d(2, 2));
        assertThat(make(new FlattenFactory(), Map.of())).isEqualTo(new Flatten());
        assertThat(make(new ReshapeFactory(), Map.of("shape", "1x28x28"))).isEqualTo(new Reshape(Shape.of(1, 28, 28)));
    }

    @Test
    void areNamedAsTheirLayersAre() {
        assertThat(List.of(
                                new Convolution2dFactory(),
                                new MaxPool2dFactory(),
                                new AveragePool2dFactory(),
                                new FlattenFactory(),
                                new ReshapeFactory())
                        .stream()
                        .map(LayerFactory::name))
                .containsExactly("convolution2d", "max-pool2d", "average-pool2d", "flatten", "reshape");
    }

    @Test
    void refuseWhatTheyDoNotKnow() {
        assertThatThrownBy(() -> make(new Convolution2dFactory(), Map.of("filter", "20")))
                .hasMessageContaining("unknown setting 'filter'")
                .hasMessageContaining("did you mean 'filters'?");
        assertThatThrownBy(() -> make(new MaxPool2dFactory(), Map.of("pool", "2")))
                .hasMessageContaining("unknown setting 'pool'");
        assertThatThrownBy(() -> make(new ReshapeFactory(), Map.of("shape", "28*28")))
                .hasMessage("'shape' is whole numbers with an x between, such as 1x28x28, but got '28*28'");
    }
}
