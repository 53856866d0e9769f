package io.nabla.initializers;

import io.nabla.api.Initializer;
import io.nabla.testkit.InitializerContract;

class XavierNormalTest implements InitializerContract {
    @Override
    public Initializer initializer() {
        return new XavierNormal();
    }

    @Override
    public double weightDeviation(int fanIn, int fanOut) {
        return Math.sqrt(2.0 / (fanIn + fanOut));
    }

    @Override
    public double biasDeviation() {
        return 0;
    }
}
