package io.nabla.optimizers;

import io.nabla.api.Matrix;
import io.nabla.api.Optimizer;
import io.nabla.api.State;
import java.util.Optional;

/**
 * The update of {@link AdamW} for weights: they decay, and then Adam moves them.
 *
 * @param adam what moves them
 * @param learningRate η
 * @param weightDecay λ; a weight loses the share η λ of itself
 */
record DecayedUpdate(AdamMoments adam, double learningRate, double weightDecay) implements Optimizer.Update {
    @Override
    public void step(Matrix w, Matrix nabla, int m, double pace) {
        adam.moments().check(w, nabla);
        w.combine(1, -learningRate * pace * weightDecay, w);
        adam.step(w, nabla, m, pace);
    }

    @Override
    public Optional<State> state() {
        return adam.state();
    }

    @Override
    public void restore(State state) {
        adam.restore(state);
    }
}
