package io.nabla.activations;

import io.nabla.api.Activation;
import io.nabla.testkit.ActivationContract;

class MishTest implements ActivationContract {
    @Override
    public Activation activation() {
        return new Mish();
    }
}
