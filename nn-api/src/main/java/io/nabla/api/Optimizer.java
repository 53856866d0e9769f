package io.nabla.api;

/**
 * A rule by which a parameter moves against its gradient: itself immutable, with one piece of state per parameter.
 *
 * <pre>{@code
 * public record Sgd(double learningRate) implements Optimizer {
 *     public String name() { return "sgd"; }
 *     public Update start(Parameter parameter) {
 *         return (w, nabla, m) -> w.combine(1, -learningRate / m, nabla);    // w - (η/m)·∇w
 *     }
 * }
 * }</pre>
 */
public interface Optimizer extends Named {
    /** Starts the state of one parameter, and gives the update that keeps it. */
    Update start(Parameter parameter);

    /** What moves one parameter, step after step; it holds that parameter's running averages, if the rule has any. */
    interface Update {
        /**
         * Moves the parameter by one step.
         *
         * @param w the parameter, changed in place
         * @param nabla the gradient, <em>summed</em> over the mini-batch; it may be used up
         * @param m how many examples the mini-batch had: the mean gradient is nabla / m
         */
        void step(Matrix w, Matrix nabla, int m);
    }
}
