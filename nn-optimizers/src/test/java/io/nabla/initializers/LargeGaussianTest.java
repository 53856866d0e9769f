package io.nabla.initializers;

import io.nabla.api.Initializer;
import io.nabla.testkit.InitializerContract;

class LargeGaussianTest implements InitializerContract {
    @Override
    public Initializer initializer() {
        return new LargeGaussian();
    }

    @Override
    public double weightDeviation(int fanIn, int fanOut) {
        return 1;
    }

    @Override
    public double biasDeviation() {
        return 1;
    }
}
