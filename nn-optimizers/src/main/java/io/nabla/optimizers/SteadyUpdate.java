package io.nabla.optimizers;

import io.nabla.api.Matrix;
import io.nabla.api.Optimizer;

/**
 * The update of a rule that does not count its steps: each is the same loop, but for the size of the mini-batch and the
 * pace.
 *
 * @param state what the rule keeps of the parameter
 * @param rule the step for such a mini-batch
 */
record SteadyUpdate(StepState state, Rule rule) implements Optimizer.Update {
    /** What a step depends on. */
    interface Rule {
        /** The step for a mini-batch of m examples, at that factor of the learning rate. */
        StepLoop loop(int m, double pace);
    }

    @Override
    public void step(Matrix w, Matrix nabla, int m, double pace) {
        state.move(rule.loop(m, pace), w, nabla);
    }
}
