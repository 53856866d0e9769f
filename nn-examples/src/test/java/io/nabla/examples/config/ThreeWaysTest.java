package io.nabla.examples.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.activations.Elu;
import io.nabla.activations.LeakyRelu;
import io.nabla.api.Activation;
import io.nabla.api.Catalog;
import io.nabla.api.Clipping;
import io.nabla.api.Cost;
import io.nabla.api.LayerDescription;
import io.nabla.api.Named;
import io.nabla.api.Plugins;
import io.nabla.api.Schedule;
import io.nabla.api.Shape;
import io.nabla.clipping.ClipByNorm;
import io.nabla.clipping.ClipByValue;
import io.nabla.costs.HuberCost;
import io.nabla.costs.LogLikelihoodCost;
import io.nabla.guice.PluginLoader;
import io.nabla.initializers.Constant;
import io.nabla.io.NetworkDescription;
import io.nabla.layers.AveragePool2d;
import io.nabla.layers.BatchNorm;
import io.nabla.layers.Convolution2d;
import io.nabla.layers.Dense;
import io.nabla.layers.Dropout;
import io.nabla.layers.Embedding;
import io.nabla.layers.Flatten;
import io.nabla.layers.Gru;
import io.nabla.layers.LayerNorm;
import io.nabla.layers.MaxPool2d;
import io.nabla.layers.Reshape;
import io.nabla.layers.Residual;
import io.nabla.optimizers.Adadelta;
import io.nabla.optimizers.Adagrad;
import io.nabla.optimizers.Adam;
import io.nabla.optimizers.AdamW;
import io.nabla.optimizers.Momentum;
import io.nabla.optimizers.NAdam;
import io.nabla.optimizers.Nesterov;
import io.nabla.optimizers.RmsProp;
import io.nabla.optimizers.Sgd;
import io.nabla.regularizers.ElasticNet;
import io.nabla.regularizers.L1;
import io.nabla.regularizers.L2;
import io.nabla.regularizers.MaxNorm;
import io.nabla.schedules.ConstantPace;
import io.nabla.schedules.CosineDecay;
import io.nabla.schedules.ExponentialDecay;
import io.nabla.schedules.LinearWarmUp;
import io.nabla.schedules.OneCycle;
import io.nabla.schedules.ReduceOnPlateau;
import io.nabla.schedules.StepDecay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever Guice binds can be had by {@code new}, by its name in the registry, and in a run's file, and is the same each time.
 *
 * <p>The tables are held against the registry, so that a plug-in which is bound and not tried here is seen.
 */
class ThreeWaysTest {
    private static final Plugins PLUGINS = PluginLoader.load();
    private static final Activation RELU = PLUGINS.activations().get("relu");
    private static final Activation TANH = PLUGINS.activations().get("tanh");

    @TempDir
    Path folder;

    /** What a run's file says with these members beside its layers. */
    private RunConfig run(String members) throws IOException {
        Path file = folder.resolve("run.json");
        Files.writeString(
                file,
                "{\"layers\": [{\"kind\": \"dense\", \"units\": 10, \"activation\": \"softmax\"}]"
                        + (members.isEmpty() ? "" : ", " + members) + "}");
        return RunConfig.of(ConfigTree.read(file));
    }

    private static void allAreTried(Catalog<? extends Named> catalog, Set<String> tried) {
        assertThat(catalog.all()).extracting(Named::name).containsExactlyInAnyOrderElementsOf(tried);
    }

    @Test
    void optimizers() throws IOException {
        Map<String, Object> made = new LinkedHashMap<>();
        made.put("adadelta", new Adadelta(0.1, 0.9, 1e-6));
        made.put("adagrad", new Adagrad(0.1));
        made.put("adam", new Adam(0.1));
        made.put("adamw", new AdamW(0.1));
        made.put("momentum", new Momentum(0.1));
        made.put("nadam", new NAdam(0.1));
        made.put("nesterov", new Nesterov(0.1));
        made.put("rmsprop", new RmsProp(0.1));
        made.put("sgd", new Sgd(0.1));
        allAreTried(PLUGINS.optimizers(), made.keySet());
        for (Map.Entry<String, Object> entry : made.entrySet()) {
            RunConfig run = run("\"optimizer\": {\"name\": \"" + entry.getKey() + "\", \"learning-rate\": 0.1}");
            assertThat((Object) run.optimizer().made(PLUGINS.optimizers(), PLUGINS))
                    .isEqualTo(entry.getValue());
        }
    }

