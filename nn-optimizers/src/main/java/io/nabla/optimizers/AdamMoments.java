package io.nabla.optimizers;

import io.nabla.api.Matrix;
import io.nabla.api.Optimizer;
import io.nabla.api.Parameter;
import io.nabla.api.State;
import java.util.Optional;

/** What {@link Adam} keeps of one parameter: the running means of its gradient and of its gradient's square. */
final class AdamMoments implements Optimizer.Update {
    private final Adam adam;
    private final StepState moments;
    private double beta1ToTheT = 1;
    private double beta2ToTheT = 1;

    AdamMoments(Adam adam, Parameter parameter) {
        this.adam = adam;
        this.moments = new StepState(parameter, "mean", "mean-square");
    }

    @Override
    public void step(Matrix w, Matrix nabla, int m, double pace) {
        moments.check(w, nabla);
        // Products, as Math.pow may differ between machines.
        beta1ToTheT *= adam.beta1();
        beta2ToTheT *= adam.beta2();
        AdamStep step = new AdamStep(
                1.0 / m,
                adam.beta1(),
                adam.beta2(),
                adam.learningRate() * pace / (1 - beta1ToTheT),
                1 / Math.sqrt(1 - beta2ToTheT),
                adam.epsilon());
        moments.move(step, w, nabla);
    }

    @Override
    public Optional<State> state() {
        return Optional.of(moments.state().with("powers-of-betas", beta1ToTheT, beta2ToTheT));
    }

    @Override
    public void restore(State state) {
        moments.restore(state);
        double[] powers = state.numbers("powers-of-betas", 2);
        beta1ToTheT = powers[0];
        beta2ToTheT = powers[1];
    }

    /** m and v, the running means of the gradient and of its square. */
    StepState moments() {
        return moments;
    }
}
