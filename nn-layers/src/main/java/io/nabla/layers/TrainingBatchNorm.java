package io.nabla.layers;

import io.nabla.api.Activation;
import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.Parameters;
import io.nabla.api.Shape;

/**
 * Batch normalization in a training step: z = γ·x̂ + β by the mean and variance of the mini-batch that comes in.
 *
 * <p>Nothing is kept between the ways forth and back; each computes the figures of the mini-batch anew.
 */
final class TrainingBatchNorm implements Layer {
    private final BatchNormLayer layer;
    private final Features features;
    private final BatchNorm settings;
    private final Matrix gamma;
    private final Matrix beta;

    TrainingBatchNorm(BatchNormLayer layer, Features features, BatchNorm settings) {
        this.layer = layer;
        this.features = features;
        this.settings = settings;
        this.gamma = layer.parameters().get(Normalizations.GAMMA);
        this.beta = layer.parameters().get(Normalizations.BETA);
    }

    @Override
    public String kind() {
        return layer.kind();
    }

    @Override
    public Shape inputs() {
        return layer.inputs();
    }

    @Override
    public Shape outputs() {
        return layer.outputs();
    }

    @Override
    public Activation activation() {
        return layer.activation();
    }

    @Override
    public Parameters parameters() {
        return layer.parameters();
    }

    @Override
    public Matrix weightedInput(Matrix a) {
        return normalization(a).scaled(a, gamma, beta);
    }

    /**
     * The mean and the variance depend on every number of the feature, so ∂C/∂a = γ·inverse · (δ - mean of δ - x̂ · mean of δ·x̂).
     */
    @Override
    public Matrix backpropagate(Matrix delta, Matrix a) {
        Rows.checkDelta(this, delta, a);
        FeatureNormalization batch = normalization(a);
        double[][] means = batch.sums(delta, a).means(features.numbers(a));
        return batch.error(delta, a, gamma, means[0], means[1]);
    }

    @Override
    public void gradient(Matrix delta, Matrix a, Parameters nabla) {
        Rows.checkDelta(this, delta, a);
        FeatureNormalization batch = normalization(a);
        batch.sums(delta, a).addTo(nabla.get(Normalizations.BETA), nabla.get(Normalizations.GAMMA));
        moveStatistics(batch, a, nabla);
    }

    /** The way back that leads to (1 - momentum)·running + momentum·batch, m times for m examples. */
    private void moveStatistics(FeatureNormalization batch, Matrix a, Parameters nabla) {
        double n = features.numbers(a);
        double share = settings.momentum() * a.columns();
        Matrix runningMean = parameters().get(BatchNormLayer.RUNNING_MEAN);
        Matrix runningVariance = parameters().get(BatchNormLayer.RUNNING_VARIANCE);
        double[] means = new double[features.count()];
        double[] variances = new double[features.count()];
        for (int f = 0; f < features.count(); f++) {
            means[f] = share * (runningMean.get(f) - batch.mean(f));
            variances[f] = share * (runningVariance.get(f) - batch.variance(f) * (n / (n - 1)));
        }
        Normalizations.add(means, nabla.get(BatchNormLayer.RUNNING_MEAN));
        Normalizations.add(variances, nabla.get(BatchNormLayer.RUNNING_VARIANCE));
    }

    private FeatureNormalization normalization(Matrix a) {
        Rows.check(this, a);
        if (features.numbers(a) < 2) {
            throw new IllegalArgumentException(
                    "batch-norm cannot train on a mini-batch of 1 example: one number of a feature has no variance; take a"
                            + " mini-batch size that leaves no last mini-batch of 1 example, or layer-norm");
        }
        return FeatureNormalization.ofBatch(features, a, settings.epsilon());
    }

    @Override
    public String toString() {
        return layer.toString();
    }
}
