package io.nabla.data.synthetic;

import java.util.Arrays;
import java.util.List;

/**
 * One way to write one digit.
 *
 * @param frequency how often it is used, against the digit's other styles; above 0
 * @param strokes its strokes in writing order
 */
record Style(double frequency, List<Stroke> strokes) {
    Style {
        strokes = List.copyOf(strokes);
        if (!(frequency > 0) || strokes.isEmpty()) {
            throw new IllegalArgumentException(
                    "a style needs a frequency above 0 and a stroke, but has " + frequency + " and " + strokes);
        }
    }

    /** A style from its strokes in the notation of {@link Stroke#of}. */
    static Style of(double frequency, String... strokes) {
        return new Style(frequency, Arrays.stream(strokes).map(Stroke::of).toList());
    }
}
