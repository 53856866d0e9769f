package io.nabla.layers;

import io.nabla.api.Activation;
import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.LayerDescription;
import io.nabla.api.Shape;
import java.util.Objects;

/**
 * A layer to be that gives each feature the mean 0 and the variance 1 over the mini-batch, and then a scale γ and a shift β that are
 * learned: a = σ(γ·x̂ + β) with x̂ = (a - mean) / √(variance + ε).
 *
 * <p>A feature is one number of a vector, or one channel of an image of channels × height × width: the first dimension of the
 * inputs' shape. In training the mean and the variance are those of the mini-batch, which therefore needs two numbers of each feature
 * or more: one example alone will do for images only. Outside of training they are running averages of the mini-batches, so
 * that an example's outputs do not depend on others: running ← (1 - momentum)·running + momentum·batch. The batch's variance is divided
 * by its n numbers to normalize, and by n - 1 for the running average.
 *
 * <p>Parameters, one number of each for a feature: {@code gamma}, which starts at 1, {@code beta} at 0, and the statistics {@code
 * running-mean} at 0 and {@code running-variance} at 1. The layer gives as many outputs as it takes inputs.
 *
 * <pre>{@code
 * Network network = Network.builder(784)
 *         .layer(new Dense(100, new Identity()))
 *         .layer(new BatchNorm(new Relu()))
 *         .layer(new Dense(10, new Softmax()))
 *         .build(new HeGaussian(), new NumpyRandom(42));
 * }</pre>
 *
 * @param epsilon what is added to a variance, above 0
 * @param momentum how far a running average goes towards the figure of the next mini-batch, above 0 and at most 1
 * @param activation σ
 * @see <a href="https://arxiv.org/abs/1502.03167">Ioffe and Szegedy, Batch Normalization: Accelerating Deep Network Training by
 *     Reducing Internal Covariate Shift, 2015, algorithms 1 and 2</a>
 */
public record BatchNorm(double epsilon, double momentum, Activation activation) implements LayerDescription {
    /** The kind of these layers. */
    static final String KIND = "batch-norm";

    /** ε unless it is set. */
    static final double EPSILON = 1e-5;

    /** The momentum unless it is set. */
    static final double MOMENTUM = 0.1;

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public BatchNorm {
        Normalizations.checkEpsilon(KIND, epsilon);
        if (!(momentum > 0 && momentum <= 1)) {
            throw new IllegalArgumentException(
                    "the momentum of batch-norm is above 0 and at most 1, such as 0.1, but got " + momentum);
        }
        Objects.requireNonNull(activation, "activation");
    }

    /** With an ε of 1e-5, a momentum of 0.1 and the identity for σ. */
    public BatchNorm() {
        this(PassOn.INSTANCE);
    }

    /** With an ε of 1e-5 and a momentum of 0.1. */
    public BatchNorm(Activation activation) {
        this(EPSILON, MOMENTUM, activation);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Layer build(Shape inputs, Kernels kernels) {
        return new BatchNormLayer(inputs, this, kernels);
    }
}
