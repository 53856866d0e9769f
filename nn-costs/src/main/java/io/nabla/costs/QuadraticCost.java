package io.nabla.costs;

import io.nabla.api.Cost;
import io.nabla.api.Matrix;

/**
 * The quadratic cost C = ½ Σ (a - y)², summed over outputs and examples: the book's first one.
 *
 * <p>It takes outputs of any range. With a sigmoid output it learns slowly where that is badly wrong, since σ′ is small
 * there: see {@link CrossEntropyCost}.
 *
 * <pre>{@code
 * Matrix a = Matrix.column(kernels, 0.8, 0.1);
 * Matrix y = Matrix.column(kernels, 1, 0);
 * double c = new QuadraticCost().value(a, y);   // 0.5 · (0.2² + 0.1²) = 0.025
 * }</pre>
 *
 * @see <a href="http://neuralnetworksanddeeplearning.com/chap2.html">the book, chapter 2</a>
 */
public final class QuadraticCost implements Cost {
    /** The quadratic cost. */
    public QuadraticCost() {}

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
