package io.nabla.optimizers;

import io.nabla.api.Optimizer;
import io.nabla.api.Parameter;

/**
 * Adagrad, w ← w - η g / (√s + ε): a step by the root of the sum of all squared gradients so far.
 *
 * <p>With g = Σ∇w / m, the mean gradient of the mini-batch, and s zero before the first step:
 *
 * <pre>
 * s ← s + g²
 * </pre>
 *
 * <p>Weights that rarely have a gradient take large steps then, and every weight's steps shorten as 1/√t. As s never
 * shrinks, learning comes to rest; {@link RmsProp} and {@link Adadelta} forget instead.
 *
 * <pre>{@code
 * Optimizer adagrad = new Adagrad(0.01);
 * Optimizer.Update update = adagrad.start(parameter);
 * update.step(w, nabla, 10);   // nabla summed over 10 examples; the first step is about 0.01 for every weight
 * }</pre>
 *
 * <p>Nothing is done against denormal numbers, as a sum that only grows has few.
 *
 * @param learningRate η, finite and above 0
 * @param epsilon ε, finite and above 0, as otherwise a weight that never had a gradient would move by 0/0; at least 1e-16
 *     where parameters are floats
 * @see <a href="https://jmlr.org/papers/v12/duchi11a.html">Duchi, Hazan and Singer, Adaptive Subgradient Methods for
 *     Online Learning and Stochastic Optimization, 2011</a>
 */
public record Adagrad(double learningRate, double epsilon) implements Optimizer {
    static final String NAME = "adagrad";
    static final double EPSILON = 1e-10;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public Adagrad {
        Allowed.positive("the learning rate", learningRate, 0.01);
        Allowed.positive("epsilon", epsilon, EPSILON);
    }

    /**
     * Adagrad with PyTorch's ε = 10⁻¹⁰.
     *
     * @throws IllegalArgumentException if the learning rate is not finite and above 0
     */
    public Adagrad(double learningRate) {
        this(learningRate, EPSILON);
    }

    @Override
    public String name() {
        return NAME;
    }

    /**
     * Starts the sum of one parameter at zero.
     *
     * @throws IllegalArgumentException if the parameter holds floats and ε is below 1e-16
     */
    @Override
    public Update start(Parameter parameter) {
        Allowed.epsilonOf(parameter, epsilon, Adam.LEAST_EPSILON_OF_FLOATS, EPSILON);
        return new SteadyUpdate(
                new StepState(parameter, "sum-of-squares"),
                (m, pace) -> new AdagradStep(1.0 / m, learningRate * pace, epsilon));
    }
}
