package io.nabla.initializers;

import io.nabla.api.Initializer;
import io.nabla.testkit.InitializerContract;

class LeCunGaussianTest implements InitializerContract {
    @Override
    public Initializer initializer() {
        return new LeCunGaussian();
    }

    @Override
    public double weightDeviation(int fanIn, int fanOut) {
        return 1 / Math.sqrt(fanIn);
    }

    @Override
    public double biasDeviation() {
        return 0;
    }
}
