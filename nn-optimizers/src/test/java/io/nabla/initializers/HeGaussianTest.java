package io.nabla.initializers;

import io.nabla.api.Initializer;
import io.nabla.testkit.InitializerContract;

class HeGaussianTest implements InitializerContract {
    @Override
    public Initializer initializer() {
        return new HeGaussian();
    }

    @Override
    public double weightDeviation(int fanIn, int fanOut) {
        return Math.sqrt(2.0 / fanIn);
    }

    @Override
    public double biasDeviation() {
        return 0;
    }
}
