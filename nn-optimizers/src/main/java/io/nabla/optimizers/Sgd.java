package io.nabla.optimizers;

import io.nabla.api.Optimizer;
import io.nabla.api.Parameter;

/**
 * Stochastic gradient descent, w ← w - (η/m) Σ∇w: a step against the mean gradient of the mini-batch.
 *
 * <pre>{@code
 * Optimizer sgd = new Sgd(3.0);
 * Optimizer.Update update = sgd.start(parameter);
 * update.step(w, nabla, 10);   // nabla summed over 10 examples: w - 0.3·nabla
 * }</pre>
 *
 * @param learningRate η, finite and above 0
 * @see <a href="http://neuralnetworksanddeeplearning.com/chap1.html">the book, chapter 1, equations 20 and 21</a>
 */
public record Sgd(double learningRate) implements Optimizer {
    static final String NAME = "sgd";

    /**
     * Checks the learning rate.
     *
     * @throws IllegalArgumentException if it is not finite and above 0
     */
    public Sgd {
        Allowed.positive("the learning rate", learningRate, 3.0);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Update start(Parameter parameter) {
        return Update.stateless((w, nabla, m, pace) -> w.combine(1, -learningRate * pace / m, nabla));
    }
}
