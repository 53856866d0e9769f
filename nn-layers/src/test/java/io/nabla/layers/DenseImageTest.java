package io.nabla.layers;

import io.nabla.activations.Tanh;
import io.nabla.api.LayerDescription;
import io.nabla.api.Shape;
import io.nabla.testkit.LayerContract;

class DenseImageTest implements LayerContract {
    @Override
    public LayerDescription layer() {
        return new Dense(4, new Tanh());
    }

    @Override
    public Shape inputs() {
        return Shape.of(2, 3, 3);
    }
}
