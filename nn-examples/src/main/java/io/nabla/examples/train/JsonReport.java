package io.nabla.examples.train;

import io.nabla.api.Dataset;
import io.nabla.api.EpochCompleted;
import io.nabla.core.Checkpoint;
import io.nabla.core.TrainingDivergedException;
import io.nabla.examples.cli.JsonLines;
import io.nabla.examples.cli.NetworkPlan;
import io.nabla.examples.cli.RunData;
import io.nabla.examples.cli.Version;
import io.nabla.examples.config.MonitoredSet;
import io.nabla.examples.config.PluginConfig;
import io.nabla.examples.config.RunConfig;
import io.nabla.examples.config.TrainingConfig;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A run for programs: one JSON object a line. */
final class JsonReport implements RunReport {
    private final JsonLines json;
    private Score score;

    JsonReport(JsonLines json) {
        this.json = json;
    }

    @Override
    public void started(RunSettings settings) {
        RunData data = settings.data();
        score = Score.of(data);
        RunConfig config = settings.config();
        TrainingConfig training = config.training();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("version", Version.number());
        fields.put("javaVersion", System.getProperty("java.version"));
        fields.put("data", data.name());
        fields.put("dataOrigin", data.origin());
        fields.put("dataFolder", data.place().orElse(null));
        fields.put("trainingSize", data.training().size());
        fields.put("validationSize", size(data, MonitoredSet.VALIDATION));
        fields.put("testSize", size(data, MonitoredSet.TEST));
        fields.put("classes", data.classes());
        fields.put("inputs", settings.network().inputs().dimensions());
        fields.put("sizes", NetworkPlan.sizes(settings.network()));
        fields.put("layers", config.network().layers());
        fields.put("cost", settings.plan().cost().name());
        fields.put("costSettings", config.network().cost().settings());
        fields.put("initializer", settings.plan().initializer().name());
        fields.put("initializerSettings", config.network().initializer().settings());
        fields.put("epochs", training.epochs());
        fields.put("miniBatch", training.miniBatch());
        fields.put("optimizer", config.optimizer().name());
        fields.put(
                "learningRate",
                config.optimizer().settings().find("learning-rate").orElse(null));
        fields.put("optimizerSettings", config.optimizer().settings());
        fields.put("lambda", config.regularizer().map(Learning::lambda).orElse(0.0));
        fields.put("schedule", config.schedule().map(PluginConfig::name).orElse(null));
        fields.put(
                "scheduleSettings",
                config.schedule().map(PluginConfig::settings).orElse(null));
        fields.put("clipping", config.clipping().map(PluginConfig::name).orElse(null));
        fields.put(
                "clippingSettings",
                config.clipping().map(PluginConfig::settings).orElse(null));
        fields.put("regularizer", config.regularizer().map(PluginConfig::name).orElse(null));
        fields.put(
                "regularizerSettings",
                config.regularizer().map(PluginConfig::settings).orElse(null));
        fields.put("earlyStopping", training.patience().orElse(null));
        fields.put("validationShare", config.data().validationShare().orElse(null));
        fields.put("augmentation", config.data().augmentation().orElse(null));
        fields.put("monitor", training.monitored());
        fields.put("kernels", settings.arithmetic().kernels().name());
        fields.put("precision", settings.arithmetic().kernels().precision());
        fields.put("threads", settings.arithmetic().threads());
        fields.put("seed", training.seed());
        fields.put("plugins", settings.pluginFolders());
        fields.put(
                "checkpoints",
                settings.checkpoints().map(RunCheckpoints::toString).orElse(null));
        fields.put("resumedSteps", settings.resumed().map(Checkpoint::steps).orElse(null));
        json.write("started", fields);
    }

    private static int size(RunData data, MonitoredSet set) {
        return data.set(set).map(Dataset::size).orElse(0);
    }

    /** The cost is the mean met in training; one that is measured on the training set afterwards has its own name. */
    @Override
    public void epoch(EpochCompleted epoch) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("epoch", epoch.epoch());
        fields.put("trainingCost", epoch.trainingCost());
        epoch.evaluations().forEach((set, evaluation) -> {
            boolean training = set.equals(MonitoredSet.TRAINING.toString());
            fields.put(training ? "trainingCostAfterwards" : set + "Cost", evaluation.cost());
            score.put(fields, set, evaluation);
        });
        fields.put("seconds", epoch.seconds());
        json.write("epoch", fields);
    }

    @Override
    public void finished(RunResult result) {
        String set = result.decisive().toString();
        String name = "best" + set.substring(0, 1).toUpperCase(Locale.ROOT) + set.substring(1) + score.decidingName();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("bestEpoch", result.best().map(EpochCompleted::epoch).orElse(null));
        fields.put(
                name,
                result.best().map(best -> score.deciding(best.evaluation(set))).orElse(null));
        fields.put("epochs", result.history().epochs().size());
        fields.put("keptEpoch", result.history().keptEpoch());
        fields.put("stopped", result.history().stopped());
        fields.put("seconds", result.seconds());
        fields.put("saved", result.saved().orElse(null));
        fields.put(
                "checkpointSteps",
                result.checkpoints().map(RunCheckpoints::keptSteps).orElse(null));
        fields.put("weightsSha256", result.weightsSha256());
        json.write("finished", fields);
    }

    @Override
    public void diverged(TrainingDivergedException e) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", "diverged");
        fields.put("epoch", e.epoch());
        fields.put("miniBatch", e.miniBatch());
        fields.put(
                "place", e.divergence().place().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        fields.put("layer", e.layer());
        fields.put("unit", e.divergence().unit());
        fields.put("example", e.divergence().example());
        fields.put("value", String.valueOf(e.divergence().value()));
        fields.put("message", e.getMessage());
        json.write("error", fields);
    }
}
