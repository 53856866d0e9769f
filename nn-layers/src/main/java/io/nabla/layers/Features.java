package io.nabla.layers;

import io.nabla.api.Matrix;
import io.nabla.api.Shape;

/**
 * How an example divides into features: each number of a vector, each channel of an image.
 *
 * @param count how many features there are
 * @param places how many numbers of an example belong to one, next to each other
 */
record Features(int count, int places) {
    /** What to do with some features of an example. */
    @FunctionalInterface
    interface Visit {
        /**
         * Does it.
         *
         * @param example where the example begins in the matrix
         * @param from the first feature
         * @param to behind the last feature
         */
        void features(int example, int from, int to);
    }

    /** The features of a shape: its first dimension. */
    static Features of(Shape shape) {
        int count = shape.dimensions().get(0);
        return new Features(count, shape.size() / count);
    }

    /** How many numbers of a matrix belong to one feature. */
    int numbers(Matrix a) {
        return a.columns() * places;
    }

    /** Where a feature of an example begins in the matrix. */
    int first(int example, int feature) {
        return example + feature * places;
    }

    /**
     * Visits all examples in their order. All numbers of a feature come on one thread, so that what is summed by feature has
     * the same bits whatever the number of threads.
     */
    void each(Matrix a, Visit visit) {
        Pieces.run(a.kernels(), count, numbers(a), (from, to) -> {
            for (int column = 0; column < a.columns(); column++) {
                visit.features(column * a.rows(), from, to);
            }
        });
    }
}
