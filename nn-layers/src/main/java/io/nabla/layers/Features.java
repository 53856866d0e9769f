package io.nabla.layers;

import io.nabla.api.Matrix;
import io.nabla.api.Shape;

/** How an example divides into features: each number of a vector, each channel of an image. */
final class Features {
    private final int count;
    private final int places;
    private final int[] featureOfPlace;

    private Features(int count, int places) {
        this.count = count;
        this.places = places;
        this.featureOfPlace = new int[count * places];
        for (int place = 0; place < featureOfPlace.length; place++) {
            featureOfPlace[place] = place / places;
        }
    }

    /** What to do with some numbers of an example. */
    @FunctionalInterface
    interface Visit {
        /**
         * Does it.
         *
         * @param example where the example begins in the matrix
         * @param from the first place in the example
         * @param to behind the last place
         */
        void places(int example, int from, int to);
    }

    /** The features of a shape: its first dimension. */
    static Features of(Shape shape) {
        int count = shape.dimensions().get(0);
        return new Features(count, shape.size() / count);
    }

    /** How many features there are. */
    int count() {
        return count;
    }

    /** The feature of each place in an example. */
    int[] featureOfPlace() {
        return featureOfPlace;
    }

    /** How many numbers of a matrix belong to one feature. */
    int numbers(Matrix a) {
        return a.columns() * places;
    }

    /**
     * Visits all examples in their order. All numbers of a feature come on one thread, so that what is summed by feature has
     * the same bits whatever the number of threads.
     */
    void each(Matrix a, Visit visit) {
        Pieces.run(a.kernels(), count, numbers(a), (from, to) -> {
            for (int column = 0; column < a.columns(); column++) {
                visit.places(column * a.rows(), from * places, to * places);
            }
        });
    }
}
