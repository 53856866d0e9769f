package io.nabla.core;

import io.nabla.api.Dataset;
import io.nabla.api.Layer;
import io.nabla.api.Metric;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run is made of, in words: a checkpoint has them, so that no other run goes on from it by mistake.
 *
 * <p>Kernels and the number of threads are not among them, as they change no bit.
 */
final class RunWords {
    private RunWords() {}

    static Map<String, String> of(TrainerBuilder settings, Network network, Dataset training, ExampleOrder order) {
        Map<String, String> words = new LinkedHashMap<>();
        List<String> layers = new ArrayList<>();
        for (Layer layer : network.layers()) {
            layers.add(layer.toString());
        }
        words.put("network", String.join("; ", layers));
        words.put("precision", network.kernels().precision().toString());
        words.put("cost", inWords(settings.cost, settings.cost.name()));
        words.put("optimizer", inWords(settings.optimizer, settings.optimizer.name()));
        words.put("schedule", inWords(settings.schedule, settings.schedule.name()));
        words.put("regularizer", inWords(settings.regularizer, settings.regularizer.name()));
        words.put(
                "clipping",
                settings.clipping.map(rule -> inWords(rule, rule.name())).orElse("none"));
        words.put(
                "early stopping", settings.earlyStopping.map(RunWords::inWords).orElse("none"));
        words.put("shuffle", settings.shuffle.map(RunWords::kind).orElse("none"));
        words.put("sampling", settings.sampling.map(RunWords::kind).orElse("none"));
        words.put("epochs", String.valueOf(settings.epochs));
        words.put("mini-batch size", String.valueOf(settings.miniBatchSize));
        words.put("examples", String.valueOf(order.size()));
        words.put(
                "metrics",
                String.valueOf(settings.metrics.stream().map(Metric::name).toList()));
        words.put("data sets", String.valueOf(settings.monitored.keySet()));
        words.put("training data", DataDigest.of(training));
        settings.monitored.forEach((name, data) -> words.put("data set '" + name + "'", DataDigest.of(data)));
        return words;
    }

    /**
     * Refuses to go on from the checkpoint of another run.
     *
     * @throws IllegalArgumentException telling the first thing that differs, and both values
     */
    static void checkSame(Map<String, String> then, Map<String, String> now) {
        now.forEach((key, value) -> {
            String before = then.getOrDefault(key, "not told");
            if (!before.equals(value)) {
                throw new IllegalArgumentException("the checkpoint is of another run: " + key + " was " + before
                        + " but is " + value + "; a run goes on as it began");
            }
        });
    }

    private static String inWords(EarlyStopping rule) {
        return "'" + rule.dataset() + "', patience " + rule.patience() + ", least gain " + rule.leastGain();
    }

    /** A record of numbers tells them all; of anything else the name must do, as its text may change from one JVM to the next. */
    private static String inWords(Object plugin, String name) {
        return plugin instanceof Record
                        && Arrays.stream(plugin.getClass().getRecordComponents())
                                .map(RecordComponent::getType)
                                .allMatch(type -> type.isPrimitive() || type.isEnum() || type == String.class)
                ? plugin.toString()
                : name;
    }

    private static String kind(Object thing) {
        return thing.getClass().getSimpleName();
    }
}