    @Test
    void regularizers() throws IOException {
        Map<String, Object> made = Map.of(
                "\"elastic-net\", \"lambda\": 2, \"l1-ratio\": 0.3", new ElasticNet(2, 0.3),
                "\"l1\", \"lambda\": 2", new L1(2),
                "\"l2\", \"lambda\": 2", new L2(2),
                "\"max-norm\", \"bound\": 3", new MaxNorm(3));
        allAreTried(PLUGINS.regularizers(), Set.of("elastic-net", "l1", "l2", "max-norm"));
        for (Map.Entry<String, Object> entry : made.entrySet()) {
            RunConfig run = run("\"regularizer\": {\"name\": " + entry.getKey() + "}");
            assertThat((Object) run.regularizer().orElseThrow().made(PLUGINS.regularizers(), PLUGINS))
                    .isEqualTo(entry.getValue());
        }
    }

    @Test
    void schedules() throws IOException {
        Map<String, Schedule> made = new LinkedHashMap<>();
        made.put("\"constant\"", new ConstantPace());
        made.put("\"cosine\", \"floor\": 0.1", new CosineDecay(0.1));
        made.put("\"exponential\", \"factor\": 0.9", new ExponentialDecay(0.9));
        made.put(
                "\"linear-warm-up\", \"epochs\": 2, \"start\": 0.1, \"then\": \"cosine\", \"then-floor\": 0.2",
                new LinearWarmUp(2, 0.1, new CosineDecay(0.2)));
        made.put(
                "\"one-cycle\", \"up-share\": 0.3, \"start-divisor\": 25, \"end-divisor\": 10000",
                new OneCycle(0.3, 25, 10000));
        made.put("\"step\", \"every\": 3, \"factor\": 0.5", new StepDecay(3, 0.5));
        allAreTried(
                PLUGINS.schedules(),
                Set.of(
                        "constant",
                        "cosine",
                        "exponential",
                        "linear-warm-up",
                        "one-cycle",
                        "reduce-on-plateau",
                        "step"));
        for (Map.Entry<String, Schedule> entry : made.entrySet()) {
            RunConfig run = run("\"schedule\": {\"name\": " + entry.getKey() + "}");
            assertThat((Object) run.schedule().orElseThrow().made(PLUGINS.schedules(), PLUGINS))
                    .isEqualTo(entry.getValue());
        }
        RunConfig plateau =
                run("\"schedule\": {\"name\": \"reduce-on-plateau\", \"dataset\": \"test\", \"factor\": 0.2}");
        assertThat((Object) plateau.schedule().orElseThrow().made(PLUGINS.schedules(), PLUGINS))
                .isInstanceOf(ReduceOnPlateau.class);
    }

    @Test
    void layers() throws IOException {
        Map<String, LayerDescription> made = new LinkedHashMap<>();
        made.put("\"average-pool2d\", \"size\": 2, \"stride\": 3", new AveragePool2d(2, 3));
        made.put("\"batch-norm\", \"activation\": \"relu\"", new BatchNorm(RELU));
        made.put(
                "\"convolution2d\", \"filters\": 4, \"kernel\": 3, \"padding\": 1, \"activation\": \"relu\"",
                new Convolution2d(4, 3, 1, 1, RELU));
        made.put("\"dense\", \"units\": 5, \"activation\": \"tanh\"", new Dense(5, TANH));
        made.put("\"dropout\", \"rate\": 0.5", new Dropout(0.5));
        made.put("\"embedding\", \"vocabulary\": 9, \"size\": 2", new Embedding(9, 2));
        made.put("\"flatten\"", new Flatten());
        made.put("\"gru\", \"units\": 7, \"sequences\": true", new Gru(7, true));
        made.put("\"layer-norm\", \"activation\": \"tanh\"", new LayerNorm(TANH));
        made.put("\"max-pool2d\", \"size\": 2", new MaxPool2d(2));
        made.put("\"reshape\", \"shape\": [1, 28, 28]", new Reshape(Shape.of(1, 28, 28)));
        made.put(
                "\"residual\", \"layers\": [{\"kind\": \"dense\", \"units\": 5, \"activation\": \"relu\"}]",
                new Residual(new Dense(5, RELU)));
        allAreTried(
                PLUGINS.layers(),
                Set.copyOf(
                        made.keySet().stream().map(text -> text.split("\"")[1]).toList()));
        for (Map.Entry<String, LayerDescription> entry : made.entrySet()) {
            Path file = folder.resolve("run.json");
            Files.writeString(file, "{\"layers\": [{\"kind\": " + entry.getKey() + "}]}");
            RunConfig run = RunConfig.of(ConfigTree.read(file));
            assertThat(NetworkDescription.layer(run.network().layers().get(0), PLUGINS))
                    .isEqualTo(entry.getValue());
        }
    }

