package io.nabla.api;

import java.util.Optional;

/**
 * Something that may remember from one step of a run to the next, and so must be kept by a checkpoint.
 *
 * <p>Who does not override these methods does not say whether it remembers anything: runs with it go as ever, but a trainer that is to
 * make checkpoints refuses it before the first step, as nothing may be lost without a word. Who remembers nothing says that by
 * {@link State#empty}.
 *
 * <pre>{@code
 * private final Matrix velocity;
 * private long steps;
 *
 * public Optional<State> state() {
 *     return Optional.of(State.empty().with("velocity", velocity).with("steps", (double) steps));
 * }
 *
 * public void restore(State state) {
 *     state.copyTo("velocity", velocity);
 *     steps = (long) state.number("steps");
 * }
 * }</pre>
 */
public interface Stateful {
    /** All that it remembers; empty if it does not say. */
    default Optional<State> state() {
        return Optional.empty();
    }

    /**
     * Takes over what one of its kind remembered, such that it goes on with the same bits; numbers are copied.
     *
     * @throws IllegalArgumentException if the state is none of its kind
     * @throws UnsupportedOperationException if it does not say what it remembers
     */
    default void restore(State state) {
        throw new UnsupportedOperationException(getClass().getName() + " does not say what it remembers");
    }
}
