package io.nabla.core;

import io.nabla.api.Clipping;
import io.nabla.api.Cost;
import io.nabla.api.Elementary;
import io.nabla.api.ElementwiseActivation;
import io.nabla.api.Initializer;
import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.LayerDescription;
import io.nabla.api.Matrix;
import io.nabla.api.Norm;
import io.nabla.api.Optimizer;
import io.nabla.api.Parameter;
import io.nabla.api.Parameters;
import io.nabla.api.Regularizer;
import io.nabla.api.Sequence;
import io.nabla.api.Shape;
import java.util.random.RandomGenerator;

/** The smallest plug-ins that a network needs: the core's tests must not know the real ones. */
final class TestPlugins {
    private TestPlugins() {}

    record Sigmoid() implements ElementwiseActivation {
        @Override
        public String name() {
            return "sigmoid";
        }

        @Override
        public double value(double z) {
            return Elementary.sigmoid(z);
        }

        @Override
        public double derivative(double z, double a) {
            return a * (1 - a);
        }
    }

    record Tanh() implements ElementwiseActivation {
        @Override
        public String name() {
            return "tanh";
        }

        @Override
        public double value(double z) {
            return Elementary.tanh(z);
        }

        @Override
        public double derivative(double z, double a) {
            return 1 - a * a;
        }
    }

    record Quadratic() implements Cost {
        @Override
        public String name() {
            return "quadratic";
        }

        @Override
        public double value(Matrix a, Matrix y) {
            Matrix error = a.minus(y);
            return 0.5 * error.dot(error);
        }

        @Override
        public Matrix gradient(Matrix a, Matrix y) {
            return a.minus(y);
        }
    }

    record Sgd(double learningRate) implements Optimizer {
        @Override
        public String name() {
            return "sgd";
        }

        @Override
        public Update start(Parameter parameter) {
            return Update.stateless((w, nabla, m, pace) -> w.combine(1, -learningRate * pace / m, nabla));
        }
    }

    record L2(double lambda) implements Regularizer {
        @Override
        public String name() {
            return "l2";
        }

        @Override
        public double penalty(Matrix w) {
            return 0.5 * lambda * w.dot(w);
        }

        @Override
        public void addGradient(Matrix w, double share, Matrix nabla) {
            nabla.combine(1, share * lambda, w);
        }
    }

    /** Scales a gradient that is longer back to a length. */
    record ClipTo(double length) implements Clipping {
        @Override
        public String name() {
            return "clip-to";
        }

        @Override
        public void clip(Sequence<Parameters> nabla, int m) {
            double norm = Norm.of(nabla) / m;
            if (norm > length) {
                nabla.forEach(ofLayer ->
                        ofLayer.forEach(parameter -> parameter.value().combine(length / norm, 0, parameter.value())));
            }
        }
    }

    record Gaussian() implements Initializer {
        @Override
        public String name() {
            return "gaussian";
        }

        @Override
        public double weight(int fanIn, int fanOut, RandomGenerator random) {
            return random.nextGaussian();
        }

        @Override
        public double bias(RandomGenerator random) {
            return random.nextGaussian();
        }
    }

    record Dense(int units, ElementwiseActivation activation) implements LayerDescription {
        @Override
        public String kind() {
            return "dense";
        }

        @Override
        public Layer build(Shape inputs, Kernels kernels) {
            return new DenseLayer(
                    inputs, activation, Matrix.zeros(kernels, units, inputs.size()), Matrix.zeros(kernels, units, 1));
        }
    }

    record DenseLayer(Shape inputs, ElementwiseActivation activation, Matrix w, Matrix b) implements Layer {
        @Override
        public String kind() {
            return "dense";
        }

        @Override
        public Shape outputs() {
            return Shape.of(w.rows());
        }

        @Override
        public Parameters parameters() {
            return Parameters.of(
                    new Parameter("weights", Parameter.Role.WEIGHTS, w, w.columns(), w.rows()),
                    new Parameter("biases", Parameter.Role.BIASES, b, w.columns(), w.rows()));
        }

        @Override
        public Matrix weightedInput(Matrix a) {
            return w.affine(a, b);
        }

        @Override
        public Matrix backpropagate(Matrix delta, Matrix a) {
            return w.transposeTimes(delta);
        }

        @Override
        public void gradient(Matrix delta, Matrix a, Parameters nabla) {
            nabla.get("biases").addRowSums(delta);
            nabla.get("weights").addTimesTranspose(delta, a);
        }
    }
}
