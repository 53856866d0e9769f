package io.nabla.layers;

import io.nabla.api.Activation;
import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.Parameter;
import io.nabla.api.Parameters;
import io.nabla.api.Shape;

/** z = a + F(a). */
final class ResidualLayer implements Layer {
    private final Shape shape;
    private final Stack stack;
    private final Activation activation;

    ResidualLayer(Shape shape, Stack stack, Activation activation) {
        this.shape = shape;
        this.stack = stack;
        this.activation = activation;
    }

    @Override
    public String kind() {
        return Residual.KIND;
    }

    @Override
    public Shape inputs() {
        return shape;
    }

    @Override
    public Shape outputs() {
        return shape;
    }

    @Override
    public Activation activation() {
        return activation;
    }

    @Override
    public Activation activationBehind(Parameter parameter) {
        return stack.activationBehind(parameter);
    }

    @Override
    public Parameters parameters() {
        return stack.parameters();
    }

    @Override
    public Matrix weightedInput(Matrix a) {
        Rows.check(this, a);
        return a.plus(stack.forward(a));
    }

    @Override
    public Matrix backpropagate(Matrix delta, Matrix a) {
        return delta.plus(stack.backpropagate(delta, a));
    }

    @Override
    public void gradient(Matrix delta, Matrix a, Parameters nabla) {
        stack.gradient(delta, a, nabla);
    }

    @Override
    public Layer sample(long key) {
        Stack sample = stack.sample(key);
        return sample == stack ? this : new ResidualLayer(shape, sample, activation);
    }

    @Override
    public boolean leavesToChance() {
        return stack.leavesToChance();
    }

    /** What a listing shows: {@code residual 64 [dense 64 -> 64, relu; dense 64 -> 64, identity], identity}. */
    @Override
    public String toString() {
        return kind() + " " + shape + " [" + stack + "], " + activation.name();
    }
}
