package io.nabla.optimizers;

import io.nabla.api.Optimizer;
import io.nabla.api.Parameter;

/**
 * Gradient descent with momentum, w ← w - η v: a step along a velocity that gradients add to and friction takes from.
 *
 * <p>With g = Σ∇w / m, the mean gradient of the mini-batch, and v zero before the first step:
 *
 * <pre>
 * v ← μ v + g
 * </pre>
 *
 * <p>Where gradients keep their sign, steps grow up to 1 / (1 - μ) times as long as those of {@link Sgd}; where they
 * alternate, they cancel. The book has the learning rate within its velocity, -η v here, which for one learning rate is
 * the same.
 *
 * <pre>{@code
 * Optimizer momentum = new Momentum(0.1, 0.9);
 * Optimizer.Update update = momentum.start(parameter);
 * update.step(w, nabla, 10);   // nabla summed over 10 examples; the first step is that of Sgd
 * }</pre>
 *
 * <p>No velocity is ever a denormal number, with which processors are slow: as {@link Adam} keeps its moments.
 *
 * @param learningRate η, finite and above 0
 * @param momentum μ, how much of v is kept at each step: from 0, which is gradient descent, to below 1
 * @see <a href="http://neuralnetworksanddeeplearning.com/chap3.html">the book, chapter 3, equations 107 and 108</a>
 * @see <a href="https://proceedings.mlr.press/v28/sutskever13.html">Sutskever, Martens, Dahl and Hinton, On the
 *     importance of initialization and momentum in deep learning, 2013, section 2</a>
 */
public record Momentum(double learningRate, double momentum) implements Optimizer {
    static final String NAME = "momentum";
    static final double MOMENTUM = 0.9;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public Momentum {
        Allowed.positive("the learning rate", learningRate, 0.1);
        Allowed.kept("momentum", momentum, MOMENTUM);
    }

    /**
     * The usual momentum, μ = 0.9.
     *
     * @throws IllegalArgumentException if the learning rate is not finite and above 0
     */
    public Momentum(double learningRate) {
        this(learningRate, MOMENTUM);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Update start(Parameter parameter) {
        return new SteadyUpdate(
                new StepState(parameter, "velocity"),
                (m, pace) -> new MomentumStep(1.0 / m, momentum, learningRate * pace));
    }
}
