package io.nabla.core;

import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.MiniBatch;
import io.nabla.api.Parameter;
import io.nabla.api.Sequence;

/**
 * Where numbers first stopped to be finite.
 *
 * @param layer from 1; 0 for the input, one more than there are layers for the cost
 * @param what the place in words
 */
record Divergence(int layer, String what) {
    /** Follows a mini-batch through the layers to the first number that is NaN or infinite. */
    static Divergence locate(Sequence<Layer> layers, MiniBatch miniBatch) {
        if (!miniBatch.x().isFinite() || !miniBatch.y().isFinite()) {
            return new Divergence(0, "the data itself has a NaN or an infinite number");
        }
        Matrix a = miniBatch.x();
        for (int l = 1; l <= layers.size(); l++) {
            Layer layer = layers.get(l - 1);
            for (Parameter parameter : layer.parameters()) {
                if (!parameter.value().isFinite()) {
                    return new Divergence(
                            l,
                            "the " + parameter.name() + " of layer " + l + " (" + layer.kind()
                                    + ") became NaN or infinite");
                }
            }
            Matrix z = layer.weightedInput(a);
            if (!z.isFinite()) {
                return new Divergence(l, "the weighted input of layer " + l + " became NaN or infinite");
            }
            a = layer.activation().apply(z);
            if (!a.isFinite()) {
                return new Divergence(
                        l,
                        "the activation '" + layer.activation().name() + "' of layer " + l + " became NaN or infinite");
            }
        }
        return new Divergence(
                layers.size() + 1,
                "the cost became NaN or infinite, computed from finite outputs of layer " + layers.size());
    }

    /** Whether every parameter is finite. */
    static boolean isFinite(Sequence<Layer> layers) {
        for (Layer layer : layers) {
            for (Parameter parameter : layer.parameters()) {
                if (!parameter.value().isFinite()) {
                    return false;
                }
            }
        }
        return true;
    }
}
