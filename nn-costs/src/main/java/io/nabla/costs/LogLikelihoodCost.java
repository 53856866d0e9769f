package io.nabla.costs;

import io.nabla.api.Activation;
import io.nabla.api.ClassNumbers;
import io.nabla.api.Cost;
import io.nabla.api.Matrix;
import io.nabla.api.Settings;
import io.nabla.api.Shape;
import io.nabla.api.SoftmaxActivation;

/**
 * The log-likelihood cost C = -Σ y ln a, summed over outputs and examples: the outputs of an example are the
 * probabilities of classes of which one is right.
 *
 * <p>With a softmax output, δ = a Σy - y, the sum taken over the column; where the wanted outputs of an example sum
 * to 1, as one-hot labels do, that is the book's a - y. Use it with softmax: only there is the probability of a wrong
 * class pushed down, by pushing up the right one's.
 *
 * <p>Instead of a column of zeros and a one, a wanted output may be the number of its class, from 0, in one row: see {@link
 * ClassNumbers}. Everything is then as with the column.
 *
 * <p>With label smoothing ε, every wanted output y of K becomes (1 - ε) y + ε / K before anything else, in value, gradient
 * and δ: the network is never asked to be certain, and learns less by heart. The cost of a right and certain answer is
 * then above 0. Found by its name, {@code log-likelihood}, it has it by the setting {@code smoothing}.
 *
 * <p>It stays finite at outputs of exactly 0: a logarithm is never below -100, and ∇ₐC = -y / a never divides by less
 * than 10⁻³⁰, so that it also fits a float.
 *
 * <pre>{@code
 * Matrix a = Matrix.column(kernels, 0.7, 0.2, 0.1);
 * Matrix y = Matrix.column(kernels, 1, 0, 0);
 * double c = new LogLikelihoodCost().value(a, y);   // -ln 0.7 = 0.3566...
 * double smooth = new LogLikelihoodCost(0.3).value(a, y);   // -0.8 ln 0.7 - 0.1 ln 0.2 - 0.1 ln 0.1 = 0.6765...
 * }</pre>
 *
 * @param smoothing ε, from 0, which changes nothing, to below 1, such as 0.1
 * @see <a href="http://neuralnetworksanddeeplearning.com/chap3.html">the book, chapter 3, "Softmax"</a>
 * @see <a href="https://arxiv.org/abs/1512.00567">
 *     Szegedy et al., Rethinking the Inception Architecture for Computer Vision, section 7: label smoothing</a>
 */
public record LogLikelihoodCost(double smoothing) implements Cost {
    private static final double SMALLEST_DENOMINATOR = 1e-30;

    /** The log-likelihood cost of the wanted outputs as they are. */
    public LogLikelihoodCost() {
        this(0);
    }

    /**
     * Checks the label smoothing.
     *
     * @throws IllegalArgumentException if it is not from 0 to below 1
     */
    public LogLikelihoodCost {
        if (!(smoothing >= 0 && smoothing < 1)) {
            throw new IllegalArgumentException("label smoothing is a number from 0 to below 1, such as 0.1, but got "
                    + smoothing + "; with 0 the wanted outputs stay as they are");
        }
    }

    @Override
    public String name() {
        return "log-likelihood";
    }

    @Override
    public LogLikelihoodCost with(Settings settings) {
        settings.onlyKeys("smoothing");
        return new LogLikelihoodCost(settings.number("smoothing", smoothing));
    }

    /**
     * C, summed over the examples.
     *
     * @throws IllegalArgumentException if an output is not between 0 and 1, or a wanted output is below 0 or no class
     */
    @Override
    public double value(Matrix a, Matrix y) {
        Probabilities.requireOutputs(name(), a);
        Matrix wanted = wanted(a, y);
        Probabilities.requireNoNegativeTargets(name(), y);
        return a.zip(wanted, LogLikelihoodCost::term).sum();
    }

    private static double term(double output, double target) {
        // One logarithm an example where one class is right; NaN stays NaN.
        return target == 0 ? 0 * output : -target * Probabilities.log(output);
    }

    /** One wanted output for each output; or one alone, which then is the number of the right class, from 0. */
    @Override
    public boolean takes(Shape targets, Shape outputs) {
        return targets.size() == outputs.size() || targets.size() == 1;
    }

    /**
     * ∇ₐC = -y / a, of the wanted outputs after label smoothing.
     *
     * @throws IllegalArgumentException if an output is not between 0 and 1
     */
    @Override
    public Matrix gradient(Matrix a, Matrix y) {
        Probabilities.requireOutputs(name(), a);
        return a.zip(wanted(a, y), (output, target) -> -target / Math.max(output, SMALLEST_DENOMINATOR));
    }

    /** BP1: a Σy - y where σ is the softmax, of the wanted outputs after label smoothing. */
    @Override
    public Matrix delta(Activation sigma, Matrix z, Matrix a, Matrix y) {
        return sigma instanceof SoftmaxActivation ? fused(a, wanted(a, y)) : Cost.super.delta(sigma, z, a, y);
    }

    /** The wanted outputs of the shape of a, after label smoothing. */
    private Matrix wanted(Matrix a, Matrix y) {
        Matrix targets = ClassNumbers.areIn(y, a) ? oneHot(a, y) : y;
        if (smoothing == 0) {
            return targets;
        }
        double share = smoothing / targets.rows();
        return targets.map(target -> (1 - smoothing) * target + share);
    }

    /** 1 for the class of each example, and 0 for all others. */
    private static Matrix oneHot(Matrix a, Matrix y) {
        Matrix targets = a.map(output -> 0); // in the workspace of a, if it has one
        for (int example = 0; example < y.columns(); example++) {
            targets.set(ClassNumbers.of(y, example, a.rows()), example, 1);
        }
        return targets;
    }

    private static Matrix fused(Matrix a, Matrix y) {
        Matrix delta = a.minus(y); // right where Σy is 1; it also checks the shapes
        for (int column = 0; column < a.columns(); column++) {
            double sum = 0;
            for (int row = 0; row < y.rows(); row++) {
                sum += y.get(row, column);
            }
            for (int row = 0; row < a.rows(); row++) {
                delta.set(row, column, a.get(row, column) * sum - y.get(row, column));
            }
        }
        return delta;
    }
}
