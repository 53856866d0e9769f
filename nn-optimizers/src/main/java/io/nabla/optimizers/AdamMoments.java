package io.nabla.optimizers;

import io.nabla.api.Matrix;
import io.nabla.api.Optimizer;
import io.nabla.api.Parameter;

/** What {@link Adam} keeps of one parameter: the running means of its gradient and of its gradient's square. */
final class AdamMoments implements Optimizer.Update {
    private final Adam adam;
    private final StepState moments;
    private double beta1ToTheT = 1;
    private double beta2ToTheT = 1;

    AdamMoments(Adam adam, Parameter parameter) {
        this.adam = adam;
        this.moments = new StepState(parameter, 2);
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

    /** m and v, the running means of the gradient and of its square. */
    StepState moments() {
        return moments;
    }
}
