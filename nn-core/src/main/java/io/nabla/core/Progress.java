package io.nabla.core;

import io.nabla.api.EpochCompleted;
import io.nabla.api.State;
import io.nabla.api.Stateful;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How far a run is: the epochs that are done, and where it stands in the present one. */
final class Progress implements Stateful {
    private final int miniBatchesPerEpoch;
    private final EpochTable table;
    private final List<EpochCompleted> epochs = new ArrayList<>();
    private int miniBatches;
    private double costs;
    private double seconds;
    private long since;
    /** The length of all weights at the beginning, to know an explosion by. */
    private double startNorm;

    Progress(int miniBatchesPerEpoch, EpochTable table, double startNorm) {
        this.miniBatchesPerEpoch = miniBatchesPerEpoch;
        this.table = table;
        this.startNorm = startNorm;
    }

    /** The epochs that are done. */
    List<EpochCompleted> epochs() {
        return epochs;
    }

    /** How many mini-batches of the present epoch are done. */
    int miniBatches() {
        return miniBatches;
    }

    /** How many steps are done in all. */
    long steps() {
        return (long) epochs.size() * miniBatchesPerEpoch + miniBatches;
    }

    double startNorm() {
        return startNorm;
    }

    /** The run begins, or goes on: time counts from now. */
    void begin() {
        since = System.nanoTime();
    }

    /** A mini-batch of such a cost was learned. */
    void miniBatchCompleted(double cost) {
        miniBatches++;
        costs += cost;
    }

    /** The sum of the costs of the present epoch's mini-batches so far. */
    double costs() {
        return costs;
    }

    /** How long the present epoch has taken so far. */
    double seconds() {
        return seconds + (System.nanoTime() - since) * 1e-9;
    }

    /** An epoch was learned and measured; the next one begins. */
    void epochCompleted(EpochCompleted event) {
        epochs.add(event);
        miniBatches = 0;
        costs = 0;
        seconds = 0;
    }

    @Override
    public Optional<State> state() {
        return Optional.of(State.empty()
                .with("epochs", epochs.size())
                .with("mini-batches", miniBatches)
                .with("steps", (double) steps())
                .with("costs", costs)
                .with("seconds", miniBatches == 0 ? 0 : seconds())
                .with("start-norm", startNorm)
                .with("history", table.state(epochs)));
    }

    @Override
    public void restore(State state) {
        epochs.clear();
        epochs.addAll(table.epochs(state.part("history"), state.integer("epochs", 0, Integer.MAX_VALUE)));
        miniBatches = state.integer("mini-batches", 0, miniBatchesPerEpoch - 1);
        costs = state.number("costs");
        seconds = state.number("seconds");
        startNorm = state.number("start-norm");
    }
}
