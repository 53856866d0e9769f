package io.nabla.examples.config;

import io.nabla.io.json.Json;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that decides a run, read out of a tree and checked as far as that can be done without plug-ins and data.
 *
 * @param data what is learned
 * @param network what learns
 * @param optimizer how weights move
 * @param schedule how the learning rate changes, if it does
 * @param clipping how gradients that are too large are cut, if at all
 * @param regularizer how large weights are punished, if at all
 * @param training how long, and what is measured
 * @param arithmetic how numbers are stored and multiplied
 */
public record RunConfig(
        DataConfig data,
        NetworkConfig network,
        PluginConfig optimizer,
        Optional<PluginConfig> schedule,
        Optional<PluginConfig> clipping,
        Optional<PluginConfig> regularizer,
        TrainingConfig training,
        ArithmeticConfig arithmetic) {
    /** Checks that nothing is missing. */
    public RunConfig {
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(optimizer, "optimizer");
        Objects.requireNonNull(schedule, "schedule");
        Objects.requireNonNull(clipping, "clipping");
        Objects.requireNonNull(regularizer, "regularizer");
        Objects.requireNonNull(training, "training");
        Objects.requireNonNull(arithmetic, "arithmetic");
    }

    /**
     * The run that a tree describes.
     *
     * @throws IllegalArgumentException if a key is not known, a value is missing, or one is not what it should be
     */
    public static RunConfig of(ConfigTree config) {
        config.root().onlyKeys(ConfigTree.keys().toArray(String[]::new));
        PluginConfig optimizer = PluginConfig.of(config.root().get(ConfigTree.OPTIMIZER));
        check(optimizer, "learning-rate", "a number above 0, such as 3.0", Double.MIN_VALUE);
        Optional<PluginConfig> regularizer =
                config.root().find(ConfigTree.REGULARIZER).map(PluginConfig::of);
        regularizer.ifPresent(penalty -> check(penalty, "lambda", "a number of at least 0, such as 5.0", 0));
        return new RunConfig(
                DataConfig.of(config),
                NetworkConfig.of(config),
                optimizer,
                config.root().find(ConfigTree.SCHEDULE).map(PluginConfig::of),
                config.root().find(ConfigTree.CLIP).map(PluginConfig::of),
                regularizer,
                TrainingConfig.of(config),
                ArithmeticConfig.of(config));
    }

    /** The same run with a network of its own. */
    public RunConfig withNetwork(NetworkConfig other) {
        return new RunConfig(data, other, optimizer, schedule, clipping, regularizer, training, arithmetic);
    }

    private static void check(PluginConfig plugin, String key, String wanted, double least) {
        Optional<Json> value = plugin.settings().find(key);
        value.ifPresent(json -> json.asNumber(wanted, x -> x >= least));
    }
}
