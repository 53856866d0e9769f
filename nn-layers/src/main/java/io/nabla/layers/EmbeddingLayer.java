package io.nabla.layers;

import io.nabla.api.Activation;
import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.Parameter;
import io.nabla.api.Parameters;
import io.nabla.api.Shape;

/** z = the columns of w that a names, one behind the other. */
final class EmbeddingLayer implements Layer {
    private static final String WEIGHTS = "weights";

    private final Shape inputs;
    private final int vocabulary;
    private final int size;
    private final Matrix w;
    private final Parameters parameters;

    EmbeddingLayer(Shape inputs, int vocabulary, int size, Kernels kernels) {
        this.inputs = inputs;
        this.vocabulary = vocabulary;
        this.size = size;
        w = Matrix.zeros(kernels, size, vocabulary);
        // Of all words, one feeds an output: the fan-in is 1, whatever the vocabulary.
        parameters = Parameters.of(new Parameter(WEIGHTS, Parameter.Role.WEIGHTS, w, 1, size));
    }

    @Override
    public String kind() {
        return Embedding.KIND;
    }

    @Override
    public Shape inputs() {
        return inputs;
    }

    @Override
    public Shape outputs() {
        return Shape.of(inputs.size(), size);
    }

    @Override
    public Activation activation() {
        return PassOn.INSTANCE;
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public Matrix weightedInput(Matrix a) {
        int[] words = words(a);
        Matrix z = a.fresh(a.rows() * size, a.columns());
        Pieces.run(a.kernels(), words.length, size, (from, to) -> {
            for (int place = from; place < to; place++) {
                Numbers.copy(w, words[place] * size, z, place * size, size);
            }
        });
        return z;
    }

    @Override
    public Matrix backpropagate(Matrix delta, Matrix a) {
        Rows.checkDelta(this, delta, a);
        Matrix error = a.fresh(a.rows(), a.columns());
        error.fill(0);
        return error;
    }

    /** Adds δ of each place to the column of its word; threads share the rows, as a word may come more than once. */
    @Override
    public void gradient(Matrix delta, Matrix a, Parameters nabla) {
        Rows.checkDelta(this, delta, a);
        int[] words = words(a);
        Matrix gradient = nabla.get(WEIGHTS).settled();
        Pieces.run(a.kernels(), size, words.length, (from, to) -> {
            for (int place = 0; place < words.length; place++) {
                for (int i = from; i < to; i++) {
                    int index = words[place] * size + i;
                    gradient.set(index, gradient.get(index) + delta.get(place * size + i));
                }
            }
        });
    }

    private int[] words(Matrix a) {
        Rows.check(this, a);
        int[] words = new int[a.size()];
        for (int i = 0; i < words.length; i++) {
            double value = a.get(i);
            words[i] = (int) value;
            if (words[i] != value || words[i] < 0 || words[i] >= vocabulary) {
                throw new IllegalArgumentException(
                        "an embedding of " + vocabulary + " words takes whole numbers from 0 to "
                                + (vocabulary - 1) + ", but the input at row " + i % a.rows() + ", column "
                                + i / a.rows() + " is "
                                + value);
            }
        }
        return words;
    }

    /** What a listing shows: {@code embedding 20 -> 20×64, vocabulary 10000}. */
    @Override
    public String toString() {
        return kind() + " " + inputs + " -> " + outputs() + ", vocabulary " + vocabulary;
    }
}
