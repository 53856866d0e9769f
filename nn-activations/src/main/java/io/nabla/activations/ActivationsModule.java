package io.nabla.activations;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import io.nabla.api.Activation;

/** Binds the activation functions of this package, to be found by their names. */
public final class ActivationsModule extends AbstractModule {
    /** The bindings. */
    public ActivationsModule() {}

    @Override
    protected void configure() {
        Multibinder<Activation> activations = Multibinder.newSetBinder(binder(), Activation.class);
        activations.addBinding().toInstance(new Sigmoid());
        activations.addBinding().toInstance(new Tanh());
        activations.addBinding().toInstance(new Relu());
        activations.addBinding().toInstance(new LeakyRelu());
        activations.addBinding().toInstance(new Elu());
        activations.addBinding().toInstance(new Selu());
        activations.addBinding().toInstance(new Softplus());
        activations.addBinding().toInstance(new Softsign());
        activations.addBinding().toInstance(new Gelu());
        activations.addBinding().toInstance(new GeluTanh());
        activations.addBinding().toInstance(new Silu());
        activations.addBinding().toInstance(new Mish());
        activations.addBinding().toInstance(new HardSigmoid());
        activations.addBinding().toInstance(new HardTanh());
        activations.addBinding().toInstance(new Identity());
        activations.addBinding().toInstance(new Softmax());
    }
}
