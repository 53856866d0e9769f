package io.nabla.optimizers;

import io.nabla.api.Matrix;
import io.nabla.api.Optimizer;
import io.nabla.api.Parameter;
import io.nabla.api.State;
import java.util.Optional;

/** What {@link NAdam} keeps of one parameter: {@link Adam}'s moments, and how its momentum grows from step to step. */
final class NAdamMoments implements Optimizer.Update {
    private final NAdam nadam;
    private final StepState moments;
    private final double decay;
    private double decayToTheNext;
    private double momentum;
    private double momenta = 1;
    private double beta2ToTheT = 1;

    NAdamMoments(NAdam nadam, Parameter parameter) {
        this.nadam = nadam;
        this.moments = new StepState(parameter, "mean", "mean-square");
        // The one power that is no product; StrictMath has the same bits on every machine.
        this.decay = StrictMath.pow(0.96, nadam.momentumDecay());
        this.decayToTheNext = decay;
        this.momentum = nadam.beta1() * (1 - 0.5 * decay);
    }

    @Override
    public void step(Matrix w, Matrix nabla, int m, double pace) {
        moments.check(w, nabla);
        decayToTheNext *= decay;
        double nextMomentum = nadam.beta1() * (1 - 0.5 * decayToTheNext);
        momenta *= momentum;
        beta2ToTheT *= nadam.beta2();
        double rate = nadam.learningRate() * pace;
        NAdamStep step = new NAdamStep(
                1.0 / m,
                nadam.beta1(),
                nadam.beta2(),
                rate * (1 - momentum) / (1 - momenta),
                rate * nextMomentum / (1 - momenta * nextMomentum),
                1 / Math.sqrt(1 - beta2ToTheT),
                nadam.epsilon());
        moments.move(step, w, nabla);
        momentum = nextMomentum;
    }

    @Override
    public Optional<State> state() {
        return Optional.of(moments.state().with("products", decayToTheNext, momentum, momenta, beta2ToTheT));
    }

    @Override
    public void restore(State state) {
        moments.restore(state);
        double[] products = state.numbers("products", 4);
        decayToTheNext = products[0];
        momentum = products[1];
        momenta = products[2];
        beta2ToTheT = products[3];
    }

    /** m and v, the running means of the gradient and of its square. */
    StepState moments() {
        return moments;
    }
}
