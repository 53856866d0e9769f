package io.nabla.serving;

import io.nabla.data.csv.CsvFormat;
import io.nabla.data.csv.InputColumn;
import io.nabla.data.csv.TableEncoding;
import io.nabla.io.json.Json;
import io.nabla.io.json.JsonList;
import io.nabla.io.json.JsonNumber;
import io.nabla.io.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How what a user has becomes the inputs of a network, as a model's file tells it.
 *
 * <p>Pixels are divided: {@code {"kind": "pixels", "divisor": 256}}. Cells of a table go through their encoding, and the file says how a CSV
 * file is written: {@code {"kind": "table", "delimiter": ",", "missing": ["NA"], "encoding": "..."}}. Numbers are taken as they are: {@code
 * {"kind": "numbers"}}.
 *
 * <pre>{@code
 * new ModelDescription(..., new Preprocessing.Table(encoding, CsvFormat.standard()).json(), ...);
 * }</pre>
 */
public sealed interface Preprocessing {
    /** Pixels p/256: unsigned bytes, 0 (background) to 255. */
    record Pixels() implements Preprocessing {
        /** What a pixel is divided by. */
        static final int DIVISOR = 256;

        @Override
        public String wanted() {
            return "images";
        }

        @Override
        public JsonObject json() {
            return Words.object(Words.PIXELS).with(Words.DIVISOR, JsonNumber.of(Words.PLACE, DIVISOR));
        }
    }

    /** Numbers that are inputs already. */
    record Numbers() implements Preprocessing {
        @Override
        public String wanted() {
            return "numbers";
        }

        @Override
        public JsonObject json() {
            return Words.object(Words.NUMBERS);
        }
    }

    /**
     * Cells of a table.
     *
     * @param encoding what was learned from the training rows
     * @param format how the CSV file was written
     */
    record Table(TableEncoding encoding, CsvFormat format) implements Preprocessing {
        /** Checks that nothing is missing. */
        public Table {
            Objects.requireNonNull(encoding, "encoding");
            Objects.requireNonNull(format, "format");
        }

        @Override
        public String wanted() {
            return "the rows of a table with the columns " + columns();
        }

        List<String> columns() {
            return encoding.inputs().stream().map(InputColumn::name).toList();
        }

        @Override
        public JsonObject json() {
            List<Json> missing = new TreeSet<>(format.missing())
                    .stream().map(word -> (Json) Words.text(word)).toList();
            return Words.object(Words.TABLE)
                    .with(Words.DELIMITER, Words.text(String.valueOf(format.delimiter())))
                    .with(Words.MISSING, new JsonList(Words.PLACE, missing))
                    .with(Words.ENCODING, Words.text(encoding.toText()));
        }

        static Table of(JsonObject json) {
            json.onlyKeys(Words.KIND, Words.DELIMITER, Words.MISSING, Words.ENCODING);
            Json delimiter = json.get(Words.DELIMITER);
            if (delimiter.asText().length() != 1) {
                throw delimiter.place().refuse("is one character, but got " + delimiter.inWords());
            }
            String[] missing = json.get(Words.MISSING).asList().stream()
                    .map(Json::asText)
                    .distinct()
                    .toArray(String[]::new);
            CsvFormat format = CsvFormat.standard()
                    .withDelimiter(delimiter.asText().charAt(0))
                    .withMissing(missing);
            return new Table(TableEncoding.parse(json.get(Words.ENCODING).asText()), format);
        }

        /**
         * The inputs for one row.
         *
         * @param cells by the name of their column; an empty one, or one of the words of the format, is missing
         * @throws IllegalArgumentException if a column is missing or unknown, or a cell is not what the column needs
         */
        double[] inputs(Map<String, String> cells) {
            Map<String, String> read = new LinkedHashMap<>(cells);
            read.replaceAll((column, cell) -> format.missing().contains(cell) ? "" : cell);
            return encoding.encode(read);
        }
    }

    /** What a model with this preprocessing takes, in words for a message. */
    String wanted();

    /** As a model's file has it. */
    JsonObject json();

    /** The encoding of a table and the format of its files; empty for anything else. */
    default Optional<Table> table() {
        return this instanceof Table table ? Optional.of(table) : Optional.empty();
    }

    /**
     * What the file of a model says.
     *
     * @throws IllegalArgumentException if it is not known
     */
    static Preprocessing of(JsonObject json) {
        Json kind = json.get(Words.KIND);
        return switch (kind.asText()) {
            case Words.PIXELS -> {
                json.onlyKeys(Words.KIND, Words.DIVISOR);
                json.get(Words.DIVISOR)
                        .asInteger("the " + Pixels.DIVISOR + " of this program", n -> n == Pixels.DIVISOR);
                yield new Pixels();
            }
            case Words.NUMBERS -> {
                json.onlyKeys(Words.KIND);
                yield new Numbers();
            }
            case Words.TABLE -> Table.of(json);
            default -> throw kind.place().refuse("is pixels, table or numbers, but got " + kind.inWords());
        };
    }
}
