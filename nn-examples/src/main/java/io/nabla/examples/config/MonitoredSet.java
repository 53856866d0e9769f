package io.nabla.examples.config;

import java.util.Locale;

/** A set of examples to measure on, in the order of preference for naming the best epoch. */
public enum MonitoredSet {
    /** What is neither learned nor chosen by. */
    TEST,
    /** What settings are chosen by. */
    VALIDATION,
    /** What is learned. */
    TRAINING;

    /** The lower-case name: {@code test}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
