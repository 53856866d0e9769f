package io.nabla.examples.cli;

import io.nabla.api.Activation;
import io.nabla.api.Cost;
import io.nabla.api.Initializer;
import io.nabla.api.LayerDescription;
import io.nabla.api.LayerFactory;
import io.nabla.api.Plugins;
import io.nabla.api.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The options of commands that build a network of dense layers; the defaults are those of the book's first experiment. */
public final class NetworkOptions {
    private static final String LAYER = "dense";
    private static final String DROPOUT = "dropout";

    @Option(
            names = "--sizes",
            paramLabel = "N",
            split = ",",
            defaultValue = "784,30,10",
            description = "Neurons of each layer, from the inputs to the outputs (default: ${DEFAULT-VALUE}).")
    private List<Integer> sizes = new ArrayList<>();

    @Option(
            names = "--activation",
            paramLabel = "NAME",
            defaultValue = "sigmoid",
            description = "Activation of the hidden layers, see 'nn plugins' (default: ${DEFAULT-VALUE}).")
    private String activation;

    @Option(
            names = "--dropout",
            paramLabel = "X",
            defaultValue = "0",
            description =
                    "The share of each hidden layer's outputs that a training step forgets (default: ${DEFAULT-VALUE}).")
    private double dropout;

    @Option(
            names = "--output",
            paramLabel = "NAME",
            defaultValue = "sigmoid",
            description = "Activation of the output layer (default: ${DEFAULT-VALUE}).")
    private String output;

    @Option(
            names = "--cost",
            paramLabel = "NAME",
            defaultValue = "quadratic",
            description = "The cost to minimize (default: ${DEFAULT-VALUE}).")
    private String cost;

    @Option(
            names = "--initializer",
            paramLabel = "NAME",
            defaultValue = "large",
            description = "How weights and biases start (default: ${DEFAULT-VALUE}).")
    private String initializer;

    /** The options, not yet set. */
    public NetworkOptions() {}

    /** What the network is to be made of, each name looked up. */
    public NetworkPlan plan(Plugins plugins) {
        if (sizes.size() < 2) {
            throw new UserError("--sizes needs two numbers or more, such as 784,30,10, but got " + text(sizes));
        }
        if (sizes.stream().anyMatch(size -> size < 1)) {
            throw new UserError("--sizes are numbers of neurons of at least 1, but got " + text(sizes));
        }
        return UserError.unlessRefused(() -> {
            LayerFactory factory = plugins.layers().get(LAYER);
            Activation hidden = plugins.activations().get(activation);
            Activation last = plugins.activations().get(output);
            Cost chosenCost = plugins.costs().get(cost);
            Initializer start = plugins.initializers().get(initializer);
            List<LayerDescription> layers = new ArrayList<>();
            for (int l = 1; l < sizes.size(); l++) {
                Activation sigma = l < sizes.size() - 1 ? hidden : last;
                Map<String, String> settings =
                        Map.of("units", String.valueOf(sizes.get(l)), "activation", sigma.name());
                layers.add(factory.create(Settings.of(settings), plugins));
                if (dropout != 0 && l < sizes.size() - 1) {
                    Settings rate = Settings.of(Map.of("rate", Double.toString(dropout)));
                    layers.add(plugins.layers().get(DROPOUT).create(rate, plugins));
                }
            }
            return new NetworkPlan(sizes, dropout, hidden, last, chosenCost, start, layers);
        });
    }

    static String text(List<Integer> sizes) {
        return sizes.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
