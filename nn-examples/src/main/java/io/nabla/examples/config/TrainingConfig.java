package io.nabla.examples.config;

import io.nabla.io.json.Json;
import io.nabla.io.json.JsonObject;
import io.nabla.io.json.Place;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * How long and in what portions a run learns, and what it measures.
 *
 * @param epochs how often every example is learned
 * @param miniBatch examples in a mini-batch
 * @param seed where all randomness begins
 * @param patience after how many epochs without a gain it ends; never if empty
 * @param monitored the sets to measure on after each epoch
 */
public record TrainingConfig(
        int epochs, int miniBatch, int seed, Optional<Integer> patience, List<MonitoredSet> monitored) {
    /** Keeps its own copy of the sets. */
    public TrainingConfig {
        monitored = List.copyOf(monitored);
    }

    static TrainingConfig of(ConfigTree config) {
        JsonObject training = config.section(ConfigTree.TRAINING);
        training.onlyKeys(
                "epochs", "mini-batch", "seed", "precision", "kernels", "threads", "early-stopping", "monitor");
        int epochs = atLeastOne(training.get("epochs"));
        int miniBatch = atLeastOne(training.get("mini-batch"));
        List<MonitoredSet> monitored = monitored(training.get("monitor"));
        Optional<Json> stopping = training.find("early-stopping");
        Optional<Integer> patience = stopping.map(TrainingConfig::atLeastOne);
        if (patience.isPresent() && !monitored.contains(MonitoredSet.VALIDATION)) {
            Place place = stopping.get().place();
            throw place.refuse("watches the validation set; add "
                    + (place.where().isEmpty() ? "--monitor validation,test" : "\"validation\" to training.monitor"));
        }
        return new TrainingConfig(epochs, miniBatch, seed(config), patience, monitored);
    }

    /** Where all randomness of a run begins. */
    public static int seed(ConfigTree config) {
        return config.section(ConfigTree.TRAINING).get("seed").asInteger("0 to " + Integer.MAX_VALUE, n -> n >= 0);
    }

    private static int atLeastOne(Json json) {
        return json.asInteger("at least 1", n -> n >= 1);
    }

    private static List<MonitoredSet> monitored(Json json) {
        List<MonitoredSet> sets = json.asList().stream()
                .map(name -> Names.oneOf(MonitoredSet.values(), name))
                .toList();
        if (sets.isEmpty()) {
            throw json.place().refuse("is empty; name at least one set, such as \"test\"");
        }
        if (sets.stream().distinct().count() != sets.size()) {
            throw json.place().refuse("names a set twice: " + sets);
        }
        return sets;
    }

    /** The set by which an epoch is the best: with early stopping the one it watches. */
    public MonitoredSet decisive() {
        return patience.isPresent() ? MonitoredSet.VALIDATION : Collections.min(monitored);
    }
}
