package io.nabla.layers;

import io.nabla.api.Activation;
import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.Parameter.Role;
import io.nabla.api.Parameters;
import io.nabla.api.Shape;

/** Batch normalization outside of training: z = γ·x̂ + β by the running mean and variance, a straight line for each feature. */
final class BatchNormLayer implements Layer {
    static final String RUNNING_MEAN = "running-mean";
    static final String RUNNING_VARIANCE = "running-variance";

    private final Shape shape;
    private final Features features;
    private final BatchNorm settings;
    private final Parameters parameters;
    private final Matrix gamma;
    private final Matrix beta;
    private final Matrix runningMean;
    private final Matrix runningVariance;

    BatchNormLayer(Shape shape, BatchNorm settings, Kernels kernels) {
        this.shape = shape;
        this.features = Features.of(shape);
        this.settings = settings;
        int count = features.count();
        parameters = Parameters.of(
                Normalizations.parameter(Normalizations.GAMMA, Role.NORMALIZATION, kernels, count, 1),
                Normalizations.parameter(Normalizations.BETA, Role.NORMALIZATION, kernels, count, 0),
                Normalizations.parameter(RUNNING_MEAN, Role.STATISTICS, kernels, count, 0),
                Normalizations.parameter(RUNNING_VARIANCE, Role.STATISTICS, kernels, count, 1));
        gamma = parameters.get(Normalizations.GAMMA);
        beta = parameters.get(Normalizations.BETA);
        runningMean = parameters.get(RUNNING_MEAN);
        runningVariance = parameters.get(RUNNING_VARIANCE);
    }

    @Override
    public String kind() {
        return BatchNorm.KIND;
    }

    @Override
    public Shape inputs() {
        return shape;
    }

    @Override
    public Shape outputs() {
        return shape;
    }

    @Override
    public Activation activation() {
        return settings.activation();
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public Matrix weightedInput(Matrix a) {
        Rows.check(this, a);
        return running().scaled(a, gamma, beta);
    }

    @Override
    public Matrix backpropagate(Matrix delta, Matrix a) {
        Rows.checkDelta(this, delta, a);
        double[] none = new double[features.count()];
        return running().error(delta, a, gamma, none, none);
    }

    @Override
    public void gradient(Matrix delta, Matrix a, Parameters nabla) {
        Rows.checkDelta(this, delta, a);
        running().sums(delta, a).addTo(nabla.get(Normalizations.BETA), nabla.get(Normalizations.GAMMA));
    }

    @Override
    public Layer sample(long key) {
        return new TrainingBatchNorm(this, features, settings);
    }

    private FeatureNormalization running() {
        double[] mean = new double[features.count()];
        double[] variance = new double[features.count()];
        for (int f = 0; f < mean.length; f++) {
            mean[f] = runningMean.get(f);
            variance[f] = runningVariance.get(f);
            if (variance[f] < 0) {
                throw new IllegalArgumentException(
                        "the running variance of feature " + f + " is " + variance[f]
                                + ", but a variance is at least 0; the numbers of this layer come from elsewhere, or are damaged");
            }
        }
        return new FeatureNormalization(features, mean, variance, settings.epsilon());
    }

    /** What a listing shows: {@code batch-norm 100, relu}. */
    @Override
    public String toString() {
        return kind() + " " + shape + ", " + activation().name();
    }
}
