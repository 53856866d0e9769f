package io.nabla.examples.model;

import io.nabla.api.LogisticActivation;
import io.nabla.api.SoftmaxActivation;
import io.nabla.data.csv.NumberTarget;
import io.nabla.data.csv.TargetColumn;
import io.nabla.examples.cli.SavedModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the outputs of a saved network mean: a class and its probability, or a number in the units of its column. */
record Answer(SavedModel saved) {
    /** One line for people: {@code three.png  3  0.9981}. */
    String line(String example, double[] outputs) {
        if (saved.description().classes().isEmpty()) {
            StringBuilder line = new StringBuilder(example);
            numbers(outputs).forEach(number -> line.append("  ").append(number));
            return line.toString();
        }
        int best = best(outputs);
        return example + "  " + saved.description().classes().get(best) + "  "
                + String.format(Locale.ROOT, "%.4f", outputs[best]);
    }

    /** The fields for programs. */
    Map<String, Object> fields(String example, double[] outputs) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("example", example);
        if (saved.description().classes().isEmpty()) {
            List<Double> numbers = numbers(outputs);
            fields.put(numbers.size() == 1 ? "number" : "numbers", numbers.size() == 1 ? numbers.get(0) : numbers);
        } else {
            int best = best(outputs);
            fields.put("class", saved.description().classes().get(best));
            if (areProbabilities()) {
                fields.put("probability", outputs[best]);
            }
        }
        List<Double> all = new ArrayList<>();
        for (double output : outputs) {
            all.add(output);
        }
        fields.put("outputs", all);
        return fields;
    }

    private boolean areProbabilities() {
        var sigma = saved.network().layers().get(-1).activation();
        return sigma instanceof SoftmaxActivation || sigma instanceof LogisticActivation;
    }

    /** The place of the greatest output, the first of several. */
    private static int best(double[] outputs) {
        int best = 0;
        for (int i = 1; i < outputs.length; i++) {
            best = outputs[i] > outputs[best] ? i : best;
        }
        return best;
    }

    private List<Double> numbers(double[] outputs) {
        Optional<TargetColumn> target =
                saved.preprocessing().table().map(table -> table.encoding().target());
        List<Double> numbers = new ArrayList<>();
        for (double output : outputs) {
            numbers.add(
                    target.isPresent() && target.get() instanceof NumberTarget column ? column.number(output) : output);
        }
        return numbers;
    }
}
