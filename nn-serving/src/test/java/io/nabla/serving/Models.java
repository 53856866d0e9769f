package io.nabla.serving;

import io.nabla.activations.Identity;
import io.nabla.activations.Relu;
import io.nabla.activations.Sigmoid;
import io.nabla.activations.Softmax;
import io.nabla.api.Activation;
import io.nabla.api.Catalog;
import io.nabla.api.Layer;
import io.nabla.api.Parameter;
import io.nabla.api.Plugins;
import io.nabla.api.Precision;
import io.nabla.core.Network;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.random.NumpyRandom;
import io.nabla.io.Model;
import io.nabla.io.ModelDescription;
import io.nabla.io.NetworkDescription;
import io.nabla.io.json.JsonReader;
import io.nabla.layers.Convolution2dFactory;
import io.nabla.layers.DenseFactory;
import io.nabla.layers.MaxPool2dFactory;
import java.util.List;
import java.util.Map;

/** Small networks with drawn weights. */
final class Models {
    static final Plugins PLUGINS = new Plugins(
            Catalog.<Activation>of("activation", List.of(new Identity(), new Relu(), new Sigmoid(), new Softmax())),
            Catalog.of("cost", List.of()),
            Catalog.of("layer", List.of(new DenseFactory(), new Convolution2dFactory(), new MaxPool2dFactory())),
            Catalog.of("optimizer", List.of()),
            Catalog.of("schedule", List.of()),
            Catalog.of("clipping", List.of()),
            Catalog.of("regularizer", List.of()),
            Catalog.of("initializer", List.of()));

    private Models() {}

    /** A network of {@code inputs} (as in JSON), 5 rectified units, and outputs with this activation. */
    static Model model(
            String inputs,
            int outputs,
            String activation,
            Precision precision,
            Preprocessing preprocessing,
            List<String> classes,
            int seed) {
        NetworkDescription description =
                NetworkDescription.of(JsonReader.parse("d", """
                {"inputs":%s,"layers":[{"kind":"dense","units":5,"activation":"relu"},\
                {"kind":"dense","units":%d,"activation":"%s"}]}""".formatted(inputs, outputs, activation)));
        return drawn(description, precision, preprocessing, classes, seed);
    }

    static Model drawn(
            NetworkDescription description,
            Precision precision,
            Preprocessing preprocessing,
            List<String> classes,
            int seed) {
        Network network = description.buildZeroed(PLUGINS, PlainKernels.of(precision));
        NumpyRandom random = new NumpyRandom(seed);
        for (Layer layer : network.layers()) {
            for (Parameter parameter : layer.parameters()) {
                for (int i = 0; i < parameter.value().size(); i++) {
                    parameter.value().set(i, random.nextGaussian());
                }
            }
        }
        return new Model(
                new ModelDescription(
                        description,
                        precision,
                        JsonReader.parse("c", "{\"name\":\"quadratic\"}"),
                        preprocessing.json(),
                        classes,
                        Map.of()),
                network);
    }

    /** Three numbers in, classes out. */
    static ServedModel classifier(List<String> classes, int seed) {
        return ServedModel.of(
                model("3", classes.size(), "softmax", Precision.DOUBLE, new Preprocessing.Numbers(), classes, seed));
    }
}
