package io.nabla.initializers;

import io.nabla.api.Initializer;
import io.nabla.api.Matrix;
import io.nabla.api.Parameter;
import java.util.random.RandomGenerator;

/**
 * Weights whose columns are orthogonal and of length 1, or whose rows are where there are fewer of them; biases of zero.
 *
 * <p>A square matrix of such weights turns its inputs and keeps their length exactly, forwards and back; so signals
 * neither fade nor grow through many layers, or steps of a recurrent one. Each of all such matrices is as likely.
 *
 * <pre>{@code
 * new Orthogonal().draw(parameter, random);   // wᵀ·w = 1 for 300×100 weights, w·wᵀ = 1 for 100×300
 * }</pre>
 *
 * <p>A matrix from N(0,1), drawn row by row, is taken apart into Q·R, and Q is the start, with signs such that R has a
 * positive diagonal, as PyTorch has it. It is the shape of the matrix that counts, not fan-in and fan-out.
 *
 * @see <a href="https://arxiv.org/abs/1312.6120">Saxe, McClelland and Ganguli, Exact solutions to the nonlinear dynamics
 *     of learning in deep linear neural networks, 2014</a>
 * @see <a href="https://arxiv.org/abs/math-ph/0609050">Mezzadri, How to generate random matrices from the classical
 *     compact groups, 2007: why the signs matter</a>
 */
public final class Orthogonal implements Initializer {
    /** The initializer. */
    public Orthogonal() {}

    @Override
    public String name() {
        return "orthogonal";
    }

    /** One weight by itself, which cannot be orthogonal to others: from N(0, 1/max(fan-in, fan-out)), the same variance. */
    @Override
    public double weight(int fanIn, int fanOut, RandomGenerator random) {
        return random.nextGaussian() / Math.sqrt(Math.max(fanIn, fanOut));
    }

    /** Zero; nothing is drawn from the generator. */
    @Override
    public double bias(RandomGenerator random) {
        return 0;
    }

    /**
     * Draws a whole parameter, row by row, and makes the columns or rows of weights orthogonal.
     *
     * @throws IllegalArgumentException if the generator draws columns or rows that depend on one another, as one that
     *     always gives the same number does
     */
    @Override
    public void draw(Parameter parameter, RandomGenerator random) {
        Matrix value = parameter.value();
        if (parameter.role() != Parameter.Role.WEIGHTS) {
            value.fill(0);
            return;
        }
        boolean tall = value.rows() >= value.columns();
        // In double, whatever the parameter holds.
        double[][] vectors =
                new double[Math.min(value.rows(), value.columns())][Math.max(value.rows(), value.columns())];
        for (int row = 0; row < value.rows(); row++) {
            for (int column = 0; column < value.columns(); column++) {
                vectors[tall ? column : row][tall ? row : column] = random.nextGaussian();
            }
        }
        OrthonormalVectors.of(vectors);
        for (int row = 0; row < value.rows(); row++) {
            for (int column = 0; column < value.columns(); column++) {
                value.set(row, column, vectors[tall ? column : row][tall ? row : column]);
            }
        }
    }
}
