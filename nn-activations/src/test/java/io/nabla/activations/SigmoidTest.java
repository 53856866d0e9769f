package io.nabla.activations;

import io.nabla.api.Activation;
import io.nabla.testkit.ActivationContract;

class SigmoidTest implements ActivationContract {
    @Override
    public Activation activation() {
        return new Sigmoid();
    }
}
