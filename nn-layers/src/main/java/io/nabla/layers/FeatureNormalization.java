package io.nabla.layers;

import io.nabla.api.Matrix;

/**
 * Numbers by the mean and the variance of their feature: x̂ = (a - mean) · inverse, where inverse is 1 / √(variance + ε).
 *
 * <p>All sums are in double, example by example and place by place.
 */
final class FeatureNormalization {
    private final Features features;
    private final double[] mean;
    private final double[] variance;
    private final double[] inverse;

    /** By these figures of each feature. */
    FeatureNormalization(Features features, double[] mean, double[] variance, double epsilon) {
        this.features = features;
        this.mean = mean;
        this.variance = variance;
        this.inverse = new double[mean.length];
        for (int f = 0; f < inverse.length; f++) {
            inverse[f] = 1 / Math.sqrt(variance[f] + epsilon);
        }
    }

    /** By the figures of a mini-batch itself: the mean of each feature, and the mean square of the distance from it. */
    static FeatureNormalization ofBatch(Features features, Matrix a, double epsilon) {
        double[] x = Doubles.of(a);
        double n = features.numbers(a);
        int[] feature = features.featureOfPlace();
        double[] mean = new double[features.count()];
        features.each(a, (example, from, to) -> {
            for (int i = from; i < to; i++) {
                mean[feature[i]] += x[example + i];
            }
        });
        divide(mean, n);
        double[] variance = new double[features.count()];
        features.each(a, (example, from, to) -> {
            for (int i = from; i < to; i++) {
                double distance = x[example + i] - mean[feature[i]];
                variance[feature[i]] += distance * distance;
            }
        });
        divide(variance, n);
        return new FeatureNormalization(features, mean, variance, epsilon);
    }

    private static void divide(double[] sums, double n) {
        for (int f = 0; f < sums.length; f++) {
            sums[f] /= n;
        }
    }

    double mean(int feature) {
        return mean[feature];
    }

    double variance(int feature) {
        return variance[feature];
    }

    /** z = γ·x̂ + β. */
    Matrix scaled(Matrix a, Matrix gamma, Matrix beta) {
        Matrix z = a.fresh(a.rows(), a.columns());
        double[] x = Doubles.of(a);
        double[] scale = Doubles.of(gamma);
        double[] shift = Doubles.of(beta);
        double[] room = Doubles.room(z);
        int[] feature = features.featureOfPlace();
        features.each(a, (example, from, to) -> {
            for (int i = from; i < to; i++) {
                int f = feature[i];
                room[example + i] = scale[f] * ((x[example + i] - mean[f]) * inverse[f]) + shift[f];
            }
        });
        return Doubles.written(room, z);
    }

    /** The derivatives by β and γ. */
    Sums sums(Matrix delta, Matrix a) {
        double[] x = Doubles.of(a);
        double[] errors = Doubles.of(delta);
        double[] ofDelta = new double[features.count()];
        double[] ofDeltaTimesNormalized = new double[features.count()];
        int[] feature = features.featureOfPlace();
        features.each(a, (example, from, to) -> {
            for (int i = from; i < to; i++) {
                int f = feature[i];
                double error = errors[example + i];
                ofDelta[f] += error;
                ofDeltaTimesNormalized[f] += error * ((x[example + i] - mean[f]) * inverse[f]);
            }
        });
        return new Sums(ofDelta, ofDeltaTimesNormalized);
    }

    /**
     * ∂C/∂a = γ·inverse · (δ - meanOfDelta - x̂·meanOfProduct), where the two means are figures of the feature.
     *
     * @param meanOfDelta the mean of δ; 0 where mean and variance do not depend on a
     * @param meanOfProduct the mean of δ·x̂; 0 likewise
     */
    Matrix error(Matrix delta, Matrix a, Matrix gamma, double[] meanOfDelta, double[] meanOfProduct) {
        Matrix error = a.fresh(a.rows(), a.columns());
        double[] x = Doubles.of(a);
        double[] errors = Doubles.of(delta);
        double[] scale = Doubles.of(gamma);
        double[] room = Doubles.room(error);
        int[] feature = features.featureOfPlace();
        features.each(a, (example, from, to) -> {
            for (int i = from; i < to; i++) {
                int f = feature[i];
                double normalized = (x[example + i] - mean[f]) * inverse[f];
                double centered = errors[example + i] - meanOfDelta[f] - normalized * meanOfProduct[f];
                room[example + i] = scale[f] * inverse[f] * centered;
            }
        });
        return Doubles.written(room, error);
    }

    /** Sums over all examples and places, one of each feature: Σ δ and Σ δ·x̂. */
    static final class Sums {
        private final double[] ofDelta;
        private final double[] ofDeltaTimesNormalized;

        private Sums(double[] ofDelta, double[] ofDeltaTimesNormalized) {
            this.ofDelta = ofDelta;
            this.ofDeltaTimesNormalized = ofDeltaTimesNormalized;
        }

        /** Adds them to the gradients of β and γ. */
        void addTo(Matrix betaNabla, Matrix gammaNabla) {
            Normalizations.add(ofDelta, betaNabla);
            Normalizations.add(ofDeltaTimesNormalized, gammaNabla);
        }

        /** The means over n numbers of a feature: of δ, and of δ·x̂. */
        double[][] means(double n) {
            double[][] means = {ofDelta.clone(), ofDeltaTimesNormalized.clone()};
            divide(means[0], n);
            divide(means[1], n);
            return means;
        }
    }
}
