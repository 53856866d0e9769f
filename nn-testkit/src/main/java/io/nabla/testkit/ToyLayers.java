package io.nabla.testkit;

import io.nabla.api.Activation;
import io.nabla.api.ArraySequence;
import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.Parameter;
import io.nabla.api.Parameters;
import io.nabla.api.Sequence;
import io.nabla.api.Shape;

/** The layers of which the contracts make their small networks. */
final class ToyLayers {
    private ToyLayers() {}

    /** Seeded dense layers of these sizes, inputs first; each with the activation of its place, over and over. */
    static Sequence<Layer> dense(Kernels kernels, int[] sizes, Activation... sigmas) {
        Draws draws = new Draws(100L + sizes.length);
        ArraySequence<Layer> layers = new ArraySequence<>();
        for (int l = 1; l < sizes.length; l++) {
            Matrix w = draws.matrix(kernels, sizes[l], sizes[l - 1], -1, 1);
            Matrix b = draws.matrix(kernels, sizes[l], 1, -1, 1);
            layers.add(new Dense(w, b, sigmas[(l - 1) % sigmas.length]));
        }
        return Sequence.copyOf(layers);
    }

    /** z = w·a + b. */
    record Dense(Matrix w, Matrix b, Activation activation) implements Layer {
        @Override
        public String kind() {
            return "toy-dense";
        }

        @Override
        public Shape inputs() {
            return Shape.of(w.columns());
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

    /** z = 2a upside down: a layer that learns nothing. */
    record Reversal(int size, Activation activation) implements Layer {
        @Override
        public String kind() {
            return "toy-reversal";
        }

        @Override
        public Shape inputs() {
            return Shape.of(size);
        }

        @Override
        public Shape outputs() {
            return Shape.of(size);
        }

        @Override
        public Parameters parameters() {
            return Parameters.of();
        }

        @Override
        public Matrix weightedInput(Matrix a) {
            return reversed(a);
        }

        @Override
        public Matrix backpropagate(Matrix delta, Matrix a) {
            return reversed(delta);
        }

        @Override
        public void gradient(Matrix delta, Matrix a, Parameters nabla) {
            // Nothing is learned.
        }

        private static Matrix reversed(Matrix matrix) {
            Matrix result = matrix.copy();
            for (int column = 0; column < matrix.columns(); column++) {
                for (int row = 0; row < matrix.rows(); row++) {
                    result.set(matrix.rows() - 1 - row, column, 2 * matrix.get(row, column));
                }
            }
            return result;
        }
    }
}
