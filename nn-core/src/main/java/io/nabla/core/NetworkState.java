package io.nabla.core;

import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.Parameter;
import io.nabla.api.State;
import io.nabla.api.Stateful;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All parameters of a network, by the number of their layer, from 1, and their name: {@code 1.weights}. */
record NetworkState(Network network) implements Stateful {
    @Override
    public Optional<State> state() {
        State state = State.empty();
        for (Map.Entry<String, Matrix> parameter : parameters().entrySet()) {
            state = state.with(parameter.getKey(), parameter.getValue());
        }
        return Optional.of(state);
    }

    @Override
    public void restore(State state) {
        parameters().forEach(state::copyTo);
    }

    /**
     * A copy of a state of this network.
     *
     * @throws IllegalArgumentException if it is of another network
     */
    State copyOf(State state) {
        State copy = state().orElseThrow().copy();
        copy.matrices().forEach(state::copyTo);
        return copy;
    }

    private Map<String, Matrix> parameters() {
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        for (int l = 0; l < network.layers().size(); l++) {
            Layer layer = network.layers().get(l);
            for (Parameter parameter : layer.parameters()) {
                parameters.put((l + 1) + "." + parameter.name(), parameter.value());
            }
        }
        return parameters;
    }
}
