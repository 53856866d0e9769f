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
 *         return step -> Math.scalb(1.0, (int) -(step / stepsPerEpoch));    // 1, 1/2, 1/4, ... from epoch to epoch
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

    /** The course of one run; it may remember what it was told. */
    interface Course {
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
