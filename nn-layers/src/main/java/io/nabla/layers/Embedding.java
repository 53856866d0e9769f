package io.nabla.layers;

import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.LayerDescription;
import io.nabla.api.Precision;
import io.nabla.api.Shape;

/**
 * A layer to be that gives each word of a vocabulary a vector of its own, which is learned: the first layer of networks that read.
 *
 * <p>It takes T whole numbers from 0 to vocabulary - 1, words by their places in the vocabulary, and gives T × size numbers, the vectors
 * of these words one behind the other. Its parameter is {@code weights} (size × vocabulary), a column for each word. Anything else than
 * such a whole number is refused with an IllegalArgumentException. The derivative by the inputs is zero, as they cannot move a little.
 *
 * <pre>{@code
 * Network network = Network.builder(20)                  // 20 words
 *         .layer(new Embedding(10_000, 64))              // 20 × 64
 *         .layer(new Gru(100, false))                    // 100
 *         .layer(new Dense(2, new Softmax()))
 *         .build(new ByActivation(), new NumpyRandom(42));
 * }</pre>
 *
 * @param vocabulary how many words there are, at least 1; in floats at most 2²⁴, as not all whole numbers above are floats
 * @param size how many numbers stand for a word, at least 1
 * @see <a href="https://www.jmlr.org/papers/v3/bengio03a.html">Bengio, Ducharme, Vincent and Jauvin, A Neural Probabilistic Language
 *     Model, 2003</a>
 */
public record Embedding(int vocabulary, int size) implements LayerDescription {
    /** The kind of these layers. */
    static final String KIND = "embedding";

    private static final int MOST_IN_FLOATS = 1 << 24;

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if there is less than one word, or less than one number for it
     */
    public Embedding {
        if (vocabulary < 1) {
            throw new IllegalArgumentException(
                    "the vocabulary of an embedding has at least 1 word, but got " + vocabulary);
        }
        if (size < 1) {
            throw new IllegalArgumentException("an embedding gives at least 1 number for a word, but got " + size);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    /**
     * Builds the layer.
     *
     * @throws IllegalArgumentException if the inputs have more than one dimension, or the vocabulary is too large for floats
     */
    @Override
    public Layer build(Shape inputs, Kernels kernels) {
        if (inputs.dimensions().size() != 1) {
            throw new IllegalArgumentException(
                    "an embedding takes a row of words, inputs of one dimension, but got " + inputs);
        }
        if (kernels.precision() == Precision.FLOAT && vocabulary > MOST_IN_FLOATS) {
            throw new IllegalArgumentException("an embedding in floats takes a vocabulary of at most " + MOST_IN_FLOATS
                    + " words, but got " + vocabulary + "; compute in doubles");
        }
        return new EmbeddingLayer(inputs, vocabulary, size, kernels);
    }
}
