package io.nabla.api;

/**
 * A layer: from the activation of the layer before it, by its parameters, to its weighted input z, and by its
 * activation function σ to its own activation a = σ(z).
 *
 * <p>A layer owns its parameters and nothing else. What a pass computes is owned by the pass, which hands back to
 * {@link #backpropagate} and {@link #gradient} what they need; so a network may be used by many threads at once.
 * Arguments are never changed, but for {@code nabla}, which is added to.
 *
 * <p>For a dense layer, with w (outputs × inputs) and b (outputs × 1):
 *
 * <pre>{@code
 * public Matrix weightedInput(Matrix a) { return w.affine(a, b); }                       // z = w·a + b
 * public Matrix backpropagate(Matrix delta, Matrix a) { return w.transposeTimes(delta); } // wᵀ·δ
 * public void gradient(Matrix delta, Matrix a, Parameters nabla) {
 *     nabla.get("biases").addRowSums(delta);                                              // BP3
 *     nabla.get("weights").addTimesTranspose(delta, a);                                   // BP4
 * }
 * }</pre>
 */
public interface Layer {
    /** The kind of the layer, such as {@code dense}: the name of its {@link LayerDescription}. */
    String kind();

    /** The shape of one example that comes in. */
    Shape inputs();

    /** The shape of one example that goes out. */
    Shape outputs();

    /** σ. */
    Activation activation();

    /** What the layer learns and keeps, always the same matrices. */
    Parameters parameters();

    /**
     * The weighted input z of this layer.
     *
     * @param a the activation of the layer before, {@code inputs().size()} rows, one column per example
     * @return z, {@code outputs().size()} rows, as many columns
     */
    Matrix weightedInput(Matrix a);

    /**
     * The error on the activation of the layer before: ∂C/∂a = (∂z/∂a)ᵀ δ, the first half of BP2.
     *
     * @param delta δ = ∂C/∂z of this layer
     * @param a the activation that came in
     * @return ∂C/∂a, of the shape of a
     */
    Matrix backpropagate(Matrix delta, Matrix a);

    /**
     * Adds to nabla the derivatives of C by each parameter, summed over the examples: BP3 and BP4.
     *
     * <p>For {@link Parameter.Role#STATISTICS} it adds, in the layer of a training step, how far they are to move back: m times,
     * for m examples.
     *
     * @param delta δ = ∂C/∂z of this layer
     * @param a the activation that came in
     * @param nabla of the form of {@link #parameters}
     */
    void gradient(Matrix delta, Matrix a, Parameters nabla);

    /**
     * The layer of one training step, for a layer that does something else in training: dropout, with what chance has decided
     * for that step, or a normalization by the mini-batch's own figures.
     *
     * <p>A trainer asks each layer once a step and passes forward and backward through the answer; whoever predicts uses the
     * layer itself. The same key gives a layer that does the same, bit for bit. It has the shapes and the parameters, the
     * very matrices, of this one. A layer that does the same in training answers with itself, as most do.
     *
     * @param key what all chance of this layer in this step comes from; always 0 where no layer of the network {@link
     *     #leavesToChance leaves anything to chance}
     */
    default Layer sample(long key) {
        return this;
    }

    /** Whether what {@link #sample} gives depends on its key: then a trainer needs a generator of keys. */
    default boolean leavesToChance() {
        return false;
    }

    /**
     * σ behind the weighted inputs that a parameter makes, by which an initializer may go: this layer's, but for one that holds
     * others.
     *
     * @param parameter one of {@link #parameters}
     */
    default Activation activationBehind(Parameter parameter) {
        return activation();
    }

    /**
     * The layer in a line, as a listing shows it: kind, shapes and settings, such as {@code dense 784 -> 30, sigmoid}.
     */
    @Override
    String toString();
}
