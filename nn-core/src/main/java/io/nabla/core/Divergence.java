package io.nabla.core;

import java.util.Objects;

/**
 * Where in a training step numbers first stopped to be finite, and what that most likely comes from.
 *
 * @param place what kind of number it is
 * @param layer its layer, from 1; 0 for the data, one more than there are layers for the cost
 * @param unit its row, from 1: the unit of its layer, or of the data the input or wanted output; 0 if there is none to name
 * @param example the number of its example in the data set, from 1; 0 if it belongs to none alone, as a parameter
 * @param value NaN or infinite
 * @param what the place in words
 * @param cause the likely cause and a way out, in words
 */
public record Divergence(Place place, int layer, int unit, int example, double value, String what, String cause) {
    /** Kinds of numbers, in the order in which a step computes them. */
    public enum Place {
        /** x. */
        INPUT,
        /** y. */
        WANTED_OUTPUT,
        /** w or b. */
        PARAMETER,
        /** z. */
        WEIGHTED_INPUT,
        /** a. */
        ACTIVATION,
        /** C. */
        COST,
        /** δ, or ∂C/∂a on the way to it. */
        ERROR,
        /** ∂C/∂w or ∂C/∂b. */
        GRADIENT
    }

    /** Checks that nothing is missing. */
    public Divergence {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(cause, "cause");
    }
}
