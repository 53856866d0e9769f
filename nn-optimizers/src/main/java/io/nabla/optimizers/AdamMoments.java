package io.nabla.optimizers;

import io.nabla.api.Matrix;
import io.nabla.api.Optimizer;
import io.nabla.api.Parameter;
import io.nabla.api.Precision;

/** What {@link Adam} keeps of one parameter: the running means of its gradient and of its gradient's square. */
final class AdamMoments implements Optimizer.Update {
    private final Adam adam;
    private final Matrix first;
    private final Matrix second;
    private double beta1ToTheT = 1;
    private double beta2ToTheT = 1;

    AdamMoments(Adam adam, Parameter parameter) {
        Matrix w = parameter.value();
        this.adam = adam;
        this.first = Matrix.zeros(w.kernels(), w.rows(), w.columns());
        this.second = Matrix.zeros(w.kernels(), w.rows(), w.columns());
    }

    @Override
    public void step(Matrix w, Matrix nabla, int m) {
        check("w", w);
        check("nabla", nabla);
        // Products, as Math.pow may differ between machines.
        beta1ToTheT *= adam.beta1();
        beta2ToTheT *= adam.beta2();
        AdamStep step = new AdamStep(
                1.0 / m,
                adam.beta1(),
                adam.beta2(),
                adam.learningRate() / (1 - beta1ToTheT),
                1 / Math.sqrt(1 - beta2ToTheT),
                adam.epsilon());
        if (w.precision() == Precision.DOUBLE) {
            double[] ws = w.doubles();
            double[] nablas = nabla.doubles();
            double[] firsts = first.doubles();
            double[] seconds = second.doubles();
            w.kernels().run((from, to) -> step.move(ws, nablas, firsts, seconds, from, to), 0, w.size());
        } else {
            float[] ws = w.floats();
            float[] nablas = nabla.floats();
            float[] firsts = first.floats();
            float[] seconds = second.floats();
            w.kernels().run((from, to) -> step.move(ws, nablas, firsts, seconds, from, to), 0, w.size());
        }
    }

    /** m, the running mean of the gradient. */
    Matrix first() {
        return first;
    }

    /** v, the running mean of the gradient's square. */
    Matrix second() {
        return second;
    }

    private void check(String name, Matrix x) {
        if (x.rows() != first.rows() || x.columns() != first.columns() || x.precision() != first.precision()) {
            throw new IllegalArgumentException(name + " is " + x + " but this update was started for a parameter of "
                    + first + "; start one for each parameter");
        }
    }
}
