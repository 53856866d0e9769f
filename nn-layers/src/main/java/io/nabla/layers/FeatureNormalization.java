package io.nabla.layers;

import io.nabla.api.Matrix;

/**
 * Numbers by the mean and the variance of their feature: x̂ = (a - mean) · inverse, where inverse is 1 / √(variance + ε).
 *
 * <p>All sums are in double, in the order of {@link Features#each}.
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
        double n = features.numbers(a);
        double[] sums = new double[features.count()];
        features.each(a, (f, i) -> sums[f] += a.get(i));
        double[] mean = new double[features.count()];
        for (int f = 0; f < mean.length; f++) {
            mean[f] = sums[f] / n;
        }
        double[] squares = new double[features.count()];
        features.each(a, (f, i) -> squares[f] += (a.get(i) - mean[f]) * (a.get(i) - mean[f]));
        double[] variance = new double[features.count()];
        for (int f = 0; f < variance.length; f++) {
            variance[f] = squares[f] / n;
        }
        return new FeatureNormalization(features, mean, variance, epsilon);
    }

    double mean(int feature) {
        return mean[feature];
    }

    double variance(int feature) {
        return variance[feature];
    }

    double inverse(int feature) {
        return inverse[feature];
    }

    /** x̂ of an element of a. */
    double normalized(Matrix a, int feature, int index) {
        return (a.get(index) - mean[feature]) * inverse[feature];
    }

    /** z = γ·x̂ + β. */
    Matrix scaled(Matrix a, Matrix gamma, Matrix beta) {
        Matrix z = a.fresh(a.rows(), a.columns());
        features.each(a, (f, i) -> z.set(i, gamma.get(f) * normalized(a, f, i) + beta.get(f)));
        return z;
    }

    /** Σ δ of each feature: the derivative by β. */
    double[] sumsOfDelta(Matrix delta) {
        double[] sums = new double[features.count()];
        features.each(delta, (f, i) -> sums[f] += delta.get(i));
        return sums;
    }

    /** Σ δ·x̂ of each feature: the derivative by γ. */
    double[] sumsOfDeltaTimesNormalized(Matrix delta, Matrix a) {
        double[] sums = new double[features.count()];
        features.each(a, (f, i) -> sums[f] += delta.get(i) * normalized(a, f, i));
        return sums;
    }
}
