package io.nabla.examples.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.api.Activation;
import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.LayerFactory;
import io.nabla.api.Matrix;
import io.nabla.api.Parameter;
import io.nabla.api.Plugins;
import io.nabla.api.Precision;
import io.nabla.core.Fingerprint;
import io.nabla.core.Network;
import io.nabla.core.kernels.AvailableKernels;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.random.NumpyRandom;
import io.nabla.guice.PluginLoader;
import io.nabla.io.Model;
import io.nabla.io.ModelDescription;
import io.nabla.io.ModelFile;
import io.nabla.io.NetworkDescription;
import io.nabla.io.json.JsonReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every layer and activation of the registry, in both precisions: saved, read again, and predicting with the same bits. */
class EveryPluginIsSavedTest {
    private static final Plugins PLUGINS = PluginLoader.load();

    /** For each kind of layer the inputs of a network, and the layers that show it: a new kind must be added here. */
    private static final Map<String, String> LAYERS = Map.ofEntries(
            Map.entry("average-pool2d", "[2,6,6]|{'kind':'average-pool2d','size':2}"),
            Map.entry("batch-norm", "[2,3,3]|{'kind':'batch-norm','activation':'relu'}"),
            Map.entry("convolution2d", "[2,6,6]|{'kind':'convolution2d','filters':3,'kernel':3,'activation':'tanh'}"),
            Map.entry("dense", "5|{'kind':'dense','units':4,'activation':'sigmoid'}"),
            Map.entry("dropout", "5|{'kind':'dropout','rate':0.5},{'kind':'dense','units':4,'activation':'sigmoid'}"),
            Map.entry("embedding", "[4]|{'kind':'embedding','vocabulary':7,'size':3}"),
            Map.entry("flatten", "[2,3,3]|{'kind':'flatten'}"),
            Map.entry("gru", "[4,3]|{'kind':'gru','units':5}"),
            Map.entry("layer-norm", "[2,5]|{'kind':'layer-norm','activation':'relu'}"),
            Map.entry("max-pool2d", "[2,6,6]|{'kind':'max-pool2d','size':2}"),
            Map.entry("reshape", "12|{'kind':'reshape','shape':[3,2,2]}"),
            Map.entry(
                    "residual",
                    "5|{'kind':'residual','layers':[{'kind':'dense','units':5,'activation':'tanh'},{'kind':'batch-norm'}]}"));

    @TempDir
    Path folder;

    @Test
    void everyKindOfLayerIsAmongThem() {
        assertThat(LAYERS.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        PLUGINS.layers().all().stream().map(LayerFactory::name).toList());
    }

    static Stream<Arguments> networks() {
        Stream<String> activations = PLUGINS.activations().all().stream()
                .map(Activation::name)
                .map(name -> "5|{'kind':'dense','units':4,'activation':'" + name + "'}");
        return Stream.concat(LAYERS.values().stream().sorted(), activations)
                .flatMap(network -> Stream.of(Precision.values()).map(precision -> Arguments.of(network, precision)));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theSameBitsComeOutOfAFile(String inputsAndLayers, Precision precision) throws IOException {
        int bar = inputsAndLayers.indexOf('|');
        String json = "{\"inputs\":" + inputsAndLayers.substring(0, bar) + ",\"layers\":["
                + inputsAndLayers.substring(bar + 1).replace('\'', '"') + "]}";
        NetworkDescription described = NetworkDescription.of(JsonReader.parse("network", json));
        Kernels best = new AvailableKernels().best(precision);
        Network network = described.buildZeroed(PLUGINS, best);
        NumpyRandom random = new NumpyRandom(4);
        for (Layer layer : network.layers()) {
            for (Parameter parameter : layer.parameters()) {
                draw(parameter, random);
            }
        }
        Path file = folder.resolve("a.safetensors");
        ModelFile.write(
                file,
                network,
                new ModelDescription(
                        described,
                        precision,
                        JsonReader.parse("cost", "{\"name\":\"quadratic\"}"),
                        JsonReader.parse("preprocessing", "{\"kind\":\"numbers\"}"),
                        List.of(),
                        Map.of()));

        Matrix x = Matrix.zeros(best, network.inputs().size(), 7);
        for (int i = 0; i < x.size(); i++) {
            x.set(i, json.contains("embedding") ? i % 7 : random.nextGaussian());
        }
        for (Kernels kernels : List.of(best, PlainKernels.of(precision))) {
            Model model = ModelFile.read(file, PLUGINS, any -> kernels);
            assertThat(Fingerprint.sha256(model.network())).isEqualTo(Fingerprint.sha256(network));
            assertThat(model.network().feedforward(x).sameBits(network.feedforward(x)))
                    .describedAs(kernels.name())
                    .isTrue();
        }
    }

    /** A variance is above 0; anything else may be any number. */
    private static void draw(Parameter parameter, NumpyRandom random) {
        for (int i = 0; i < parameter.value().size(); i++) {
            double number = random.nextGaussian();
            parameter.value().set(i, parameter.role() == Parameter.Role.STATISTICS ? Math.abs(number) + 0.1 : number);
        }
    }
}
