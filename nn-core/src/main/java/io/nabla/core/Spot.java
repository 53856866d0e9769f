package io.nabla.core;

import io.nabla.api.Matrix;
import io.nabla.core.Divergence.Place;
import java.util.Optional;

/**
 * One number that is not finite, of a matrix whose columns are examples.
 *
 * @param index its place, column by column
 * @param unit its row, from 1
 * @param example the number of its example in the data set, from 1
 * @param value NaN or infinite
 */
record Spot(int index, int unit, int example, double value) {
    /** The first such number. */
    static Optional<Spot> first(Matrix matrix, int[] order, int from) {
        int index = Finite.firstOther(matrix);
        return index < 0
                ? Optional.empty()
                : Optional.of(new Spot(
                        index, index % matrix.rows() + 1, order[from + index / matrix.rows()] + 1, matrix.get(index)));
    }

    /** The number in words. */
    String inWords() {
        return value + ", at unit " + unit + " for example " + example;
    }

    /** The report on it. */
    Divergence in(Place place, int layer, String what, String cause) {
        return new Divergence(place, layer, unit, example, value, what, cause);
    }
}
