package io.nabla.examples.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.nabla.api.Plugins;
import io.nabla.examples.cli.NetworkPlan;
import io.nabla.guice.PluginLoader;
import io.nabla.testkit.UntrustedInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as the settings of a run: every name is looked up, but no data is read and no network is built. */
class ConfigFuzzTest {
    private static final Plugins PLUGINS = PluginLoader.load();

    @TempDir
    static Path folder;

    /** The examples, and files with the settings that they leave out. */
    static List<byte[]> files() throws IOException {
        List<byte[]> files = new ArrayList<>();
        try (var examples = Files.newDirectoryStream(Path.of("..", "examples"), "*.json")) {
            for (Path example : examples) {
                files.add(Files.readAllBytes(example));
            }
        }
        for (String text : List.of(
                "{'data':{'images':'digits','color':'rgb','augmentation':{'versions':2,'rotation':10,'elastic':{'alpha':34,"
                        + "'sigma':4},'shift':2}},'inputs':[2,3],'layers':[{'kind':'reshape','shape':[3,2]},{'kind':'gru','units':2},"
                        + "{'kind':'residual','layers':[{'kind':'layer-norm'},{'kind':'dense','units':2,'activation':"
                        + "{'name':'elu','alpha':0.5}}]}],'cost':{'name':'huber','delta':2},'initializer':{'name':'constant',"
                        + "'value':0.5},'training':{'threads':2,'kernels':'plain','early-stopping':3,'monitor':['validation']}}",
                "{'data':{'csv':'t.csv','target':'a','delimiter':';','missing':['NA'],'ignore':['b'],'categorical':['c'],"
                        + "'missing-numbers':'mean','validation-share':0.1},'layers':[{'kind':'embedding','vocabulary':9,'size':2},"
                        + "{'kind':'dense','units':1,'activation':'identity'}],'optimizer':{'name':'momentum','learning-rate':0.1,"
                        + "'momentum':0.9},'regularizer':{'name':'elastic-net','lambda':1,'l1-ratio':0.5},'schedule':"
                        + "{'name':'linear-warm-up','steps':10,'then':{'name':'cosine'}},'clip':'norm'}")) {
            files.add(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    @DictionaryEntries({
        "\"kind\":",
        "\"name\":",
        "\"layers\":[",
        "\"inputs\":",
        "\"units\":",
        "\"activation\":",
        "\"then\":",
        "\\\\u000a",
        "1e400",
        "-1",
        "2147483648",
        "\"max-pool2d\"",
        "\"average-pool2d\"",
        "\"batch-norm\"",
        "\"convolution2d\"",
        "\"flatten\"",
        "\"step\"",
        "\"exponential\"",
        "\"reduce-on-plateau\"",
        "\"one-cycle\"",
        "\"max-norm\"",
        "\"rmsprop\"",
        "\"adadelta\""
    })
    @MethodSource("files")
    @FuzzTest(maxDuration = "10m")
    void anyBytes(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("run.json"), bytes);
        UntrustedInput.read(() -> plan(file), IllegalArgumentException.class).ifPresent(plan -> {
            assertThat(plan.layers()).hasSameSizeAs(plan.config().layers()).isNotEmpty();
            assertThat(plan.layersText()).isNotEmpty();
        });
    }

    private static NetworkPlan plan(Path file) throws IOException {
        RunConfig run = RunConfig.of(ConfigTree.read(file));
        run.optimizer().made(PLUGINS.optimizers(), PLUGINS);
        run.schedule().ifPresent(schedule -> schedule.made(PLUGINS.schedules(), PLUGINS));
        run.clipping().ifPresent(clipping -> clipping.made(PLUGINS.clippings(), PLUGINS));
        run.regularizer().ifPresent(regularizer -> regularizer.made(PLUGINS.regularizers(), PLUGINS));
        return NetworkPlan.of(run.network(), PLUGINS);
    }
}
