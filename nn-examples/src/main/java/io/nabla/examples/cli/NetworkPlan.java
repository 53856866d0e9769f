package io.nabla.examples.cli;

import io.nabla.api.Activation;
import io.nabla.api.Cost;
import io.nabla.api.Dataset;
import io.nabla.api.Initializer;
import io.nabla.api.Kernels;
import io.nabla.api.LayerDescription;
import io.nabla.core.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A network to be, as the user wants it.
 *
 * @param sizes neurons of each layer, from the inputs to the outputs
 * @param dropout the share of each hidden layer's outputs that a training step forgets
 * @param activation of the hidden layers
 * @param output activation of the output layer
 * @param cost what it is to minimize
 * @param initializer how it starts
 * @param layers from the first hidden layer to the output layer
 */
public record NetworkPlan(
        List<Integer> sizes,
        double dropout,
        Activation activation,
        Activation output,
        Cost cost,
        Initializer initializer,
        List<LayerDescription> layers) {
    /** Keeps its own copies of the lists. */
    public NetworkPlan {
        sizes = List.copyOf(sizes);
        layers = List.copyOf(layers);
    }

    /** Builds the network and draws its start. */
    public Network build(Kernels kernels, RandomGenerator random) {
        return UserError.unlessRefused(() -> {
            Network.Builder builder = Network.builder(sizes.get(0)).kernels(kernels);
            layers.forEach(builder::layer);
            return builder.build(initializer, random);
        });
    }

    /** Refuses data with another number of inputs or outputs, and tells the sizes that fit. */
    public void checkFits(Dataset data) {
        int first = sizes.get(0);
        int last = sizes.get(sizes.size() - 1);
        int pixels = data.inputs().size();
        int classes = data.targets().size();
        List<Integer> fitting = new ArrayList<>(sizes);
        fitting.set(0, pixels);
        fitting.set(sizes.size() - 1, classes);
        String wayOut = "; use --sizes " + NetworkOptions.text(fitting);
        if (first != pixels) {
            throw new UserError("the images have " + pixels + " pixels but --sizes begins with " + first + wayOut);
        }
        if (last != classes) {
            throw new UserError("the images are of " + classes + " classes but --sizes ends with " + last + wayOut);
        }
    }

    /** The sizes as users write them: {@code 784,30,10}. */
    public String sizesText() {
        return NetworkOptions.text(sizes);
    }
}
