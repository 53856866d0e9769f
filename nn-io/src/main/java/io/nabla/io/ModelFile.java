package io.nabla.io;

import io.nabla.api.ArraySequence;
import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.Plugins;
import io.nabla.api.Precision;
import io.nabla.api.Shape;
import io.nabla.core.Network;
import io.nabla.io.json.Json;
import io.nabla.io.json.JsonList;
import io.nabla.io.json.JsonObject;
import io.nabla.io.json.JsonReader;
import io.nabla.io.json.JsonText;
import io.nabla.io.json.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Trained networks in files: safetensors, with a description of the network in JSON among the file's texts.
 *
 * <pre>{@code
 * ModelFile.write(path, network, description);
 * Model model = ModelFile.read(path, plugins, precision -> new AvailableKernels().best(precision));
 * double[] a = model.network().predictor().predict(x);   // the bits of the network that was written
 * }</pre>
 *
 * <p>A file names layers by their kind and activations by their name, never a class: what it can bring about is what the plug-ins
 * given can do.
 */
public final class ModelFile {
    private static final String FORMAT = "format";
    private static final String NABLA = "nabla";
    private static final String VERSION = "format-version";
    private static final String THIS_VERSION = "1";
    private static final String NETWORK = "network";
    private static final String PRECISION = "precision";
    private static final String COST = "cost";
    private static final String PREPROCESSING = "preprocessing";
    private static final String CLASSES = "classes";
    private static final String PROVENANCE = "provenance";

    /** The place of messages: behind the length of the header, which holds all texts. */
    private static final long HEADER = SafetensorsHeader.LENGTH_BYTES;

    private ModelFile() {}

    /**
     * Writes a network, replacing a file of the same name once the new one is whole.
     *
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, Network network, ModelDescription description) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(FORMAT, NABLA);
        texts.put(VERSION, THIS_VERSION);
        texts.put(NETWORK, description.network().json().write());
        texts.put(PRECISION, description.precision().toString());
        texts.put(COST, description.cost().write());
        texts.put(PREPROCESSING, description.preprocessing().write());
        Place place = Place.named(CLASSES);
        List<Json> classes = new ArrayList<>();
        description.classes().forEach(name -> classes.add(new JsonText(place, name)));
        texts.put(CLASSES, object(Map.of(CLASSES, new JsonList(place, classes))).write());
        Map<String, Json> provenance = new LinkedHashMap<>();
        new TreeMap<>(description.provenance())
                .forEach((key, value) -> provenance.put(key, new JsonText(place, value)));
        texts.put(PROVENANCE, object(provenance).write());
        SafetensorsWriter.write(file, texts, NamedMatrix.of(network));
    }

    private static JsonObject object(Map<String, Json> members) {
        return new JsonObject(Place.named(""), members);
    }

    /**
     * Reads a network.
     *
     * @param plugins where the kinds of layers and the activations are looked up
     * @param kernels gives the arithmetic for the precision that the file has
     * @throws ModelFormatException if the file is no model, or needs a plug-in that is not there
     * @throws IOException if the file cannot be read
     */
    public static Model read(Path file, Plugins plugins, Function<Precision, Kernels> kernels) throws IOException {
        try (SafetensorsFile tensors = SafetensorsFile.open(file)) {
            ModelDescription description = description(file, tensors.metadata());
            Network network = build(file, tensors, description, plugins, kernels.apply(description.precision()));
            for (NamedMatrix named : NamedMatrix.of(network)) {
                tensors.read(named.name(), named.matrix());
            }
            return new Model(description, network);
        }
    }

