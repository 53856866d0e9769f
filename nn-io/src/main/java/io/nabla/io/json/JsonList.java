package io.nabla.io.json;

import java.util.List;
import java.util.Objects;

/**
 * A list in a JSON text.
 *
 * @param place where it stands
 * @param elements what is in it
 */
public record JsonList(Place place, List<Json> elements) implements Json {
    /** Keeps its own copy of the elements. */
    public JsonList {
        Objects.requireNonNull(place, "place");
        elements = List.copyOf(elements);
    }

    @Override
    public String inWords() {
        return "a list";
    }

    @Override
    public List<Json> asList() {
        return elements;
    }
}
