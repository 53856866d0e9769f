package io.nabla.core;

import io.nabla.api.Layer;
import io.nabla.api.Sequence;
import java.util.random.RandomGenerator;

/** The layers of one training step, which some layers do otherwise than a prediction. */
final class Sampling {
    private Sampling() {}

    /** Whether a layer leaves something to chance. */
    static boolean isNeeded(Sequence<Layer> layers) {
        return first(layers) > 0;
    }

    /** Each layer as it is in the next step. */
    static Sequence<Layer> of(Sequence<Layer> layers, RandomGenerator random) {
        return layers.map(layer -> layer.sample(random.nextLong()));
    }

    /** Each layer as it is in a step, where none leaves anything to chance; these very layers, where none does otherwise. */
    static Sequence<Layer> withoutChance(Sequence<Layer> layers) {
        Sequence<Layer> samples = layers.map(layer -> layer.sample(0));
        for (int l = 0; l < layers.size(); l++) {
            if (samples.get(l) != layers.get(l)) {
                return samples;
            }
        }
        return layers;
    }

    /** The complaint that nothing says where chance comes from. */
    static IllegalArgumentException missing(Sequence<Layer> layers) {
        int number = first(layers);
        return new IllegalArgumentException(
                "layer " + number + " (" + layers.get(number - 1).kind()
                        + ") leaves something to chance in training; give the trainer a generator by sampling(new NumpyRandom(seed))");
    }

    /** The number of the first such layer, from 1; 0 if there is none. */
    private static int first(Sequence<Layer> layers) {
        for (int l = 0; l < layers.size(); l++) {
            if (layers.get(l).leavesToChance()) {
                return l + 1;
            }
        }
        return 0;
    }
}
