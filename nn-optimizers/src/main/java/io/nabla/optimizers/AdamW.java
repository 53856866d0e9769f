package io.nabla.optimizers;

import io.nabla.api.Optimizer;
import io.nabla.api.Parameter;

/**
 * AdamW, {@link Adam} with decoupled weight decay: weights shrink by a share of themselves, apart from the gradient.
 *
 * <pre>
 * w ← w - η λ w
 * w ← w - η m̂ / (√v̂ + ε)        m̂ and v̂ as Adam has them
 * </pre>
 *
 * <p>The penalty of {@link io.nabla.regularizers.L2} is a part of the gradient, and Adam divides it by √v̂, so that it
 * shrinks weights with large gradients less. Here all shrink alike. As with regularizers, biases do not: only parameters
 * with the role {@link Parameter.Role#WEIGHTS}. λ here is none of L2's: it does not depend on the size of the training
 * set, and no cost shows it. A schedule's pace scales η, and so both lines, as PyTorch's learning rate does.
 *
 * <pre>{@code
 * Optimizer adamW = new AdamW(0.001);
 * Optimizer.Update update = adamW.start(parameter);
 * update.step(w, nabla, 10);   // nabla summed over 10 examples; 0.99999·w, then Adam's step
 * }</pre>
 *
 * <p>Moments are never denormal, as in Adam. A weight that has no gradient decays towards zero; nothing is done there,
 * as it takes 87 / (η λ) steps until a float is denormal, with the usual numbers millions.
 *
 * @param learningRate η, finite and above 0
 * @param beta1 β₁, how much of m is kept at each step: from 0 to below 1
 * @param beta2 β₂, how much of v is kept at each step: from 0 to below 1
 * @param epsilon ε, finite and above 0, as otherwise a weight that never had a gradient would move by 0/0; at least 1e-16
 *     where parameters are floats
 * @param weightDecay λ, finite and at least 0, and η λ at most 1, as beyond it weights would change their sign
 * @see <a href="https://arxiv.org/abs/1711.05101">Loshchilov and Hutter, Decoupled Weight Decay Regularization, 2019,
 *     algorithm 2</a>
 */
public record AdamW(double learningRate, double beta1, double beta2, double epsilon, double weightDecay)
        implements Optimizer {
    static final String NAME = "adamw";
    static final double WEIGHT_DECAY = 0.01;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public AdamW {
        Allowed.positive("the learning rate", learningRate, 0.001);
        Allowed.kept("beta1", beta1, Adam.BETA_1);
        Allowed.kept("beta2", beta2, Adam.BETA_2);
        Allowed.positive("epsilon", epsilon, Adam.EPSILON);
        Allowed.notNegative("weight decay", weightDecay, WEIGHT_DECAY);
        if (learningRate * weightDecay > 1) {
            throw new IllegalArgumentException("the learning rate times weight decay is at most 1, but got "
                    + learningRate + " times " + weightDecay + "; take less of either");
        }
    }

    /**
     * AdamW with PyTorch's figures: those of Adam, and λ = 0.01.
     *
     * @throws IllegalArgumentException if the learning rate is not finite and above 0, or above 100
     */
    public AdamW(double learningRate) {
        this(learningRate, Adam.BETA_1, Adam.BETA_2, Adam.EPSILON, WEIGHT_DECAY);
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
        AdamMoments adam = new AdamMoments(new Adam(learningRate, beta1, beta2, epsilon), parameter);
        return parameter.role() == Parameter.Role.WEIGHTS ? new DecayedUpdate(adam, learningRate, weightDecay) : adam;
    }
}
