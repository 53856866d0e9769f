package io.nabla.serving;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a model says of one example: a class and its probability, or numbers.
 *
 * <pre>{@code
 * Prediction prediction = model.predict(Map.of("petal length", "4.9", "petal width", "1.5"));
 * prediction.label();         // Optional[versicolor]
 * prediction.probability();   // OptionalDouble[0.97]
 * }</pre>
 *
 * @param outputs all outputs of the network, in the order of the model's labels if it has any
 * @param label the class of the greatest output, the first of several; empty if numbers are predicted
 * @param probability that output, if the outputs are between 0 and 1: with softmax or sigmoid; empty otherwise
 * @param numbers what is predicted in the units of the target's column; empty if classes are predicted
 */
public record Prediction(
        List<Double> outputs, Optional<String> label, OptionalDouble probability, List<Double> numbers) {
    /** Keeps its own copies of the lists. */
    public Prediction {
        outputs = List.copyOf(outputs);
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(probability, "probability");
        numbers = List.copyOf(numbers);
    }
}
