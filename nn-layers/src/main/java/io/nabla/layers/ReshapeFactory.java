package io.nabla.layers;

import io.nabla.api.LayerDescription;
import io.nabla.api.LayerFactory;
import io.nabla.api.Plugins;
import io.nabla.api.Settings;
import io.nabla.api.Shape;
import java.util.Arrays;

/**
 * Makes {@link Reshape} layers from the setting {@code shape}, whole numbers with an {@code x} between.
 *
 * <pre>{@code
 * LayerDescription layer = plugins.layers().get("reshape").create(Settings.of(Map.of("shape", "1x28x28")), plugins);
 * }</pre>
 */
public final class ReshapeFactory implements LayerFactory {
    /** The factory. */
    public ReshapeFactory() {}

    @Override
    public String name() {
        return Reshape.KIND;
    }

    @Override
    public LayerDescription create(Settings settings, Plugins plugins) {
        settings.onlyKeys("shape");
        String text = settings.text("shape");
        if (!text.matches("[1-9][0-9]{0,8}(x[1-9][0-9]{0,8})*")) {
            throw new IllegalArgumentException(
                    "'shape' is whole numbers with an x between, such as 1x28x28, but got '" + text + "'");
        }
        return new Reshape(Shape.of(
                Arrays.stream(text.split("x")).mapToInt(Integer::parseInt).toArray()));
    }
}
