package io.nabla.costs;

import io.nabla.api.Cost;
import io.nabla.api.Matrix;

/**
 * The hinge cost C = Σ max(0, 1 - (2y - 1) a), summed over outputs and examples: each output is a support vector machine
 * by itself, one class against the rest.
 *
 * <p>Wanted outputs are 0 and 1, as one-hot labels are; 2y - 1 makes them the -1 and 1 of the formula's source. The
 * output of the wanted class is pushed to at least 1 and every other to at most -1, and what is there already costs
 * nothing. A wanted output between 0 and 1 pushes the less the nearer it is to ½.
 *
 * <p>Use it with an output layer whose activation reaches from -1 to 1 or beyond, such as identity; the greatest output
 * tells the class. Of a network with one output the sign tells it, which is not where accuracy draws the line.
 *
 * <pre>{@code
 * Matrix a = Matrix.column(kernels, 0.7, -1.5, 0.2);
 * Matrix y = Matrix.column(kernels, 1, 0, 0);
 * double c = new HingeCost().value(a, y);   // 0.3 + 0 + 1.2 = 1.5
 * }</pre>
 *
 * @see <a href="https://arxiv.org/abs/1306.0239">
 *     Tang, Deep Learning using Linear Support Vector Machines: one class against the rest, the greatest output wins</a>
 * @see <a href="https://keras.io/api/losses/hinge_losses/">Keras's Hinge, which takes 0 and 1 for -1 and 1 likewise</a>
 */
public final class HingeCost implements Cost {
    /** The hinge cost. */
    public HingeCost() {}

    @Override
    public String name() {
        return "hinge";
    }

    /**
     * C, summed over the examples.
     *
     * @throws IllegalArgumentException if a wanted output is not between 0 and 1
     */
    @Override
    public double value(Matrix a, Matrix y) {
        Probabilities.requireTargets(name(), y);
        return a.zip(y, (output, target) -> Math.max(0, missing(output, target)))
                .sum();
    }

    /** ∇ₐC: 1 - 2y where the output costs something, 0 where it does not. */
    @Override
    public Matrix gradient(Matrix a, Matrix y) {
        return a.zip(y, HingeCost::slope);
    }

    private static double slope(double output, double target) {
        double missing = missing(output, target);
        if (Double.isNaN(missing)) {
            return missing; // a comparison with NaN would make it 0
        }
        return missing > 0 ? 1 - 2 * target : 0;
    }

    /** How far an output is from where it costs nothing; below 0 beyond that. */
    private static double missing(double output, double target) {
        return 1 - (2 * target - 1) * output;
    }
}
