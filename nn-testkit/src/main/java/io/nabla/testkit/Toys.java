package io.nabla.testkit;

import io.nabla.api.Activation;
import io.nabla.api.Cost;
import io.nabla.api.Elementary;
import io.nabla.api.ElementwiseActivation;
import io.nabla.api.LogisticActivation;
import io.nabla.api.Matrix;
import io.nabla.api.SoftmaxActivation;

/** The smallest activations and the cost that the contracts need, so that they need no plug-in. */
final class Toys {
    private Toys() {}

    /** The logistic function, its derivative from a as usual. */
    record Logistic() implements LogisticActivation {
        @Override
        public String name() {
            return "toy-logistic";
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

    /** The logistic function again, its derivative from z alone: who hands over a wrong z is found out. */
    record LogisticFromZ() implements LogisticActivation {
        @Override
        public String name() {
            return "toy-logistic-from-z";
        }

        @Override
        public double value(double z) {
            return Elementary.sigmoid(z);
        }

        @Override
        public double derivative(double z, double a) {
            double s = Elementary.sigmoid(z);
            return s * (1 - s);
        }
    }

    /** ½(1 + z/√(1 + z²)): like the logistic function in its range, but not in its derivative. */
    record Algebraic() implements ElementwiseActivation {
        @Override
        public String name() {
            return "toy-algebraic";
        }

        @Override
        public double value(double z) {
            return 0.5 * (1 + z / Math.sqrt(1 + z * z));
        }

        @Override
        public double derivative(double z, double a) {
            double root = Math.sqrt(1 + z * z);
            return 0.5 / (root * root * root);
        }
    }

    /** The softmax of each column. */
    record Softmax() implements SoftmaxActivation {
        @Override
        public String name() {
            return "toy-softmax";
        }

        @Override
        public Matrix apply(Matrix z) {
            Matrix a = z.copy();
            for (int column = 0; column < z.columns(); column++) {
                double greatest = z.get(z.argMax(column), column);
                double sum = 0;
                for (int row = 0; row < z.rows(); row++) {
                    sum += Elementary.exp(z.get(row, column) - greatest);
                }
                for (int row = 0; row < z.rows(); row++) {
                    a.set(row, column, Elementary.exp(z.get(row, column) - greatest) / sum);
                }
            }
            return a;
        }

        @Override
        public Matrix backward(Matrix errorOnA, Matrix z, Matrix a) {
            Matrix result = z.copy();
            for (int column = 0; column < z.columns(); column++) {
                double mean = 0;
                for (int row = 0; row < z.rows(); row++) {
                    mean += errorOnA.get(row, column) * a.get(row, column);
                }
                for (int row = 0; row < z.rows(); row++) {
                    result.set(row, column, a.get(row, column) * (errorOnA.get(row, column) - mean));
                }
            }
            return result;
        }
    }

    /** ½ Σ (a - y)². */
    record Quadratic() implements Cost {
        @Override
        public String name() {
            return "toy-quadratic";
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

    /** Three activations whose outputs lie between 0 and 1: one logistic, one softmax, and one that is neither. */
    static Activation[] outputs() {
        return new Activation[] {new Logistic(), new Softmax(), new Algebraic()};
    }
}
