package io.nabla.io;

import io.nabla.api.ArraySequence;
import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.Plugins;
import io.nabla.api.Shape;
import io.nabla.core.Network;
import io.nabla.io.json.JsonObject;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * From a description to a network that has a number for each number of the file, and the file one for each of the network.
 *
 * @param file for messages
 * @param tensors what the file has
 * @param description what it says of the network
 */
record ModelBuilding(Path file, SafetensorsFile tensors, ModelDescription description) {
    /** The place of messages: behind the length of the header, which holds all texts. */
    private static final long HEADER = SafetensorsHeader.LENGTH_BYTES;

    private static final Set<String> PROBES = Set.of(Probes.INPUTS, Probes.OUTPUTS);

    /** Builds layer by layer, and stops at the first one that has not the numbers that the file has for it. */
    Network build(Plugins plugins, Kernels kernels) throws ModelFormatException {
        Map<Integer, Long> numbers =
                numbersByLayer(description.network().layers().size());
        BiFunction<JsonObject, Shape, Layer> built =
                (json, inputs) -> NetworkDescription.layer(json, plugins).build(inputs, kernels);
        ArraySequence<Layer> layers = new ArraySequence<>();
        Shape shape = description.network().inputs();
        Network network;
        try {
            for (JsonObject json : description.network().layers()) {
                int number = layers.size() + 1;
                long there = numbers.getOrDefault(number, 0L);
                ClaimedSize.check(json, shape, there, built);
                Layer layer = built.apply(json, shape);
                if (layer.parameters().count() != there) {
                    throw new IllegalArgumentException(
                            "layer " + number + ", " + NetworkDescription.kind(json) + ", has "
                                    + layer.parameters().count() + " numbers, but the file has " + there + " for it");
                }
                layers.add(layer);
                shape = layer.outputs();
            }
            network = Network.of(kernels, layers);
            checkClasses(description.classes().size(), network.outputs().size());
            ClaimedSize.mostExamples(network);
        } catch (IllegalArgumentException e) {
            throw new ModelFormatException(file, HEADER, e.getMessage(), e);
        }
        checkNames(network);
        return network;
    }

    /** What can be seen of a description that does not belong to a network, before it is written. */
    static void checkDescription(ModelDescription description, Network network) {
        NetworkDescription described = description.network();
        if (!described.inputs().equals(network.inputs())
                || described.layers().size() != network.layers().size()
                || description.precision() != network.kernels().precision()) {
            throw new IllegalArgumentException("the description is of " + described.inputs() + " inputs, "
                    + described.layers().size() + " layers and " + description.precision() + ", but the network "
                    + network + " has " + network.inputs() + " inputs, "
                    + network.layers().size() + " layers and "
                    + network.kernels().precision() + "; describe the network that is saved");
        }
        for (int l = 0; l < described.layers().size(); l++) {
            String kind = NetworkDescription.kind(described.layers().get(l));
            if (!kind.equals(network.layers().get(l).kind())) {
                throw new IllegalArgumentException("layer " + (l + 1) + " is described as " + kind + ", but is "
                        + network.layers().get(l).kind() + "; describe the network that is saved");
            }
        }
        checkClasses(description.classes().size(), network.outputs().size());
    }

    private static void checkClasses(int classes, int outputs) {
        if (classes != 0 && classes != outputs) {
            throw new IllegalArgumentException("the model names " + classes + (classes == 1 ? " class" : " classes")
                    + " for its " + outputs + " outputs; names are as many, or none");
        }
    }

    /** Memory for the inputs of the probes, examples × inputs: as few as a reader is ready to run. */
    Matrix probeInputs(Network network) throws ModelFormatException {
        List<Long> shape = tensors.shape(Probes.INPUTS);
        int inputs = network.inputs().size();
        int most = Probes.most(network);
        if (shape.size() != 2 || shape.get(0) < 1 || shape.get(0) > most || shape.get(1) != inputs) {
            throw new ModelFormatException(
                    file,
                    tensors.position(Probes.INPUTS),
                    "tensor '" + Probes.INPUTS + "' has the shape " + shape + ", but probes are 1 to " + most
                            + " examples × " + inputs + " inputs");
        }
        return Matrix.zeros(network.kernels(), shape.get(0).intValue(), inputs);
    }

    private Map<Integer, Long> numbersByLayer(int layers) throws ModelFormatException {
        Map<Integer, Long> numbers = new LinkedHashMap<>();
        for (TensorInfo tensor : tensors.tensors()) {
            if (PROBES.contains(tensor.name())) {
                continue;
            }
            int dot = tensor.name().indexOf('.');
            String number = dot < 0 ? "" : tensor.name().substring(0, dot);
            if (!number.matches("[1-9][0-9]{0,8}") || Integer.parseInt(number) > layers) {
                throw foreign(tensor);
            }
            numbers.merge(Integer.valueOf(number), tensor.elements(), Long::sum);
        }
        return numbers;
    }

    private void checkNames(Network network) throws ModelFormatException {
        Set<String> known = new HashSet<>(PROBES);
        NamedMatrix.of(network).forEach(named -> known.add(named.name()));
        for (TensorInfo tensor : tensors.tensors()) {
            if (!known.contains(tensor.name())) {
                throw foreign(tensor);
            }
        }
    }

    private ModelFormatException foreign(TensorInfo tensor) {
        return new ModelFormatException(
                file,
                tensor.position(),
                "tensor " + SafetensorsHeader.quoted(tensor.name()) + " belongs to no layer of the network");
    }
}
