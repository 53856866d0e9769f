package io.nabla.api;

import java.util.Optional;

/** A course that says that it remembers nothing: it goes by the number of the step alone. */
record StatelessCourse(Schedule.Course course) implements Schedule.Course {
    @Override
    public double pace(long step) {
        return course.pace(step);
    }

    @Override
    public void epochCompleted(EpochCompleted event) {
        course.epochCompleted(event);
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
