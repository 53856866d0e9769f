package io.nabla.serving;

import io.nabla.io.json.JsonObject;
import io.nabla.io.json.JsonText;
import io.nabla.io.json.Place;
import java.util.Map;

/** The words of the preprocessing in a file. */
final class Words {
    static final Place PLACE = Place.named("preprocessing");
    static final String KIND = "kind";
    static final String PIXELS = "pixels";
    static final String DIVISOR = "divisor";
    static final String NUMBERS = "numbers";
    static final String TABLE = "table";
    static final String DELIMITER = "delimiter";
    static final String MISSING = "missing";
    static final String ENCODING = "encoding";

    private Words() {}

    static JsonText text(String text) {
        return new JsonText(PLACE, text);
    }

    static JsonObject object(String kind) {
        return new JsonObject(PLACE, Map.of(KIND, text(kind)));
    }
}
