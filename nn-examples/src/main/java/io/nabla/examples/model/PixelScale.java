package io.nabla.examples.model;

import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.core.Network;
import java.util.Set;

/** Suits a network to pixels that are divided by another number than those that it was trained with. */
final class PixelScale {
    /** What pixels are divided by here. */
    private static final double HERE = 256;

    /** Layers whose outputs grow with their inputs, so that a factor goes through. */
    private static final Set<String> LINEAR = Set.of("flatten", "reshape", "dropout", "max-pool2d", "average-pool2d");

    private PixelScale() {}

    /**
     * Multiplies the weights of the first layer that learns, so that p/256 gives what p/divisor gave.
     *
     * @return the network
     * @throws IllegalArgumentException if the divisor is not above 0, or the first layer that learns is neither dense nor a convolution
     */
    static Network rescale(Network network, double divisor) {
        if (!(divisor > 0 && divisor < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("--divisor is a number above 0, such as 255, but got " + divisor);
        }
        for (Layer layer : network.layers()) {
            if (Set.of("dense", "convolution2d").contains(layer.kind())) {
                Matrix weights = layer.parameters().get("weights");
                for (int i = 0; i < weights.size(); i++) {
                    weights.set(i, weights.get(i) * (HERE / divisor));
                }
                return network;
            }
            if (!LINEAR.contains(layer.kind())) {
                throw new IllegalArgumentException(
                        "--divisor is for a network that begins with a dense or convolutional"
                                + " layer, but this one begins with " + layer + "; leave it out");
            }
        }
        throw new IllegalArgumentException("--divisor is for a network with weights; leave it out");
    }
}
