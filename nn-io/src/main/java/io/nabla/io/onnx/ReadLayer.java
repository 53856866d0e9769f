package io.nabla.io.onnx;

import io.nabla.io.json.Json;
import io.nabla.io.json.JsonList;
import io.nabla.io.json.JsonNumber;
import io.nabla.io.json.JsonObject;
import io.nabla.io.json.JsonText;
import io.nabla.io.json.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A layer that was read.
 *
 * @param json its kind and settings
 * @param parameters where the numbers of its parameters stand; those that are not there are zeros
 */
record ReadLayer(JsonObject json, Map<String, Numbers> parameters) {
    private static final Place PLACE = Place.named("network");
    private static final String KIND = "kind";
    private static final String ACTIVATION = "activation";

    /** No activation, or none yet. */
    static final JsonText IDENTITY = text("identity");

    /** Keeps its own copy of the parameters. */
    ReadLayer {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** A layer of a kind that has neither settings nor parameters yet. */
    static ReadLayer of(String kind) {
        return new ReadLayer(new JsonObject(PLACE, Map.of(KIND, text(kind))), Map.of());
    }

    static JsonText text(String text) {
        return new JsonText(PLACE, text);
    }

    static JsonNumber number(double number) {
        return JsonNumber.of(PLACE, number);
    }

    /** An activation of other than its usual numbers. */
    static JsonObject activation(String name, String setting, double value) {
        return new JsonObject(PLACE, Map.of("name", text(name))).with(setting, number(value));
    }

    ReadLayer with(String setting, long value) {
        return with(setting, JsonNumber.of(PLACE, value));
    }

    ReadLayer with(String setting, double value) {
        return with(setting, number(value));
    }

    ReadLayer with(String setting, List<Integer> numbers) {
        List<Json> elements = new ArrayList<>();
        numbers.forEach(number -> elements.add(JsonNumber.of(PLACE, number)));
        return with(setting, new JsonList(PLACE, elements));
    }

    ReadLayer with(String setting, Json value) {
        return new ReadLayer(json.with(setting, value), parameters);
    }

    ReadLayer with(String parameter, Numbers numbers) {
        Map<String, Numbers> more = new LinkedHashMap<>(parameters);
        more.put(parameter, numbers);
        return new ReadLayer(json, more);
    }

    ReadLayer withActivation(Json activation) {
        return with(ACTIVATION, activation);
    }

    /** With these layers in it, whose parameters are its own. */
    ReadLayer around(List<ReadLayer> layers) {
        List<Json> inner = new ArrayList<>();
        Map<String, Numbers> all = new LinkedHashMap<>(parameters);
        for (ReadLayer layer : layers) {
            inner.add(layer.json());
            layer.parameters().forEach((name, numbers) -> all.put(inner.size() + "." + name, numbers));
        }
        return new ReadLayer(json.with("layers", new JsonList(PLACE, inner)), all);
    }

    /** A setting that is a whole number. */
    int number(String setting) {
        return json.get(setting).asInteger("at least 1", n -> n >= 1);
    }

    String kind() {
        return json.get(KIND).asText();
    }

    /** Whether it has an activation that is still open. */
    boolean takesActivation() {
        return json.find(ACTIVATION).filter(IDENTITY::equals).isPresent();
    }
}
