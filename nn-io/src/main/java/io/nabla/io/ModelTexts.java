package io.nabla.io;

import io.nabla.api.Precision;
import io.nabla.io.json.Json;
import io.nabla.io.json.JsonList;
import io.nabla.io.json.JsonObject;
import io.nabla.io.json.JsonReader;
import io.nabla.io.json.JsonText;
import io.nabla.io.json.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a model's file says in words beside its tensors.
 *
 * @param description of the network
 * @param digests the SHA-256 of each tensor, by its name
 * @param probes what each layer gave for a few inputs
 */
record ModelTexts(ModelDescription description, Map<String, String> digests, Probes probes) {
    /** The digest of all other texts. */
    static final String TEXTS_SHA256 = "texts-sha256";

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
    private static final String PROBES = "probes";
    private static final String TENSORS_SHA256 = "tensors-sha256";

    /** The place of messages: behind the length of the header, which holds all texts. */
    private static final long HEADER = SafetensorsHeader.LENGTH_BYTES;

    ModelTexts {
        digests = Map.copyOf(digests);
    }

    /** The texts by their keys. */
    Map<String, String> write() {
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
        texts.put(PROVENANCE, object(description.provenance()).write());
        texts.put(PROBES, probes.json().write());
        texts.put(TENSORS_SHA256, object(digests).write());
        texts.put(TEXTS_SHA256, Sha256.of(texts));
        return texts;
    }

    /** Texts by their keys, in the order of these. */
    private static JsonObject object(Map<String, ?> members) {
        Place place = Place.named("");
        Map<String, Json> values = new LinkedHashMap<>();
        new TreeMap<>(members)
                .forEach((key, value) ->
                        values.put(key, value instanceof Json json ? json : new JsonText(place, (String) value)));
        return new JsonObject(place, values);
    }

    /**
     * What the texts of a file say.
     *
     * @throws ModelFormatException if they are not those of a model, or others than were written
     */
    static ModelTexts read(Path file, Map<String, String> texts) throws ModelFormatException {
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
        for (String key : List.of(
                NETWORK, PRECISION, COST, PREPROCESSING, CLASSES, PROVENANCE, PROBES, TENSORS_SHA256, TEXTS_SHA256)) {
            if (!texts.containsKey(key)) {
                throw new ModelFormatException(file, HEADER, "the model says nothing of its " + key);
            }
        }
        checkDigest(file, texts);
        try {
            return new ModelTexts(
                    new ModelDescription(
                            NetworkDescription.of(JsonReader.parse(NETWORK, texts.get(NETWORK))),
                            precision(texts.get(PRECISION)),
                            JsonReader.parse(COST, texts.get(COST)),
                            JsonReader.parse(PREPROCESSING, texts.get(PREPROCESSING)),
                            classes(JsonReader.parse(CLASSES, texts.get(CLASSES))),
                            texts(JsonReader.parse(PROVENANCE, texts.get(PROVENANCE)))),
                    texts(JsonReader.parse(TENSORS_SHA256, texts.get(TENSORS_SHA256))),
                    Probes.of(JsonReader.parse(PROBES, texts.get(PROBES))));
        } catch (IllegalArgumentException e) {
            throw new ModelFormatException(file, HEADER, e.getMessage(), e);
        }
    }

    private static void checkDigest(Path file, Map<String, String> texts) throws ModelFormatException {
        Map<String, String> others = new TreeMap<>(texts);
        String saved = others.remove(TEXTS_SHA256);
        String now = Sha256.of(others);
        if (!now.equals(saved)) {
            throw new ModelFormatException(
                    file,
                    HEADER,
                    "the texts have the SHA-256 " + now + ", but had " + Sha256.shown(saved)
                            + " when they were saved; the file is damaged, take a sound copy");
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

    private static Map<String, String> texts(JsonObject json) {
        Map<String, String> texts = new LinkedHashMap<>();
        json.members().forEach((key, value) -> texts.put(key, value.asText()));
        return texts;
    }
}
