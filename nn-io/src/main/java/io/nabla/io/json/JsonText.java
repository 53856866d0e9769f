package io.nabla.io.json;

import java.util.Objects;

/**
 * A text in a JSON text.
 *
 * @param place where it stands
 * @param text the text itself, without quotes
 */
public record JsonText(Place place, String text) implements Json {
    private static final int SHOWN = 60;

    /** Checks that nothing is missing. */
    public JsonText {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(text, "text");
    }

    @Override
    public String inWords() {
        return "\"" + (text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...") + "\"";
    }

    @Override
    public String asText() {
        return text;
    }
}