    @Test
    void clippings() throws IOException {
        Map<String, Clipping> made = Map.of("norm", new ClipByNorm(0.5), "value", new ClipByValue(0.5));
        allAreTried(PLUGINS.clippings(), made.keySet());
        for (Map.Entry<String, Clipping> entry : made.entrySet()) {
            RunConfig run = run("\"clip\": {\"name\": \"" + entry.getKey() + "\", \"bound\": 0.5}");
            assertThat((Object) run.clipping().orElseThrow().made(PLUGINS.clippings(), PLUGINS))
                    .isEqualTo(entry.getValue());
        }
    }

    /** What has settings of its own beside its name. */
    @Test
    void settingsOfActivationsCostsAndInitializers() throws IOException {
        Map<String, Activation> activations = Map.of(
                "{\"name\": \"elu\", \"alpha\": 0.5}", new Elu(0.5),
                "{\"name\": \"leaky-relu\", \"slope\": 0.2}", new LeakyRelu(0.2));
        for (Map.Entry<String, Activation> entry : activations.entrySet()) {
            for (String layer : List.of(
                    "{\"kind\": \"dense\", \"units\": 3, \"activation\": %s}",
                    "{\"kind\": \"convolution2d\", \"filters\": 2, \"kernel\": 3, \"activation\": %s}",
                    "{\"kind\": \"batch-norm\", \"activation\": %s}")) {
                Path file = folder.resolve("run.json");
                Files.writeString(file, "{\"layers\": [" + String.format(layer, entry.getKey()) + "]}");
                RunConfig run = RunConfig.of(ConfigTree.read(file));
                assertThat(NetworkDescription.layer(run.network().layers().get(0), PLUGINS))
                        .isIn(
                                new Dense(3, entry.getValue()),
                                new Convolution2d(2, 3, 1, 0, entry.getValue()),
                                new BatchNorm(entry.getValue()));
            }
        }
        Map<String, Cost> costs = Map.of(
                "{\"name\": \"huber\", \"delta\": 2}", new HuberCost(2),
                "{\"name\": \"log-likelihood\", \"smoothing\": 0.1}", new LogLikelihoodCost(0.1));
        for (Map.Entry<String, Cost> entry : costs.entrySet()) {
            RunConfig run = run("\"cost\": " + entry.getKey());
            assertThat(run.network().cost().from(PLUGINS::cost)).isEqualTo(entry.getValue());
        }
        RunConfig run = run("\"initializer\": {\"name\": \"constant\", \"value\": 0.25}");
        assertThat(run.network().initializer().from(PLUGINS::initializer)).isEqualTo(new Constant(0.25));
    }

    /** Those without settings: what Guice binds is what a run's file names, an object of the class that {@code new} makes. */
    @Test
    void activationsCostsAndInitializers() throws IOException {
        for (Activation activation : PLUGINS.activations().all()) {
            Path file = folder.resolve("run.json");
            Files.writeString(
                    file,
                    "{\"layers\": [{\"kind\": \"dense\", \"units\": 3, \"activation\": \"" + activation.name()
                            + "\"}]}");
            RunConfig run = RunConfig.of(ConfigTree.read(file));
            assertThat(NetworkDescription.layer(run.network().layers().get(0), PLUGINS))
                    .isEqualTo(new Dense(3, activation));
            hasAConstructor(activation);
        }
        for (Named cost : PLUGINS.costs().all()) {
            RunConfig run = run("\"cost\": \"" + cost.name() + "\"");
            assertThat((Object) run.network().cost().from(PLUGINS::cost)).isEqualTo(cost);
            hasAConstructor(cost);
        }
        for (Named initializer : PLUGINS.initializers().all()) {
            RunConfig run = run("\"initializer\": \"" + initializer.name() + "\"");
            assertThat((Object) run.network().initializer().from(PLUGINS::initializer))
                    .isEqualTo(initializer);
            hasAConstructor(initializer);
        }
    }

    private static void hasAConstructor(Object plugin) {
        assertThat(plugin.getClass()).as(plugin.getClass().getName()).isPublic();
        assertThat(plugin.getClass().getConstructors())
                .as(plugin.getClass().getName())
                .isNotEmpty();
    }
}
