package io.nabla.layers;

import io.nabla.api.Activation;
import io.nabla.api.Matrix;
import io.nabla.api.Plugins;
import io.nabla.api.Settings;

/** a = z, for layers that have no activation function. */
final class PassOn implements Activation {
    static final PassOn INSTANCE = new PassOn();

    /** The key under which settings name another activation. */
    static final String SETTING = "activation";

    private PassOn() {}

    /** The activation that settings name; this one where they name none. */
    static Activation unlessSet(Settings settings, Plugins plugins) {
        return settings.keys().contains(SETTING) ? plugins.activation(settings.plugin(SETTING)) : INSTANCE;
    }

    @Override
    public String name() {
        return "identity";
    }

    @Override
    public Matrix apply(Matrix z) {
        return z;
    }

    @Override
    public Matrix backward(Matrix errorOnA, Matrix z, Matrix a) {
        return errorOnA;
    }
}
