package io.nabla.examples.cli;

import io.nabla.api.Plugins;
import io.nabla.examples.config.ConfigTree;
import io.nabla.examples.config.NetworkConfig;
import io.nabla.examples.config.PluginConfig;
import io.nabla.io.json.Json;
import io.nabla.io.json.JsonObject;
import io.nabla.io.json.JsonText;
import io.nabla.io.json.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The options of commands that build a network of dense layers; the defaults are those of the book's first experiment. */
public final class NetworkOptions {
    static final String SIZES = "--sizes";
    private static final String ACTIVATION = "--activation";
    private static final String ACTIVATION_SETTING = "--activation-setting";
    private static final String COST = "cost";
    private static final String COST_SETTING = "--cost-setting";
    private static final String INITIALIZER = "initializer";
    private static final String INITIALIZER_SETTING = "--initializer-setting";
    private static final String DROPOUT = "--dropout";
    private static final String OUTPUT = "--output";
    private static final List<Integer> BOOKS_SIZES = List.of(784, 30, 10);

    /** Where sizes come from that nobody has said: they may be fitted to the data. */
    static final String UNSAID_SIZES = ConfigTree.UNSAID + SIZES;

    private static final String BOOKS_ACTIVATION = "sigmoid";

    @Option(
            names = SIZES,
            paramLabel = "N",
            split = ",",
            description = "Neurons of each layer, from the inputs to the outputs; where nobody says them, data with"
                    + " other inputs or outputs has its own (default: 784,30,10).")
    private List<Integer> sizes;

    @Option(
            names = ACTIVATION,
            paramLabel = "NAME",
            description = "Activation of the hidden layers, see 'nn plugins' (default: sigmoid).")
    private String activation;

    @Option(
            names = ACTIVATION_SETTING,
            paramLabel = "KEY=VALUE",
            split = ",",
            description = "Settings of that activation, such as alpha=0.5 of elu.")
    private Map<String, String> activationSettings = new LinkedHashMap<>();

    @Option(
            names = DROPOUT,
            paramLabel = "X",
            description = "The share of each hidden layer's outputs that a training step forgets (default: 0).")
    private Double dropout;

    @Option(names = OUTPUT, paramLabel = "NAME", description = "Activation of the output layer (default: sigmoid).")
    private String output;

    @Option(names = "--cost", paramLabel = "NAME", description = "The cost to minimize (default: quadratic).")
    private String cost;

    @Option(
            names = COST_SETTING,
            paramLabel = "KEY=VALUE",
            split = ",",
            description = "Settings of the cost, such as smoothing=0.1 of log-likelihood.")
    private Map<String, String> costSettings = new LinkedHashMap<>();

    @Option(
            names = "--initializer",
            paramLabel = "NAME",
            description = "How weights and biases start (default: large).")
    private String initializer;

    @Option(
            names = INITIALIZER_SETTING,
            paramLabel = "KEY=VALUE",
            split = ",",
            description = "Settings of the initializer, such as value=0.5 of constant.")
    private Map<String, String> initializerSettings = new LinkedHashMap<>();

    /** The options, not yet set. */
    public NetworkOptions() {}

    /** What the network is to be made of, each name looked up. */
    public NetworkPlan plan(Plugins plugins) {
        return UserError.unlessRefused(
                () -> NetworkPlan.of(NetworkConfig.of(over(ConfigTree.book(), plugins)), plugins));
    }

    /**
     * These settings with what is given here.
     *
     * @throws IllegalArgumentException if layers are given beside a file that has some, or they cannot be
     */
    public ConfigTree over(ConfigTree config, Plugins plugins) {
        ConfigTree changed = config.with("--cost", cost, COST)
                .withEach(COST_SETTING, costSettings, COST)
                .with("--initializer", initializer, INITIALIZER)
                .withEach(INITIALIZER_SETTING, initializerSettings, INITIALIZER);
        changed.refuseBesideLayers(SIZES, sizes);
        changed.refuseBesideLayers(ACTIVATION, activation);
        changed.refuseBesideLayers(ACTIVATION_SETTING, activationSettings.isEmpty() ? null : activationSettings);
        changed.refuseBesideLayers(DROPOUT, dropout);
        changed.refuseBesideLayers(OUTPUT, output);
        return changed.isOfFile("layers") ? changed : withLayers(changed, plugins);
    }

    private ConfigTree withLayers(ConfigTree config, Plugins plugins) {
        List<Integer> all = sizes == null ? BOOKS_SIZES : sizes;
        if (all.size() < 2) {
            throw new UserError(SIZES + " needs two numbers or more, such as 784,30,10, but got " + text(all));
        }
        if (all.stream().anyMatch(size -> size < 1)) {
            throw new UserError(SIZES + " are numbers of neurons of at least 1, but got " + text(all));
        }
        Json hidden = hidden();
        if (activation != null || !activationSettings.isEmpty()) {
            // Also where there is no hidden layer to take it.
            PluginConfig.of(hidden).from(plugins::activation);
        }
        String said = sizes == null ? UNSAID_SIZES : SIZES;
        List<Json> layers = new ArrayList<>();
        for (int l = 1; l < all.size(); l++) {
            boolean isHidden = l < all.size() - 1;
            layers.add(dense(said, all.get(l), isHidden ? hidden : output()));
            if (isHidden && dropout != null && dropout != 0) {
                layers.add(layer(DROPOUT, "kind", "dropout", "rate", dropout));
            }
        }
        ConfigTree withInputs = config.isOfFile("inputs") ? config : config.with(said, all.get(0), "inputs");
        return withInputs.with(said, layers, "layers");
    }

    private Json hidden() {
        Place place = Place.named(
                activation != null
                        ? ACTIVATION
                        : activationSettings.isEmpty() ? ConfigTree.UNSAID + ACTIVATION : ACTIVATION_SETTING);
        JsonText name = new JsonText(place, activation == null ? BOOKS_ACTIVATION : activation);
        return activationSettings.isEmpty()
                ? name
                : new PluginConfig(
                                place,
                                name.text(),
                                new JsonObject(place, ConfigTree.settings(ACTIVATION_SETTING, activationSettings)))
                        .json();
    }

    private Json output() {
        return new JsonText(
                Place.named(output == null ? ConfigTree.UNSAID + OUTPUT : OUTPUT),
                output == null ? BOOKS_ACTIVATION : output);
    }

    private static JsonObject dense(String said, int units, Json activation) {
        return layer(said, "kind", "dense", "units", units, "activation", activation);
    }

    /** A layer of these keys and values. */
    private static JsonObject layer(String option, Object... members) {
        Place place = Place.named(option);
        Map<String, Json> settings = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            settings.put((String) members[i], ConfigTree.json(place, members[i + 1]));
        }
        return new JsonObject(place, settings);
    }

    static String text(List<Integer> sizes) {
        return sizes.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
