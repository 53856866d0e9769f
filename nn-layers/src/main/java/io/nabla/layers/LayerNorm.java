package io.nabla.layers;

import io.nabla.api.Activation;
import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.LayerDescription;
import io.nabla.api.Shape;
import java.util.Objects;

/**
 * A layer to be that gives the numbers of each example the mean 0 and the variance 1, and then each a scale γ and a shift β that are
 * learned: a = σ(γ ⊙ x̂ + β) with x̂ = (a - mean) / √(variance + ε).
 *
 * <p>The mean and the variance are over the last dimension of the inputs' shape: of a vector over all its numbers, of a sequence
 * of T × D over the D numbers of each step. (To take all of an image as one, flatten it first.) The layer does the same in training
 * and outside of it, and examples do not depend on one another.
 *
 * <p>Parameters, D numbers of each: {@code gamma}, which starts at 1, and {@code beta} at 0. The layer gives as many outputs as it
 * takes inputs.
 *
 * <pre>{@code
 * LayerDescription norm = new LayerNorm(new Relu());
 * Layer layer = norm.build(Shape.of(20, 64), kernels);   // 20 steps, each by the mean and variance of its 64 numbers
 * }</pre>
 *
 * @param epsilon what is added to a variance, above 0
 * @param activation σ
 * @see <a href="https://arxiv.org/abs/1607.06450">Ba, Kiros and Hinton, Layer Normalization, 2016</a>
 */
public record LayerNorm(double epsilon, Activation activation) implements LayerDescription {
    /** The kind of these layers. */
    static final String KIND = "layer-norm";

    /** ε unless it is set. */
    static final double EPSILON = 1e-5;

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if epsilon is out of its range
     */
    public LayerNorm {
        Normalizations.checkEpsilon(KIND, epsilon);
        Objects.requireNonNull(activation, "activation");
    }

    /** With an ε of 1e-5 and the identity for σ. */
    public LayerNorm() {
        this(PassOn.INSTANCE);
    }

    /** With an ε of 1e-5. */
    public LayerNorm(Activation activation) {
        this(EPSILON, activation);
    }

    @Override
    public String kind() {
        return KIND;
    }

    /**
     * Builds the layer.
     *
     * @throws IllegalArgumentException if the last dimension is 1
     */
    @Override
    public Layer build(Shape inputs, Kernels kernels) {
        return new LayerNormLayer(inputs, this, kernels);
    }
}
