package io.nabla.examples.cli;

import io.nabla.data.csv.CsvFormat;
import io.nabla.data.csv.TableEncoding;
import io.nabla.io.json.Json;
import io.nabla.io.json.JsonList;
import io.nabla.io.json.JsonNumber;
import io.nabla.io.json.JsonObject;
import io.nabla.io.json.JsonText;
import io.nabla.io.json.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How what a user has becomes the inputs of a network, as a model's file tells it.
 *
 * <p>Pixels are divided: {@code {"kind": "pixels", "divisor": 256}}. Cells of a table go through their encoding, and the file says how a CSV
 * file is written: {@code {"kind": "table", "delimiter": ",", "missing": ["NA"], "encoding": "..."}}.
 *
 * @param table the encoding of a table and the format of its files; empty for pixels
 */
public record Preprocessing(Optional<Table> table) {
    private static final Place PLACE = Place.named("preprocessing");
    private static final String KIND = "kind";
    private static final String PIXELS = "pixels";
    private static final String DIVISOR = "divisor";
    private static final int THE_DIVISOR = 256;
    private static final String TABLE = "table";
    private static final String DELIMITER = "delimiter";
    private static final String MISSING = "missing";
    private static final String ENCODING = "encoding";

    /**
     * How cells become inputs.
     *
     * @param encoding what was learned from the training rows
     * @param format how the CSV file was written
     */
    public record Table(TableEncoding encoding, CsvFormat format) {}

    /** Pixels p/256. */
    static JsonObject pixels() {
        return new JsonObject(PLACE, Map.of(KIND, text(PIXELS))).with(DIVISOR, JsonNumber.of(PLACE, THE_DIVISOR));
    }

    /** Cells of a table. */
    static JsonObject table(TableEncoding encoding, CsvFormat format) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put(KIND, text(TABLE));
        members.put(DELIMITER, text(String.valueOf(format.delimiter())));
        members.put(
                MISSING,
                new JsonList(
                        PLACE,
                        new TreeSet<>(format.missing())
                                .stream().map(word -> (Json) text(word)).toList()));
        members.put(ENCODING, text(encoding.toText()));
        return new JsonObject(PLACE, members);
    }

    private static JsonText text(String text) {
        return new JsonText(PLACE, text);
    }

    /**
     * What the file of a model says.
     *
     * @throws IllegalArgumentException if it is not known
     */
    public static Preprocessing of(JsonObject json) {
        Json kind = json.get(KIND);
        return switch (kind.asText()) {
            case PIXELS -> {
                json.onlyKeys(KIND, DIVISOR);
                json.get(DIVISOR).asInteger("the " + THE_DIVISOR + " of this program", n -> n == THE_DIVISOR);
                yield new Preprocessing(Optional.empty());
            }
            case TABLE -> {
                json.onlyKeys(KIND, DELIMITER, MISSING, ENCODING);
                yield new Preprocessing(Optional.of(table(json)));
            }
            default -> throw kind.place().refuse("is pixels or table, but got " + kind.inWords());
        };
    }

    private static Table table(JsonObject json) {
        String delimiter = json.get(DELIMITER).asText();
        if (delimiter.length() != 1) {
            throw json.get(DELIMITER)
                    .place()
                    .refuse("is one character, but got " + json.get(DELIMITER).inWords());
        }
        String[] missing =
                json.get(MISSING).asList().stream().map(Json::asText).distinct().toArray(String[]::new);
        CsvFormat format =
                CsvFormat.standard().withDelimiter(delimiter.charAt(0)).withMissing(missing);
        return new Table(TableEncoding.parse(json.get(ENCODING).asText()), format);
    }
}
