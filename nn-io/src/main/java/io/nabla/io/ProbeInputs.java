package io.nabla.io;

import io.nabla.api.Matrix;
import io.nabla.core.Network;
import io.nabla.core.random.NumpyRandom;
import io.nabla.io.json.Json;
import io.nabla.io.json.JsonList;
import io.nabla.io.json.JsonObject;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/** Inputs of a kind that a network takes, the same for each network of the same form. */
final class ProbeInputs {
    private static final int EXAMPLES = 3;
    private static final int SEED = 1;
    private static final String VOCABULARY = "vocabulary";

    private ProbeInputs() {}

    /**
     * Draws inputs: whole numbers for a network that begins with a vocabulary, numbers from -1 to 1 for any other, or from 0 to 1 if it
     * does not take those.
     *
     * @return inputs × examples
     * @throws IllegalArgumentException if the network takes none of them, naming the layer that does not
     */
    static Matrix draw(Network network, NetworkDescription description) {
        OptionalInt vocabulary = vocabulary(description.layers().get(0));
        if (vocabulary.isPresent()) {
            return tried(network, random -> Math.floor(random.nextDouble() * vocabulary.getAsInt()));
        }
        try {
            return tried(network, random -> (float) (2 * random.nextDouble() - 1));
        } catch (IllegalArgumentException signed) {
            try {
                return tried(network, random -> (float) random.nextDouble());
            } catch (IllegalArgumentException e) {
                signed.addSuppressed(e);
                throw signed;
            }
        }
    }

    private static Matrix tried(Network network, ToDoubleFunction<NumpyRandom> number) {
        NumpyRandom random = new NumpyRandom(SEED);
        Matrix x = Matrix.zeros(network.kernels(), network.inputs().size(), Math.min(EXAMPLES, Probes.most(network)));
        for (int i = 0; i < x.size(); i++) {
            x.set(i, number.applyAsDouble(random));
        }
        Probes.of(network, x);
        return x;
    }

    /** How many words the first layer knows, or the first layer within it. */
    private static OptionalInt vocabulary(JsonObject layer) {
        if (layer.find(VOCABULARY).isPresent()) {
            return OptionalInt.of(layer.get(VOCABULARY).asInteger("at least 1", n -> n >= 1));
        }
        for (Json member : layer.members().values()) {
            List<Json> inner = member instanceof JsonList list ? list.elements() : List.of();
            if (!inner.isEmpty() && inner.get(0) instanceof JsonObject first) {
                return vocabulary(first);
            }
        }
        return OptionalInt.empty();
    }
}
