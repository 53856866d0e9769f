package io.nabla.benchmarks.kernels;

import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Product;
import io.nabla.core.random.NumpyRandom;
import java.util.random.RandomGenerator;

/**
 * One of the three products that a dense layer is trained by, its operands drawn from N(0,1), with none that is zero.
 *
 * @param product which
 * @param left w, or δ for the gradient
 * @param right a, or δ for the error's way back
 * @param result where it goes
 */
record LayerProduct(Product product, Matrix left, Matrix right, Matrix result) {
    private static final int SEED = 1;

    /** The product of a layer: w·a, wᵀ·δ or δ·aᵀ. */
    static LayerProduct of(Product product, LayerShape layer, Kernels kernels) {
        RandomGenerator random = new NumpyRandom(SEED);
        Matrix w = normal(kernels, layer.units(), layer.inputs(), random);
        Matrix a = normal(kernels, layer.inputs(), layer.examples(), random);
        Matrix delta = normal(kernels, layer.units(), layer.examples(), random);
        return switch (product) {
            case PLAIN -> into(product, w, a);
            case LEFT_TRANSPOSED -> into(product, w, delta);
            case RIGHT_TRANSPOSED -> into(product, delta, a);
        };
    }

    private static LayerProduct into(Product product, Matrix left, Matrix right) {
        Matrix result = Matrix.zeros(left.kernels(), product.rows(left), product.columns(right));
        return new LayerProduct(product, left, right, result);
    }

    private static Matrix normal(Kernels kernels, int rows, int columns, RandomGenerator random) {
        Matrix matrix = Matrix.zeros(kernels, rows, columns);
        for (int i = 0; i < matrix.size(); i++) {
            matrix.set(i, random.nextGaussian());
        }
        return matrix;
    }

    /** Computes it. */
    Matrix compute() {
        result.kernels().multiply(product, left, right, result, false, 0, result.columns());
        return result;
    }
}
