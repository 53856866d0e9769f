package io.nabla.api;

import java.util.Optional;

/** An update that says that it remembers nothing. */
record StatelessUpdate(Optimizer.Update update) implements Optimizer.Update {
    @Override
    public void step(Matrix w, Matrix nabla, int m, double pace) {
        update.step(w, nabla, m, pace);
    }

    @Override
    public Optional<State> state() {
        return Optional.of(State.empty());
    }

    @Override
    public void restore(State state) {
        // There is nothing to be taken over.
    }
}
