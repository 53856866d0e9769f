package io.nabla.api;

import java.util.List;

/**
 * How the learning rate changes in the course of a run: itself immutable, with one course for each run.
 *
 * <p>A schedule gives a <em>pace</em>, the factor on the learning rate of its optimizer. So it knows no learning rate, and
 * goes with any optimizer.
 *
 * <pre>{@code
 * public record Halving() implements Schedule {
 *     public String name() { return "halving"; }
 *     public Course start(long steps, int stepsPerEpoch) {
 *         // 1, 1/2, 1/4, ... from epoch to epoch
 *         return Course.stateless(step -> Math.scalb(1.0, (int) -(step / stepsPerEpoch)));
 *     }
 * }
 * }</pre>
 */
public interface Schedule extends Named {
    /**
     * Starts the course of one run.
     *
     * @param steps how many steps, which are mini-batches, the run is to have in all; at least 1
     * @param stepsPerEpoch how many an epoch has; at least 1
     */
    Course start(long steps, int stepsPerEpoch);

    /** The names of the data sets whose evaluations this schedule looks at; a trainer refuses one that is not monitored. */
    default List<String> datasets() {
        return List.of();
    }

    /**
     * The course of one run; it may remember what it was told.
     *
     * <p>{@link #state} tells what it remembers, and {@link #restore} takes that over, so that a run can go on from a checkpoint.
     */
    interface Course extends Stateful {
        /** The same course, which says that it remembers nothing: it goes by the number of the step alone. */
        static Course stateless(Course course) {
            return new StatelessCourse(course);
        }

        /**
         * The factor on the learning rate of a step.
         *
         * @param step from 0, counted over the whole run; each is asked for once, in order
         * @return finite and at least 0
         */
        double pace(long step);

        /** Tells how an epoch went, before the first step of the next. */
        default void epochCompleted(EpochCompleted event) {}
    }
}
