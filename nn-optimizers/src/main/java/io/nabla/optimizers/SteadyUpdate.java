package io.nabla.optimizers;

import io.nabla.api.Matrix;
import io.nabla.api.Optimizer;
import java.util.function.IntFunction;

/**
 * The update of a rule that does not count its steps: each is the same loop, but for the size of the mini-batch.
 *
 * @param state what the rule keeps of the parameter
 * @param steps the step for a mini-batch of so many examples
 */
record SteadyUpdate(StepState state, IntFunction<StepLoop> steps) implements Optimizer.Update {
    @Override
    public void step(Matrix w, Matrix nabla, int m) {
        state.move(steps.apply(m), w, nabla);
    }
}
