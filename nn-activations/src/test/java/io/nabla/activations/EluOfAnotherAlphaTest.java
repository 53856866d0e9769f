package io.nabla.activations;

import io.nabla.api.Activation;
import io.nabla.testkit.ActivationContract;

class EluOfAnotherAlphaTest implements ActivationContract {
    @Override
    public Activation activation() {
        return new Elu(0.25);
    }

    @Override
    public double[] kinks() {
        return new double[] {0};
    }
}
