package io.nabla.optimizers;

import io.nabla.api.Optimizer;
import io.nabla.api.Parameter;

/**
 * RMSProp, w ← w - η g / (√v + ε): a step by the root of the running mean of the squared gradient.
 *
 * <p>With g = Σ∇w / m, the mean gradient of the mini-batch, and v zero before the first step:
 *
 * <pre>
 * v ← α v + (1 - α) g²
 * </pre>
 *
 * <p>As v starts at zero and nothing makes up for it, unlike in {@link Adam}, the first steps are long: the very first
 * is η / √(1 - α), with the usual α ten times η.
 *
 * <pre>{@code
 * Optimizer rmsProp = new RmsProp(0.001);
 * Optimizer.Update update = rmsProp.start(parameter);
 * update.step(w, nabla, 10);   // nabla summed over 10 examples; the first step is about 0.01 for every weight
 * }</pre>
 *
 * <p>No mean is ever a denormal number, with which processors are slow: as {@link Adam} keeps its moments.
 *
 * @param learningRate η, finite and above 0
 * @param alpha α, how much of v is kept at each step: from 0 to below 1
 * @param epsilon ε, finite and above 0, as otherwise a weight that never had a gradient would move by 0/0; at least 1e-16
 *     where parameters are floats
 * @see <a href="https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf">Tieleman and Hinton, Neural
 *     Networks for Machine Learning, 2012, lecture 6e</a>
 */
public record RmsProp(double learningRate, double alpha, double epsilon) implements Optimizer {
    static final String NAME = "rmsprop";
    static final double ALPHA = 0.99;
    static final double EPSILON = 1e-8;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public RmsProp {
        Allowed.positive("the learning rate", learningRate, 0.01);
        Allowed.kept("alpha", alpha, ALPHA);
        Allowed.positive("epsilon", epsilon, EPSILON);
    }

    /**
     * RMSProp with PyTorch's α = 0.99 and ε = 10⁻⁸.
     *
     * @throws IllegalArgumentException if the learning rate is not finite and above 0
     */
    public RmsProp(double learningRate) {
        this(learningRate, ALPHA, EPSILON);
    }

    @Override
    public String name() {
        return NAME;
    }

    /**
     * Starts the mean of one parameter at zero.
     *
     * @throws IllegalArgumentException if the parameter holds floats and ε is below 1e-16
     */
    @Override
    public Update start(Parameter parameter) {
        Allowed.epsilonOf(parameter, epsilon, Adam.LEAST_EPSILON_OF_FLOATS, EPSILON);
        return new SteadyUpdate(
                new StepState(parameter, "mean-square"),
                (m, pace) -> new RmsPropStep(1.0 / m, alpha, learningRate * pace, epsilon));
    }
}