    private static ModelDescription description(Path file, Map<String, String> texts) throws ModelFormatException {
        if (!NABLA.equals(texts.get(FORMAT))) {
            throw new ModelFormatException(
                    file,
                    HEADER,
                    "holds tensors but no description of a network; only models that Nabla saved can be read");
        }
        if (!THIS_VERSION.equals(texts.get(VERSION))) {
            throw new ModelFormatException(
                    file,
                    HEADER,
                    "is a model of format version " + SafetensorsHeader.quoted(String.valueOf(texts.get(VERSION)))
                            + ", but this program reads version " + THIS_VERSION + "; take a newer one");
        }
        for (String key : List.of(NETWORK, PRECISION, COST, PREPROCESSING, CLASSES, PROVENANCE)) {
            if (!texts.containsKey(key)) {
                throw new ModelFormatException(file, HEADER, "the model says nothing of its " + key);
            }
        }
        try {
            return new ModelDescription(
                    NetworkDescription.of(JsonReader.parse(NETWORK, texts.get(NETWORK))),
                    precision(texts.get(PRECISION)),
                    JsonReader.parse(COST, texts.get(COST)),
                    JsonReader.parse(PREPROCESSING, texts.get(PREPROCESSING)),
                    classes(JsonReader.parse(CLASSES, texts.get(CLASSES))),
                    provenance(JsonReader.parse(PROVENANCE, texts.get(PROVENANCE))));
        } catch (IllegalArgumentException e) {
            throw new ModelFormatException(file, HEADER, e.getMessage(), e);
        }
    }

    private static Precision precision(String name) {
        for (Precision precision : Precision.values()) {
            if (precision.toString().equals(name)) {
                return precision;
            }
        }
        throw new IllegalArgumentException(
                "the precision is double or float, but got " + SafetensorsHeader.quoted(name));
    }

    private static List<String> classes(JsonObject json) {
        json.onlyKeys(CLASSES);
        return json.get(CLASSES).asList().stream().map(Json::asText).toList();
    }

    private static Map<String, String> provenance(JsonObject json) {
        Map<String, String> texts = new LinkedHashMap<>();
        json.members().forEach((key, value) -> texts.put(key, value.asText()));
        return texts;
    }

    /** Builds layer by layer, and stops at the first one that has not the numbers that the file has for it. */
    private static Network build(
            Path file, SafetensorsFile tensors, ModelDescription description, Plugins plugins, Kernels kernels)
            throws ModelFormatException {
        Map<Integer, Long> numbers =
                numbersByLayer(file, tensors, description.network().layers().size());
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
        } catch (IllegalArgumentException e) {
            throw new ModelFormatException(file, HEADER, e.getMessage(), e);
        }
        checkNames(file, tensors, network);
        return network;
    }

    private static void checkClasses(int classes, int outputs) {
        if (classes != 0 && classes != outputs) {
            throw new IllegalArgumentException("the model names " + classes + (classes == 1 ? " class" : " classes")
                    + " for its " + outputs + " outputs; names are as many, or none");
        }
    }

    private static Map<Integer, Long> numbersByLayer(Path file, SafetensorsFile tensors, int layers)
            throws ModelFormatException {
        Map<Integer, Long> numbers = new LinkedHashMap<>();
        for (TensorInfo tensor : tensors.tensors()) {
            int dot = tensor.name().indexOf('.');
            String number = dot < 0 ? "" : tensor.name().substring(0, dot);
            if (!number.matches("[1-9][0-9]{0,8}") || Integer.parseInt(number) > layers) {
                throw foreign(file, tensor);
            }
            numbers.merge(Integer.valueOf(number), tensor.elements(), Long::sum);
        }
        return numbers;
    }

    private static void checkNames(Path file, SafetensorsFile tensors, Network network) throws ModelFormatException {
        Set<String> known = new HashSet<>();
        NamedMatrix.of(network).forEach(named -> known.add(named.name()));
        for (TensorInfo tensor : tensors.tensors()) {
            if (!known.contains(tensor.name())) {
                throw foreign(file, tensor);
            }
        }
    }

    private static ModelFormatException foreign(Path file, TensorInfo tensor) {
        return new ModelFormatException(
                file,
                tensor.position(),
                "tensor " + SafetensorsHeader.quoted(tensor.name()) + " belongs to no layer of the network");
    }
}
