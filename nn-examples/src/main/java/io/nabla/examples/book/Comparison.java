package io.nabla.examples.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A published figure beside ours.
 *
 * @param published the author's
 * @param ours what the replay read off
 */
record Comparison(Published published, double ours) {
    /** The book prints the single neuron's output with two decimals. */
    private static final double PRINTED_OUTPUT = 0.005;

    private static final double ROUNDING = 1e-6;

    /** All published figures that the replay got to. */
    static List<Comparison> of(List<Published> published, List<Reading> readings) {
        List<Comparison> comparisons = new ArrayList<>();
        for (Published figure : published) {
            Optional<Double> ours = figure.ours(readings);
            ours.ifPresent(value -> comparisons.add(new Comparison(figure, value)));
        }
        return comparisons;
    }

    /** How far ours is from the author's, in words: how many images, or which part of the cost. */
    String difference() {
        double difference = ours - published.value();
        if (difference == 0) {
            return "equal";
        }
        if (published.measure() == Measure.OUTPUT) {
            return Math.abs(difference) <= PRINTED_OUTPUT
                    ? "equal, rounded as printed"
                    : String.format(Locale.ROOT, "%+.6f", difference);
        }
        if (published.measure().isCount()) {
            return String.format(Locale.ROOT, "%+.0f", difference);
        }
        double relative = difference / published.value();
        return Math.abs(relative) < ROUNDING
                ? String.format(Locale.ROOT, "equal but for %.0e of it", Math.abs(relative))
                : String.format(Locale.ROOT, "%+.2f %%", 100 * relative);
    }
}
