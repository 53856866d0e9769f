package io.nabla.io.json;

import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;

/**
 * A value of a JSON text. It knows where it stands, and is asked for what it is wanted to be.
 *
 * <pre>{@code
 * int epochs = json.asInteger("at least 1", n -> n >= 1);
 * // train.json, line 3, column 5: training.epochs is at least 1, but got 0
 * }</pre>
 */
public sealed interface Json permits JsonObject, JsonList, JsonText, JsonNumber, JsonChoice {
    /** Where it stands: of a member of an object the place of its key. */
    Place place();

    /** What it is, in words for a message: {@code "relu"}, {@code a list}. */
    String inWords();

    /**
     * The object that this is.
     *
     * @throws IllegalArgumentException if it is none
     */
    default JsonObject asObject() {
        throw place().refuse("is an object, but got " + inWords());
    }

    /**
     * The elements of the list that this is.
     *
     * @throws IllegalArgumentException if it is none
     */
    default List<Json> asList() {
        throw place().refuse("is a list, but got " + inWords());
    }

    /**
     * The text that this is.
     *
     * @throws IllegalArgumentException if it is none
     */
    default String asText() {
        throw place().refuse("is a text, but got " + inWords());
    }

    /**
     * The choice that this is.
     *
     * @throws IllegalArgumentException if it is none
     */
    default boolean asChoice() {
        throw place().refuse("is true or false, but got " + inWords());
    }

    /**
     * The number that this is.
     *
     * @param wanted which numbers are allowed, in words: {@code a number above 0, such as 3.0}
     * @param allowed the same as a condition
     * @throws IllegalArgumentException if it is none, or none of those
     */
    default double asNumber(String wanted, DoublePredicate allowed) {
        throw place().refuse("is " + wanted + ", but got " + inWords());
    }

    /**
     * The whole number that this is.
     *
     * @param wanted which numbers are allowed, in words: {@code at least 1}
     * @param allowed the same as a condition
     * @throws IllegalArgumentException if it is none, or none of those
     */
    default int asInteger(String wanted, IntPredicate allowed) {
        throw place().refuse("is a whole number, " + wanted + ", but got " + inWords());
    }

    /** The value as JSON text on one line. */
    default String write() {
        return JsonWriter.write(this);
    }
}
