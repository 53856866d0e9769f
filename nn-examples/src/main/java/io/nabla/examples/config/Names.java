package io.nabla.examples.config;

import io.nabla.api.Spelling;
import io.nabla.io.json.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The names of an enum's values in settings: {@code own-category} for {@code OWN_CATEGORY}. */
final class Names {
    private Names() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one of these values that is named. */
    static <E extends Enum<E>> E oneOf(E[] values, Json json) {
        String name = json.asText();
        for (E value : values) {
            if (of(value).equals(name)) {
                return value;
            }
        }
        List<String> names = Arrays.stream(values).map(Names::of).toList();
        throw json.place().refuse("is one of " + names + ", but got " + json.inWords() + Spelling.hint(name, names));
    }
}
