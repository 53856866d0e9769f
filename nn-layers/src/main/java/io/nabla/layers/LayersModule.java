package io.nabla.layers;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import io.nabla.api.LayerFactory;

/** Binds the layer factories of this package, to be found by their names. */
public final class LayersModule extends AbstractModule {
    /** The bindings. */
    public LayersModule() {}

    @Override
    protected void configure() {
        Multibinder<LayerFactory> layers = Multibinder.newSetBinder(binder(), LayerFactory.class);
        layers.addBinding().toInstance(new AveragePool2dFactory());
        layers.addBinding().toInstance(new BatchNormFactory());
        layers.addBinding().toInstance(new Convolution2dFactory());
        layers.addBinding().toInstance(new DenseFactory());
        layers.addBinding().toInstance(new DropoutFactory());
        layers.addBinding().toInstance(new FlattenFactory());
        layers.addBinding().toInstance(new LayerNormFactory());
        layers.addBinding().toInstance(new MaxPool2dFactory());
        layers.addBinding().toInstance(new ReshapeFactory());
        layers.addBinding().toInstance(new ResidualFactory());
        layers.addBinding().toInstance(new EmbeddingFactory());
        layers.addBinding().toInstance(new GruFactory());
    }
}
