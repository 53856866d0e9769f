package io.nabla.core;

import io.nabla.api.EpochCompleted;
import io.nabla.api.State;
import io.nabla.api.Stateful;
import java.util.Optional;

/** One run under an {@link EarlyStopping} rule: the best epoch so far, and a copy of its weights. */
final class BestEpoch implements Stateful {
    private final EarlyStopping rule;
    private final NetworkState network;
    private State weights = State.empty();
    private double least = Double.POSITIVE_INFINITY;
    private int epoch;

    BestEpoch(EarlyStopping rule, Network network) {
        this.rule = rule;
        this.network = new NetworkState(network);
    }

    /** Looks at an epoch. */
    void epochCompleted(EpochCompleted completed) {
        double loss = rule.loss().applyAsDouble(completed.evaluation(rule.dataset()));
        if (loss < least - rule.leastGain() || (epoch == 0 && loss == least)) {
            least = loss;
            epoch = completed.epoch();
            weights = network.state().orElseThrow().copy();
        }
    }

    /** Whether the run is to go on after so many epochs. */
    boolean goesOn(int epochs) {
        return epochs - epoch < rule.patience();
    }

    /** Puts the best epoch's weights back into the network, and gives its number; 0 if no epoch had a loss that is a number. */
    int putBack() {
        if (epoch > 0) {
            network.restore(weights);
        }
        return epoch;
    }

    @Override
    public Optional<State> state() {
        return Optional.of(
                State.empty().with("epoch", epoch).with("least", least).with("weights", weights));
    }

    @Override
    public void restore(State state) {
        epoch = state.integer("epoch", 0, Integer.MAX_VALUE);
        least = state.number("least");
        weights = epoch > 0 ? network.copyOf(state.part("weights")) : State.empty();
    }
}
