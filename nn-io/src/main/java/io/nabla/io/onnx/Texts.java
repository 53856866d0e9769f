package io.nabla.io.onnx;

import io.nabla.io.json.Json;
import io.nabla.io.json.JsonList;
import io.nabla.io.json.JsonObject;
import io.nabla.io.json.JsonReader;
import io.nabla.io.json.JsonText;
import io.nabla.io.json.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What Nabla says of a network beside its graph: JSON among the texts of a file. */
final class Texts {
    /** What the keys begin with. */
    static final String PREFIX = "nabla.";

    /** How what a user has becomes inputs. */
    static final String PREPROCESSING = PREFIX + "preprocessing";

    /** The names of the outputs. */
    static final String CLASSES = PREFIX + "classes";

    private static final String PIXELS = "{\"kind\": \"pixels\", \"divisor\": 256}";
    private static final String KEY = "classes";

    private Texts() {}

    static String classes(List<String> classes) {
        Place place = Place.named(KEY);
        List<Json> names = new ArrayList<>();
        classes.forEach(name -> names.add(new JsonText(place, name)));
        return new JsonObject(place, Map.of(KEY, new JsonList(place, names))).write();
    }

    /** The way back; none where nothing is said. */
    static List<String> classes(Map<String, String> texts) {
        if (!texts.containsKey(CLASSES)) {
            return List.of();
        }
        JsonObject json = JsonReader.parse(CLASSES, texts.get(CLASSES));
        json.onlyKeys(KEY);
        return json.get(KEY).asList().stream().map(Json::asText).toList();
    }

    /** How what a user has becomes inputs: as the file says, or pixels divided by 256. */
    static JsonObject preprocessing(Map<String, String> texts) {
        return JsonReader.parse(PREPROCESSING, texts.getOrDefault(PREPROCESSING, PIXELS));
    }
}
