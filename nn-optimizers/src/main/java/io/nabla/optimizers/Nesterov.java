package io.nabla.optimizers;

import io.nabla.api.Optimizer;
import io.nabla.api.Parameter;

/**
 * Nesterov's accelerated gradient, w ← w - η (g + μ v): momentum that looks one step ahead.
 *
 * <p>With g = Σ∇w / m, the mean gradient of the mini-batch, and v zero before the first step:
 *
 * <pre>
 * v ← μ v + g
 * </pre>
 *
 * <p>This is PyTorch's form: w stands where the velocity will have led, so the gradient there is the one looked for. Beside
 * {@link Momentum} a gradient that turns is followed a step earlier.
 *
 * <pre>{@code
 * Optimizer nesterov = new Nesterov(0.1, 0.9);
 * Optimizer.Update update = nesterov.start(parameter);
 * update.step(w, nabla, 10);   // nabla summed over 10 examples; the first step is 1.9 times that of Sgd
 * }</pre>
 *
 * <p>No velocity is ever a denormal number, with which processors are slow: as {@link Adam} keeps its moments.
 *
 * @param learningRate η, finite and above 0
 * @param momentum μ, how much of v is kept at each step: from 0, which is gradient descent, to below 1
 * @see <a href="https://proceedings.mlr.press/v28/sutskever13.html">Sutskever, Martens, Dahl and Hinton, On the
 *     importance of initialization and momentum in deep learning, 2013, section 2.1</a>
 */
public record Nesterov(double learningRate, double momentum) implements Optimizer {
    static final String NAME = "nesterov";
    static final double MOMENTUM = 0.9;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public Nesterov {
        Allowed.positive("the learning rate", learningRate, 0.1);
        Allowed.kept("momentum", momentum, MOMENTUM);
    }

    /**
     * The usual momentum, μ = 0.9.
     *
     * @throws IllegalArgumentException if the learning rate is not finite and above 0
     */
    public Nesterov(double learningRate) {
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
                (m, pace) -> new NesterovStep(1.0 / m, momentum, learningRate * pace));
    }
}
