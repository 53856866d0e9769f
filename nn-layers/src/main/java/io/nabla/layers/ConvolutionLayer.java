package io.nabla.layers;

import io.nabla.api.Activation;
import io.nabla.api.Convolution;
import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.Parameter;
import io.nabla.api.Parameters;
import io.nabla.api.Shape;

/** z = w∗a + b: every place of a filter is a neuron, and all of them have the same weights. */
final class ConvolutionLayer implements Layer {
    private static final String WEIGHTS = "weights";
    private static final String BIASES = "biases";

    private final Shape inputs;
    private final Shape outputs;
    private final Convolution convolution;
    private final Activation activation;
    private final Matrix w;
    private final Matrix b;
    private final Parameters parameters;

    ConvolutionLayer(Shape inputs, Convolution convolution, Activation activation, Kernels kernels) {
        this.inputs = inputs;
        this.outputs = Shape.of(convolution.filters(), convolution.outputHeight(), convolution.outputWidth());
        this.convolution = convolution;
        this.activation = activation;
        int fanIn = convolution.taps();
        int fanOut = convolution.filters() * convolution.kernel() * convolution.kernel();
        w = Matrix.zeros(kernels, convolution.filters(), fanIn);
        b = Matrix.zeros(kernels, convolution.filters(), 1);
        parameters = Parameters.of(
                new Parameter(WEIGHTS, Parameter.Role.WEIGHTS, w, fanIn, fanOut),
                new Parameter(BIASES, Parameter.Role.BIASES, b, fanIn, fanOut));
    }

    @Override
    public String kind() {
        return Convolution2d.KIND;
    }

    @Override
    public Shape inputs() {
        return inputs;
    }

    @Override
    public Shape outputs() {
        return outputs;
    }

    @Override
    public Activation activation() {
        return activation;
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public Matrix weightedInput(Matrix a) {
        Rows.check(this, a);
        Matrix z = a.fresh(convolution.outputSize(), a.columns());
        w.kernels().convolve(convolution, w, b, a, z, 0, a.columns());
        return z;
    }

    @Override
    public Matrix backpropagate(Matrix delta, Matrix a) {
        Rows.checkDelta(this, delta, a);
        // BP2, its first half: what a pixel did to all places that saw it.
        Matrix error = delta.fresh(convolution.inputSize(), delta.columns());
        w.kernels().convolveBack(convolution, w, delta, error, 0, delta.columns());
        return error;
    }

    @Override
    public void gradient(Matrix delta, Matrix a, Parameters nabla) {
        Rows.checkDelta(this, delta, a);
        // BP3 and BP4, summed over the places too, since these share their weights.
        Matrix nablaW = nabla.get(WEIGHTS).settled();
        Matrix nablaB = nabla.get(BIASES).settled();
        w.kernels().convolveGradient(convolution, delta, a, nablaW, nablaB, 0, convolution.filters());
    }

    /** What a listing shows: {@code convolution2d 1×28×28 -> 20×24×24, relu}. */
    @Override
    public String toString() {
        return kind() + " " + inputs + " -> " + outputs + ", " + activation.name();
    }
}
