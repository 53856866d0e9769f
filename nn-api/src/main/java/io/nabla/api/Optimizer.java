package io.nabla.api;

/**
 * A rule by which a parameter moves against its gradient: itself immutable, with one piece of state per parameter.
 *
 * <pre>{@code
 * public record Sgd(double learningRate) implements Optimizer {
 *     public String name() { return "sgd"; }
 *     public Update start(Parameter parameter) {
 *         return Update.stateless(
 *                 (w, nabla, m, pace) -> w.combine(1, -learningRate * pace / m, nabla));    // w - (η/m)·∇w
 *     }
 * }
 * }</pre>
 */
public interface Optimizer extends Named {
    /** Starts the state of one parameter, and gives the update that keeps it. */
    Update start(Parameter parameter);

    /**
     * What moves one parameter, step after step; it holds that parameter's running averages, if the rule has any.
     *
     * <p>{@link #state} tells what it remembers, and {@link #restore} takes that over, so that a run can go on from a checkpoint.
     */
    interface Update extends Stateful {
        /** The same update, which says that it remembers nothing from one step to the next. */
        static Update stateless(Update update) {
            return new StatelessUpdate(update);
        }

        /**
         * Moves the parameter by one step.
         *
         * <p>The learning rate of this step is η · pace, wherever the rule has η; with a pace of 0 the parameter stays where
         * it is. Running averages of gradients go on whatever the pace.
         *
         * @param w the parameter, changed in place
         * @param nabla the gradient, <em>summed</em> over the mini-batch; it may be used up
         * @param m how many examples the mini-batch had: the mean gradient is nabla / m
         * @param pace the factor on the learning rate, finite and at least 0, as a {@link Schedule} gives it; 1 without one
         */
        void step(Matrix w, Matrix nabla, int m, double pace);

        /** Moves the parameter by one step at the full learning rate. */
        default void step(Matrix w, Matrix nabla, int m) {
            step(w, nabla, m, 1);
        }
    }
}
