package io.nabla.io.json;

import java.util.Objects;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;

/**
 * A number in a JSON text, kept as it is written there: nothing is rounded before somebody asks for it.
 *
 * @param place where it stands
 * @param digits how it is written, such as {@code 1e-3}
 */
public record JsonNumber(Place place, String digits) implements Json {
    /**
     * Checks the number.
     *
     * @throws NumberFormatException if it is none
     */
    public JsonNumber {
        Objects.requireNonNull(place, "place");
        Double.parseDouble(digits);
    }

    /** A whole number. */
    public static JsonNumber of(Place place, long number) {
        return new JsonNumber(place, Long.toString(number));
    }

    /** A number; one that is NaN or infinite is refused when it is asked for. */
    public static JsonNumber of(Place place, double number) {
        return new JsonNumber(place, Double.toString(number));
    }

    @Override
    public String inWords() {
        return digits;
    }

    @Override
    public double asNumber(String wanted, DoublePredicate allowed) {
        double number = Double.parseDouble(digits);
        if (!(Double.isFinite(number) && allowed.test(number))) {
            throw place.refuse("is " + wanted + ", but got " + digits);
        }
        return number;
    }

    @Override
    public int asInteger(String wanted, IntPredicate allowed) {
        int number;
        try {
            number = Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            IllegalArgumentException refusal = place.refuse("is a whole number, " + wanted + ", but got " + digits);
            refusal.addSuppressed(e);
            throw refusal;
        }
        if (!allowed.test(number)) {
            throw place.refuse("is " + wanted + ", but got " + digits);
        }
        return number;
    }
}
