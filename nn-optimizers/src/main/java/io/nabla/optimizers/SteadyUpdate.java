package io.nabla.optimizers;

import io.nabla.api.Matrix;
import io.nabla.api.Optimizer;
import io.nabla.api.State;
import java.util.Optional;

/**
 * The update of a rule that does not count its steps: each is the same loop, but for the size of the mini-batch and the
 * pace.
 *
 * @param kept what the rule keeps of the parameter
 * @param rule the step for such a mini-batch
 */
record SteadyUpdate(StepState kept, Rule rule) implements Optimizer.Update {
    /** What a step depends on. */
    interface Rule {
        /** The step for a mini-batch of m examples, at that factor of the learning rate. */
        StepLoop loop(int m, double pace);
    }

    @Override
    public void step(Matrix w, Matrix nabla, int m, double pace) {
        kept.move(rule.loop(m, pace), w, nabla);
    }

    @Override
    public Optional<State> state() {
        return Optional.of(kept.state());
    }

    @Override
    public void restore(State state) {
        kept.restore(state);
    }
}
