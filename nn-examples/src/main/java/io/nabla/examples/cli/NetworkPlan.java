package io.nabla.examples.cli;

import io.nabla.api.Cost;
import io.nabla.api.Dataset;
import io.nabla.api.Initializer;
import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.LayerDescription;
import io.nabla.api.Plugins;
import io.nabla.api.Shape;
import io.nabla.core.Network;
import io.nabla.data.AugmentedImages;
import io.nabla.data.ImageDataset;
import io.nabla.examples.config.ConfigTree;
import io.nabla.examples.config.NetworkConfig;
import io.nabla.examples.config.PluginConfig;
import io.nabla.io.NetworkDescription;
import io.nabla.io.json.Json;
import io.nabla.io.json.JsonList;
import io.nabla.io.json.JsonObject;
import io.nabla.io.json.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * A network to be, as the user wants it, each name looked up.
 *
 * @param config what the user wants
 * @param layers the layers to be
 * @param cost what it is to minimize
 * @param initializer how it starts
 */
public record NetworkPlan(NetworkConfig config, List<LayerDescription> layers, Cost cost, Initializer initializer) {
    /** Keeps its own copy of the layers. */
    public NetworkPlan {
        Objects.requireNonNull(config, "config");
        layers = List.copyOf(layers);
        Objects.requireNonNull(cost, "cost");
        Objects.requireNonNull(initializer, "initializer");
    }

    /**
     * The plan of a network.
     *
     * @throws IllegalArgumentException if a name is not known, or a layer does not take its settings
     */
    public static NetworkPlan of(NetworkConfig config, Plugins plugins) {
        return new NetworkPlan(
                config,
                config.layers().stream()
                        .map(layer -> NetworkDescription.layer(layer, plugins))
                        .toList(),
                config.cost().from(plugins::cost),
                config.initializer().from(plugins::initializer));
    }

    /** This plan; where nobody has said the sizes, with as many inputs and outputs as the data has. */
    public NetworkPlan fittedTo(Dataset data, Plugins plugins) {
        Place unsaid = Place.named(NetworkOptions.UNSAID_SIZES);
        int last = config.layers().size() - 1;
        JsonObject output = config.layers().get(last);
        if (!output.place().equals(unsaid)) {
            return this;
        }
        Optional<Json> inputs = config.inputs().filter(said -> !said.place().equals(unsaid));
        List<JsonObject> fitted = new ArrayList<>(config.layers());
        fitted.set(
                last,
                output.with(
                        "units", ConfigTree.json(output.place(), data.targets().size())));
        return of(new NetworkConfig(inputs, fitted, config.cost(), config.initializer()), plugins);
    }

    /** The shape of the inputs, where the user tells one. */
    public Optional<Shape> inputs() {
        return config.inputs().map(NetworkDescription::shape);
    }

    /** Builds the network and draws its start. */
    public Network build(Shape inputs, Kernels kernels, RandomGenerator random) {
        return UserError.unlessRefused(() -> {
            Network.Builder builder = Network.builder(
                            inputs.dimensions().stream().mapToInt(n -> n).toArray())
                    .kernels(kernels);
            layers.forEach(builder::layer);
            return builder.build(initializer, random);
        });
    }

    /** Builds the network for data, whose numbers of inputs and outputs it must have, and draws its start. */
    public Network buildFor(Dataset data, Kernels kernels, RandomGenerator random) {
        config.inputs().ifPresent(wanted -> checkInputs(wanted, data));
        // A file may give the numbers of a row another shape, such as that of an image; sizes have none.
        Shape inputs = config.inputs()
                .filter(wanted -> !isOfSizes(wanted.place()))
                .map(NetworkDescription::shape)
                .orElseGet(data::inputs);
        Network network = build(inputs, kernels, random);
        if (network.outputs().size() != data.targets().size()) {
            throw wrongOutputs(network, data);
        }
        return network;
    }

    private void checkInputs(Json wanted, Dataset data) {
        Shape inputs = NetworkDescription.shape(wanted);
        Place place = wanted.place();
        if (inputs.size() == data.inputs().size()) {
            return;
        }
        throw new UserError(
                isOfSizes(place)
                        ? (isOfImages(data) ? "the images have " : "the rows have ")
                                + data.inputs().size()
                                + (isOfImages(data) ? " pixels" : " inputs") + " but --sizes begins with "
                                + inputs.size()
                                + "; use --sizes " + fittingSizes(data)
                        : place.say(place.name() + " is " + inputs + " but the data has " + data.inputs()
                                + " inputs per example; give the shape of the data, or leave it out"));
    }

    private UserError wrongOutputs(Network network, Dataset data) {
        JsonObject last = config.layers().get(config.layers().size() - 1);
        Place place = last.place();
        int outputs = network.outputs().size();
        int classes = data.targets().size();
        return new UserError(
                isOfSizes(place)
                        ? (isOfImages(data) ? "the images are of " : "the rows want ") + classes
                                + (isOfImages(data) ? " classes" : " outputs") + " but --sizes ends with "
                                + outputs
                                + "; use --sizes " + fittingSizes(data)
                        : place.say(place.name() + " gives " + outputs + " outputs but the data wants " + classes
                                + "; let the last layer give " + classes));
    }

    private static boolean isOfImages(Dataset data) {
        return data instanceof ImageDataset || data instanceof AugmentedImages;
    }

    private static boolean isOfSizes(Place place) {
        return place.equals(Place.named(NetworkOptions.SIZES));
    }

    /** The sizes that would fit: those of the options, but for the first and the last. */
    private String fittingSizes(Dataset data) {
        List<Integer> sizes = new ArrayList<>();
        sizes.add(data.inputs().size());
        for (JsonObject layer : config.layers()) {
            layer.find("units").ifPresent(units -> sizes.add(units.asInteger("a size", n -> true)));
        }
        sizes.set(sizes.size() - 1, data.targets().size());
        return NetworkOptions.text(sizes);
    }

    /** The sizes of a network from its inputs to its outputs: one for each layer that learns. */
    public static List<Integer> sizes(Network network) {
        List<Integer> sizes = new ArrayList<>();
        sizes.add(network.inputs().size());
        for (Layer layer : network.layers()) {
            if (layer.parameters().size() > 0) {
                sizes.add(layer.outputs().size());
            }
        }
        return sizes;
    }

    /** The layers in words: {@code dense 30 sigmoid, dropout 0.5, dense 10 softmax}. */
    public String layersText() {
        return inWords(config.layers());
    }

    private static String inWords(List<? extends Json> layers) {
        List<String> texts = new ArrayList<>();
        for (Json layer : layers) {
            List<String> words = new ArrayList<>();
            layer.asObject().members().values().forEach(value -> words.add(inWords(value)));
            texts.add(String.join(" ", words));
        }
        return String.join(", ", texts);
    }

    private static String inWords(Json setting) {
        if (setting instanceof JsonObject plugin) {
            return PluginConfig.of(plugin).inWords();
        }
        if (!(setting instanceof JsonList list)) {
            return setting.inWords().replace("\"", "");
        }
        return list.elements().stream().allMatch(JsonObject.class::isInstance)
                ? "(" + inWords(list.elements()) + ")"
                : list.elements().stream().map(Json::inWords).collect(Collectors.joining("x"));
    }
}
