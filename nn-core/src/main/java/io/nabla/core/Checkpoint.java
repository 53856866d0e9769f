package io.nabla.core;

import io.nabla.api.State;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Where a run stands between two mini-batches: all that it needs to go on with the same bits as if it had never been interrupted.
 *
 * <p>{@link TrainerBuilder#checkpoints} makes them, and {@link Trainer#resume} goes on from one. In {@code state} are
 *
 * <ul>
 *   <li>{@code network}: all parameters, running averages of normalizations among them, such as {@code network.1.weights};
 *   <li>{@code optimizer}: what the optimizer remembers of each, such as {@code optimizer.1.weights.velocity};
 *   <li>{@code schedule}: what the learning rate's course remembers, such as the losses that it has seen;
 *   <li>{@code shuffle} and {@code sampling}: the states of the generators;
 *   <li>{@code order}: the examples in the order of the present epoch;
 *   <li>{@code progress}: the epochs that are done, and how far the present one is;
 *   <li>{@code best}: the best epoch so far and its weights, if the run may stop early.
 * </ul>
 *
 * @param state what the run remembers
 * @param settings what the run is made of, in words: the names of its plug-ins, digests of its data
 */
public record Checkpoint(State state, Map<String, String> settings) {
    /** Keeps its own copy of the settings. */
    public Checkpoint {
        Objects.requireNonNull(state, "state");
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /**
     * How many steps, which are mini-batches, are done.
     *
     * @throws IllegalArgumentException if the state is none of a run
     */
    public long steps() {
        return (long) state.number("progress.steps");
    }

    /**
     * How many epochs are done.
     *
     * @throws IllegalArgumentException if the state is none of a run
     */
    public int epochs() {
        return state.integer("progress.epochs", 0, Integer.MAX_VALUE);
    }

    /** A copy that the next step of the run does not change. */
    public Checkpoint copy() {
        return new Checkpoint(state.copy(), settings);
    }
}
