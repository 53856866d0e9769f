package io.nabla.io.json;

import java.util.Objects;

/**
 * {@code true} or {@code false} in a JSON text.
 *
 * @param place where it stands
 * @param isTrue which of both
 */
public record JsonChoice(Place place, boolean isTrue) implements Json {
    /** Checks that nothing is missing. */
    public JsonChoice {
        Objects.requireNonNull(place, "place");
    }

    @Override
    public String inWords() {
        return String.valueOf(isTrue);
    }

    @Override
    public boolean asChoice() {
        return isTrue;
    }
}
