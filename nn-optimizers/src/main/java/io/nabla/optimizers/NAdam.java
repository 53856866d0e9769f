package io.nabla.optimizers;

import io.nabla.api.Optimizer;
import io.nabla.api.Parameter;

/**
 * NAdam, {@link Adam} with Nesterov's look ahead: the gradient itself and the moment of the next step are both followed.
 *
 * <p>With g = Σ∇w / m, the mean gradient of the mini-batch, and t = 1, 2, ... counting the steps:
 *
 * <pre>
 * μₜ = β₁ (1 - ½ · 0.96^(ψ t))
 * m ← β₁ m + (1 - β₁) g        m̂ = μₜ₊₁ m / (1 - μ₁ ⋯ μₜ₊₁) + (1 - μₜ) g / (1 - μ₁ ⋯ μₜ)
 * v ← β₂ v + (1 - β₂) g²       v̂ = v / (1 - β₂ᵗ)
 * w ← w - η m̂ / (√v̂ + ε)
 * </pre>
 *
 * <p>The momentum μ so grows from about β₁ / 2 to β₁, the faster the larger ψ is.
 *
 * <pre>{@code
 * Optimizer nadam = new NAdam(0.002);
 * Optimizer.Update update = nadam.start(parameter);
 * update.step(w, nabla, 10);   // nabla summed over 10 examples
 * }</pre>
 *
 * <p>Moments are never denormal numbers, as in Adam.
 *
 * @param learningRate η, finite and above 0
 * @param beta1 β₁, how much of m is kept at each step: from 0 to below 1
 * @param beta2 β₂, how much of v is kept at each step: from 0 to below 1
 * @param epsilon ε, finite and above 0, as otherwise a weight that never had a gradient would move by 0/0; at least 1e-16
 *     where parameters are floats
 * @param momentumDecay ψ, finite and at least 0
 * @see <a href="https://openreview.net/forum?id=OM0jvwB8jIp57ZJjtNEZ">Dozat, Incorporating Nesterov Momentum into Adam,
 *     2016</a>
 */
public record NAdam(double learningRate, double beta1, double beta2, double epsilon, double momentumDecay)
        implements Optimizer {
    static final String NAME = "nadam";
    static final double MOMENTUM_DECAY = 0.004;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public NAdam {
        Allowed.positive("the learning rate", learningRate, 0.002);
        Allowed.kept("beta1", beta1, Adam.BETA_1);
        Allowed.kept("beta2", beta2, Adam.BETA_2);
        Allowed.positive("epsilon", epsilon, Adam.EPSILON);
        Allowed.notNegative("momentum decay", momentumDecay, MOMENTUM_DECAY);
    }

    /**
     * NAdam with PyTorch's figures: those of Adam, and ψ = 0.004.
     *
     * @throws IllegalArgumentException if the learning rate is not finite and above 0
     */
    public NAdam(double learningRate) {
        this(learningRate, Adam.BETA_1, Adam.BETA_2, Adam.EPSILON, MOMENTUM_DECAY);
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
        Allowed.epsilonOf(parameter, epsilon, Adam.LEAST_EPSILON_OF_FLOATS, Adam.EPSILON);
        return new NAdamMoments(this, parameter);
    }
}
