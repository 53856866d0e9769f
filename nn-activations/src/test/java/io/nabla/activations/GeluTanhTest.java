package io.nabla.activations;

import io.nabla.api.Activation;
import io.nabla.testkit.ActivationContract;

class GeluTanhTest implements ActivationContract {
    @Override
    public Activation activation() {
        return new GeluTanh();
    }
}
