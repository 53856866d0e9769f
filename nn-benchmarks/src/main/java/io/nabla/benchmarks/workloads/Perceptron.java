package io.nabla.benchmarks.workloads;

import io.nabla.api.Activation;
import io.nabla.api.Initializer;
import io.nabla.api.Kernels;
import io.nabla.core.Network;
import io.nabla.core.random.NumpyRandom;
import io.nabla.layers.Dense;
import java.util.List;

/**
 * A multilayer perceptron from the 784 pixels of an image to the 10 digits.
 *
 * @param hidden the sizes of the hidden layers
 * @param activation σ of the hidden layers
 * @param output σ of the output layer
 */
public record Perceptron(List<Integer> hidden, Activation activation, Activation output) implements Form {
    private static final int INPUTS = 784;
    private static final int OUTPUTS = 10;

    /** Keeps its own copy of the sizes. */
    public Perceptron {
        hidden = List.copyOf(hidden);
    }

    @Override
    public Network build(Kernels kernels, Initializer initializer, int seed) {
        Network.Builder builder = Network.builder(INPUTS).kernels(kernels);
        for (int units : hidden) {
            builder.layer(new Dense(units, activation));
        }
        return builder.layer(new Dense(OUTPUTS, output)).build(initializer, new NumpyRandom(seed));
    }

    /** In words: {@code 784-30-10 sigmoid}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder().append(INPUTS);
        hidden.forEach(units -> text.append('-').append(units));
        return text.append('-')
                .append(OUTPUTS)
                .append(' ')
                .append(activation.name())
                .toString();
    }
}
