package io.nabla.examples.model;

import io.nabla.serving.Prediction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A prediction as it is told.
 *
 * @param example what the example is called
 * @param prediction what the network says of it
 */
record Answer(String example, Prediction prediction) {
    /** One line for people: {@code three.png  3  0.9981}. */
    String line() {
        StringBuilder line = new StringBuilder(example);
        prediction.numbers().forEach(number -> line.append("  ").append(number));
        prediction
                .label()
                .ifPresent(label -> line.append("  ")
                        .append(label)
                        .append("  ")
                        .append(String.format(Locale.ROOT, "%.4f", greatest())));
        return line.toString();
    }

    private double greatest() {
        return prediction.outputs().stream().mapToDouble(x -> x).max().orElseThrow();
    }

    /** The fields for programs. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("example", example);
        List<Double> numbers = prediction.numbers();
        if (!numbers.isEmpty()) {
            fields.put(numbers.size() == 1 ? "number" : "numbers", numbers.size() == 1 ? numbers.get(0) : numbers);
        }
        prediction.label().ifPresent(label -> fields.put("class", label));
        prediction.probability().ifPresent(probability -> fields.put("probability", probability));
        fields.put("outputs", prediction.outputs());
        return fields;
    }
}
