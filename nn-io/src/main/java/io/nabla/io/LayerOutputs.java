package io.nabla.io;

import io.nabla.api.Matrix;
import io.nabla.io.json.Json;
import io.nabla.io.json.JsonList;
import io.nabla.io.json.JsonNumber;
import io.nabla.io.json.JsonObject;
import io.nabla.io.json.JsonText;
import io.nabla.io.json.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one layer gave for the probes.
 *
 * @param kind of the layer
 * @param sha256 of all its outputs, probe by probe
 * @param first the first few outputs for each probe, for messages
 */
record LayerOutputs(String kind, String sha256, List<List<Double>> first) {
    private static final int FIRST = 4;
    private static final String KIND = "kind";
    private static final String SHA256 = "sha256";
    private static final String FIRST_OUTPUTS = "first";

    LayerOutputs {
        first = first.stream().map(List::copyOf).toList();
    }

    /**
     * Those of a pass.
     *
     * @param a outputs × probes
     */
    static LayerOutputs of(String kind, Matrix a) {
        List<List<Double>> first = new ArrayList<>();
        for (int probe = 0; probe < a.columns(); probe++) {
            List<Double> outputs = new ArrayList<>();
            for (int i = 0; i < Math.min(FIRST, a.rows()); i++) {
                outputs.add(a.get(i, probe));
            }
            first.add(outputs);
        }
        return new LayerOutputs(kind, Sha256.of(Turned.of(a)), first);
    }

    static LayerOutputs of(JsonObject json) {
        json.onlyKeys(KIND, SHA256, FIRST_OUTPUTS);
        List<List<Double>> first = json.get(FIRST_OUTPUTS).asList().stream()
                .map(probe -> probe.asList().stream()
                        .map(output -> output.asNumber("a number", x -> true))
                        .toList())
                .toList();
        return new LayerOutputs(json.get(KIND).asText(), json.get(SHA256).asText(), first);
    }

    JsonObject json() {
        Place place = Place.named("probes");
        List<Json> probes = new ArrayList<>();
        for (List<Double> outputs : first) {
            List<Json> numbers = new ArrayList<>();
            outputs.forEach(output -> numbers.add(JsonNumber.of(place, output)));
            probes.add(new JsonList(place, numbers));
        }
        Map<String, Json> members = new LinkedHashMap<>();
        members.put(KIND, new JsonText(place, kind));
        members.put(SHA256, new JsonText(place, sha256));
        members.put(FIRST_OUTPUTS, new JsonList(place, probes));
        return new JsonObject(place, members);
    }

    /** What is other here than it was saved, in words; nothing if no bit is. */
    Optional<String> differenceFrom(LayerOutputs saved) {
        if (!kind.equals(saved.kind)) {
            return Optional.of(
                    "is " + kind + ", but the probes were saved with " + SafetensorsHeader.quoted(saved.kind));
        }
        if (sha256.equals(saved.sha256)) {
            return Optional.empty();
        }
        if (first.size() != saved.first.size()) {
            return Optional.of("was saved with " + saved.first.size() + " probes, but there are " + first.size());
        }
        for (int probe = 0; probe < first.size(); probe++) {
            List<Double> now = first.get(probe);
            List<Double> then = saved.first.get(probe);
            for (int i = 0; i < Math.min(now.size(), then.size()); i++) {
                if (!now.get(i).equals(then.get(i))) {
                    return Optional.of("gives " + now.get(i) + " as output " + (i + 1) + " for probe " + (probe + 1)
                            + ", but gave " + then.get(i) + " when it was saved");
                }
            }
        }
        return Optional.of("gives other outputs behind the first " + FIRST + " than when it was saved: SHA-256 "
                + sha256 + " instead of " + Sha256.shown(saved.sha256));
    }

    /** As {@link #differenceFrom}, where one of both sides computed with a reference that rounds in another way. */
    Optional<String> farFrom(LayerOutputs saved, double tolerance) {
        for (int probe = 0; probe < Math.min(first.size(), saved.first.size()); probe++) {
            List<Double> now = first.get(probe);
            List<Double> then = saved.first.get(probe);
            for (int i = 0; i < Math.min(now.size(), then.size()); i++) {
                double scale = Math.max(1, Math.max(Math.abs(now.get(i)), Math.abs(then.get(i))));
                if (!(Math.abs(now.get(i) - then.get(i)) <= tolerance * scale)) {
                    return differenceFrom(saved);
                }
            }
        }
        return Optional.empty();
    }
}
