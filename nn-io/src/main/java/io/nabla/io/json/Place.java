package io.nabla.io.json;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * Where a value was given, for messages that refuse it.
 *
 * <pre>{@code
 * throw new Place("mnist.json, line 12, column 5", "training.epochs").refuse("is at least 1, but got 0");
 * // mnist.json, line 12, column 5: training.epochs is at least 1, but got 0
 * }</pre>
 *
 * @param where the file, the line and the column, or nothing where the name says it all
 * @param name what the value is called there: {@code layers[0].units}, {@code --epochs}; nothing for a whole text
 */
public record Place(String where, String name) {
    /** Checks that nothing is missing. */
    public Place {
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(name, "name");
    }

    /** The place of a value that stands in no file, such as that of an option. */
    public static Place named(String name) {
        return new Place("", name);
    }

    /** The refusal of this value: what it is called, and then what is wrong with it. */
    public IllegalArgumentException refuse(String problem) {
        return new IllegalArgumentException(say((name.isEmpty() ? "the JSON text" : name) + " " + problem));
    }

    /** The refusal of this value by somebody who does not know where it stands. */
    public IllegalArgumentException refuse(IllegalArgumentException e) {
        String message = where.isEmpty() || name.isEmpty() ? e.getMessage() : name + ": " + e.getMessage();
        return new IllegalArgumentException(say(message), e);
    }

    /** Makes something of this value; what refuses it is told where the value stands. */
    public <T> T orRefuse(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw refuse(e);
        }
    }

    /**
     * A message that begins with the file and the line, if the value stands in one; line ends and other control characters, which keys
     * and texts may have, are question marks.
     */
    public String say(String message) {
        String line = message.replaceAll("[\\p{Cc}\u2028\u2029]", "?");
        return where.isEmpty() ? line : where + ": " + line;
    }
}
