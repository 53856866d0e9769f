package io.nabla.examples.book;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What was read off at one moment of a scenario.
 *
 * @param run which of the scenario's runs
 * @param epoch after which of its epochs; 0 is the start
 * @param values what was measured
 */
record Reading(String run, int epoch, Map<Measure, Double> values) {
    /** Keeps its own copy of the values, in the order of {@link Measure}. */
    Reading {
        values = Collections.unmodifiableMap(new EnumMap<>(values));
    }
}
