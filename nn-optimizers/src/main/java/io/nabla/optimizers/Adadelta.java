package io.nabla.optimizers;

import io.nabla.api.Optimizer;
import io.nabla.api.Parameter;

/**
 * Adadelta, w ← w - η d: steps as long as recent steps were, by the size of recent gradients.
 *
 * <p>With g = Σ∇w / m, the mean gradient of the mini-batch, and v and u zero before the first step:
 *
 * <pre>
 * v ← ρ v + (1 - ρ) g²
 * d = g √(u + ε) / √(v + ε)
 * u ← ρ u + (1 - ρ) d²
 * </pre>
 *
 * <p>A step so has the unit of the weight, and no learning rate need be chosen: η is 1 in the paper. ε sets how long the
 * first steps are, about √(ε / (1 - ρ)).
 *
 * <pre>{@code
 * Optimizer adadelta = new Adadelta();
 * Optimizer.Update update = adadelta.start(parameter);
 * update.step(w, nabla, 10);   // nabla summed over 10 examples; the first step is about 0.003 for every weight
 * }</pre>
 *
 * <p>No mean is ever a denormal number, with which processors are slow: as {@link Adam} keeps its moments.
 *
 * @param learningRate η, finite and above 0
 * @param rho ρ, how much of v and u is kept at each step: from 0 to below 1
 * @param epsilon ε, finite and above 0, as otherwise no weight would ever begin to move; at least 1e-32 where parameters
 *     are floats
 * @see <a href="https://arxiv.org/abs/1212.5701">Zeiler, ADADELTA: An Adaptive Learning Rate Method, 2012, algorithm 1</a>
 */
public record Adadelta(double learningRate, double rho, double epsilon) implements Optimizer {
    static final String NAME = "adadelta";
    static final double LEARNING_RATE = 1;
    static final double RHO = 0.9;
    static final double EPSILON = 1e-6;

    /** The square of Adam's: this ε is added to squares. */
    private static final double LEAST_EPSILON_OF_FLOATS = 1e-32;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public Adadelta {
        Allowed.positive("the learning rate", learningRate, LEARNING_RATE);
        Allowed.kept("rho", rho, RHO);
        Allowed.positive("epsilon", epsilon, EPSILON);
    }

    /** Adadelta with PyTorch's figures: η = 1, ρ = 0.9 and ε = 10⁻⁶. */
    public Adadelta() {
        this(LEARNING_RATE, RHO, EPSILON);
    }

    @Override
    public String name() {
        return NAME;
    }

    /**
     * Starts both means of one parameter at zero.
     *
     * @throws IllegalArgumentException if the parameter holds floats and ε is below 1e-32
     */
    @Override
    public Update start(Parameter parameter) {
        Allowed.epsilonOf(parameter, epsilon, LEAST_EPSILON_OF_FLOATS, EPSILON);
        return new SteadyUpdate(
                new StepState(parameter, "mean-square", "mean-square-step"),
                (m, pace) -> new AdadeltaStep(1.0 / m, rho, learningRate * pace, epsilon));
    }
}
