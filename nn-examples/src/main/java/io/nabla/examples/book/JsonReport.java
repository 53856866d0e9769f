package io.nabla.examples.book;

import io.nabla.examples.cli.ImageData;
import io.nabla.examples.cli.JsonLines;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A replay for programs: one event a line. */
final class JsonReport implements Report {
    private final JsonLines json;

    JsonReport(JsonLines json) {
        this.json = json;
    }

    @Override
    public void started(Scenario scenario, Optional<ImageData> data) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("scenario", scenario.name());
        fields.put("place", scenario.place());
        fields.put("title", scenario.title());
        fields.put("data", data.map(ImageData::toString).orElse(null));
        json.write("started", fields);
    }

    @Override
    public void runStarted(String run, int epochs) {
        // Each event says itself to which run it belongs.
    }

    @Override
    public void read(Reading reading) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("run", reading.run());
        fields.put("epoch", reading.epoch());
        reading.values().forEach((measure, value) -> fields.put(measure.key(), number(measure, value)));
        json.write("epoch", fields);
    }

    @Override
    public void finished(Scenario scenario, List<Comparison> comparisons, boolean stopped, double seconds) {
        for (Comparison comparison : comparisons) {
            Published published = comparison.published();
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("run", published.run());
            fields.put("figure", published.measure().key());
            fields.put(
                    "epoch", published.epoch().isPresent() ? published.epoch().getAsInt() : "best");
            fields.put("published", number(published.measure(), published.value()));
            fields.put("ours", number(published.measure(), comparison.ours()));
            fields.put("note", published.note());
            json.write("compared", fields);
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("scenario", scenario.name());
        fields.put("stopped", stopped);
        fields.put("seconds", seconds);
        json.write("finished", fields);
    }

    private static Number number(Measure measure, double value) {
        return measure.isCount() ? (Number) (long) value : (Number) value;
    }
}
