package io.nabla.optimizers;

import io.nabla.api.Optimizer;
import io.nabla.api.Parameter;

/**
 * Adam, w ← w - η · m̂ / (√v̂ + ε): a step along the running mean of the gradient, by the running mean of its square.
 *
 * <p>With g = Σ∇w / m, the mean gradient of the mini-batch, and t = 1, 2, ... counting the steps:
 *
 * <pre>
 * m ← β₁ m + (1 - β₁) g        m̂ = m / (1 - β₁ᵗ)
 * v ← β₂ v + (1 - β₂) g²       v̂ = v / (1 - β₂ᵗ)
 * </pre>
 *
 * <p>Every weight so has a pace of its own, about η a step while its gradient keeps its sign, whatever the gradient's
 * size.
 *
 * <pre>{@code
 * Optimizer adam = new Adam(0.001);
 * Optimizer.Update update = adam.start(parameter);
 * update.step(w, nabla, 10);   // nabla summed over 10 examples; the first step is about 0.001 for every weight
 * }</pre>
 *
 * <p><strong>No denormals.</strong> Where a gradient stays zero, m and v shrink, and would for long be numbers below the
 * smallest normal one, with which common processors are many times slower. Both are therefore kept to multiples of a very
 * small normal number, about 10⁻³⁴ in float and 10⁻²⁸⁷ in double: what is less becomes zero, and what shrinks ends at zero
 * or at some of them. Beside the usual ε that is less than rounding, and moves no weight.
 *
 * @param learningRate η, finite and above 0
 * @param beta1 β₁, how much of m is kept at each step: from 0 to below 1
 * @param beta2 β₂, how much of v is kept at each step: from 0 to below 1
 * @param epsilon ε, finite and above 0, as otherwise a weight that never had a gradient would move by 0/0; at least 1e-16
 *     where parameters are floats
 * @see <a href="https://arxiv.org/abs/1412.6980">Kingma and Ba, Adam: A Method for Stochastic Optimization, 2015,
 *     algorithm 1</a>
 */
public record Adam(double learningRate, double beta1, double beta2, double epsilon) implements Optimizer {
    static final String NAME = "adam";
    static final double BETA_1 = 0.9;
    static final double BETA_2 = 0.999;
    static final double EPSILON = 1e-8;

    /** The square of a gradient below it is lost in floats: divided by a far smaller ε, the gradient would throw w away. */
    static final double LEAST_EPSILON_OF_FLOATS = 1e-16;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public Adam {
        Allowed.positive("the learning rate", learningRate, 0.001);
        Allowed.kept("beta1", beta1, BETA_1);
        Allowed.kept("beta2", beta2, BETA_2);
        Allowed.positive("epsilon", epsilon, EPSILON);
    }

    /**
     * Adam with the figures of its authors: β₁ = 0.9, β₂ = 0.999 and ε = 10⁻⁸.
     *
     * @throws IllegalArgumentException if the learning rate is not finite and above 0
     */
    public Adam(double learningRate) {
        this(learningRate, BETA_1, BETA_2, EPSILON);
    }

    @Override
    public String name() {
        return NAME;
    }

    /**
     * Starts both moments of one parameter at zero.
     *
     * @throws IllegalArgumentException if the parameter holds floats and ε is below 1e-16
     */
    @Override
    public Update start(Parameter parameter) {
        Allowed.epsilonOf(parameter, epsilon, LEAST_EPSILON_OF_FLOATS, EPSILON);
        return new AdamMoments(this, parameter);
    }
}
