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
        double[] mean = new double[features.count()];
        features.each(a, (example, from, to) -> {
            for (int f = from; f < to; f++) {
                double sum = mean[f];
                int first = features.first(example, f);
                for (int i = first; i < first + features.places(); i++) {
                    sum += x[i];
                }
                mean[f] = sum;
            }
        });
        divide(mean, n);
        double[] variance = new double[features.count()];
        features.each(a, (example, from, to) -> {
            for (int f = from; f < to; f++) {
                double sum = variance[f];
                int first = features.first(example, f);
                for (int i = first; i < first + features.places(); i++) {
                    sum += (x[i] - mean[f]) * (x[i] - mean[f]);
                }
                variance[f] = sum;
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
        features.each(a, (example, from, to) -> {
            for (int f = from; f < to; f++) {
                int first = features.first(example, f);
                for (int i = first; i < first + features.places(); i++) {
                    room[i] = scale[f] * ((x[i] - mean[f]) * inverse[f]) + shift[f];
                }
            }
        });
        return Doubles.written(room, z);
    }

    /** The derivatives by β and γ. */
    Sums sums(Matrix delta, Matrix a) {
        double[] x = Doubles.of(a);
        double[] errors = Doubles.of(delta);
        Sums sums = new Sums(new double[features.count()], new double[features.count()]);
        features.each(a, (example, from, to) -> {
            for (int f = from; f < to; f++) {
                double sum = sums.ofDelta[f];
                double product = sums.ofDeltaTimesNormalized[f];
                int first = features.first(example, f);
                for (int i = first; i < first + features.places(); i++) {
                    sum += errors[i];
                    product += errors[i] * ((x[i] - mean[f]) * inverse[f]);
                }
                sums.ofDelta[f] = sum;
                sums.ofDeltaTimesNormalized[f] = product;
            }
        });
        return sums;
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
        features.each(a, (example, from, to) -> {
            for (int f = from; f < to; f++) {
                double factor = scale[f] * inverse[f];
                int first = features.first(example, f);
                for (int i = first; i < first + features.places(); i++) {
                    double normalized = (x[i] - mean[f]) * inverse[f];
                    room[i] = factor * (errors[i] - meanOfDelta[f] - normalized * meanOfProduct[f]);
                }
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
