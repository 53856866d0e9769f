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
    /** What to do with an element of a matrix. */
    @FunctionalInterface
    interface Visit {
        /**
         * Does it.
         *
         * @param feature the element's feature
         * @param index its place in the matrix
         */
        void element(int feature, int index);
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

    /**
     * Visits each element of a matrix. Those of a feature come on one thread, example by example and place by place, so that what is
     * summed by feature has the same bits whatever the number of threads.
     */
    void each(Matrix a, Visit visit) {
        Pieces.run(a.kernels(), count, numbers(a), (from, to) -> {
            for (int column = 0; column < a.columns(); column++) {
                int first = column * a.rows();
                for (int feature = from; feature < to; feature++) {
                    for (int i = first + feature * places; i < first + (feature + 1) * places; i++) {
                        visit.element(feature, i);
                    }
                }
            }
        });
    }
}
