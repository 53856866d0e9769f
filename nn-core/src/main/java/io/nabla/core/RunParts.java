package io.nabla.core;

import io.nabla.api.Optimizer;
import io.nabla.api.Parameters;
import io.nabla.api.Sequence;
import io.nabla.api.State;
import io.nabla.api.Stateful;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything in a run that remembers something from one step to the next, by name. */
final class RunParts {
    private final Map<String, Stateful> parts = new LinkedHashMap<>();

    /**
     * Adds a part.
     *
     * @param name under which a checkpoint has it
     * @param words what it is, for a message
     * @throws IllegalArgumentException if it does not say what it remembers: that would be lost
     */
    void add(String name, String words, Object part) {
        if (!(part instanceof Stateful stateful) || stateful.state().isEmpty()) {
            throw new IllegalArgumentException("no checkpoint can be made, as " + words
                    + " does not say what it remembers; let it override state() and restore(), also if that is nothing,"
                    + " or make no checkpoints");
        }
        parts.put(name, stateful);
    }

    /**
     * Adds what the optimizer keeps of each parameter, by the number of its layer and its name.
     *
     * @throws IllegalArgumentException as {@link #add}
     */
    void addUpdates(Network network, Optimizer optimizer, Sequence<List<Optimizer.Update>> updates) {
        for (int l = 0; l < updates.size(); l++) {
            Parameters parameters = network.layers().get(l).parameters();
            for (int i = 0; i < parameters.size(); i++) {
                String name = "optimizer." + (l + 1) + "." + parameters.get(i).name();
                add(
                        name,
                        "the optimizer '" + optimizer.name() + "'",
                        updates.get(l).get(i));
            }
        }
    }

    /** What all remember. */
    State state() {
        State state = State.empty();
        for (Map.Entry<String, Stateful> part : parts.entrySet()) {
            state = state.with(part.getKey(), part.getValue().state().orElseThrow());
        }
        return state;
    }

    /** Lets all go on from there. */
    void restore(State state) {
        parts.forEach((name, part) -> part.restore(state.part(name)));
    }
}
