package io.nabla.io.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON that people write: one object, at most 65536 values, at most 32 of them inside each other; files of at most a megabyte.
 *
 * <p>A duplicate key, a {@code null}, a comment, anything behind the object or a byte that is not UTF-8 is refused, with the
 * file, the line and the column.
 *
 * <pre>{@code
 * JsonObject config = JsonReader.read(Path.of("mnist.json"));
 * }</pre>
 */
public final class JsonReader {
    /** The longest file that is read, in bytes. */
    public static final int MAX_BYTES = 1 << 20;

    /** The longest text in memory that is read, in characters: as much as a model's file can describe. */
    public static final int MAX_TEXT = 1 << 24;

    /** How many values are read, objects and lists counted too. */
    public static final int MAX_VALUES = 1 << 16;

    /** The longest key, in characters: the name of a value holds all keys above it. */
    public static final int MAX_KEY = 200;

    /** How many values may stand inside each other. */
    public static final int MAX_DEPTH = 32;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(100)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final String source;
    private final JsonParser parser;
    private int values;

    private JsonReader(String source, JsonParser parser) {
        this.source = source;
        this.parser = parser;
    }

    /**
     * The object in a file.
     *
     * @throws IllegalArgumentException if the file does not hold one, in the words of one line
     * @throws IOException if the file cannot be read
     */
    public static JsonObject read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(file + " is a folder, not a JSON file");
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        }
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException(
                    file + " is longer than the " + MAX_BYTES + " bytes of JSON that are read");
        }
        return parse(file.toString(), text(file, bytes));
    }

    private static String text(Path file, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text; // some editors begin a file with this mark
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + " is not JSON: it has bytes that are not UTF-8", e);
        }
    }

    /**
     * The object that a text is.
     *
     * @param source what the text is called in messages
     * @throws IllegalArgumentException if it is none, in the words of one line
     */
    public static JsonObject parse(String source, String text) {
        if (text.length() > MAX_TEXT) {
            throw new IllegalArgumentException(
                    source + " is longer than the " + MAX_TEXT + " characters of JSON that are read");
        }
        try (JsonParser parser = FACTORY.createParser(text)) {
            return new JsonReader(source, parser).whole();
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null ? source : where(source, e.getLocation());
            throw new IllegalArgumentException(
                    new Place(where, "")
                            .say("not JSON: "
                                    + e.getOriginalMessage().lines().findFirst().orElse("")),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
    }

    private JsonObject whole() throws IOException {
        if (parser.nextToken() == null) {
            throw new IllegalArgumentException(source + ": is empty; a JSON object begins with {");
        }
        Place place = new Place(here(), "");
        JsonObject object = value(place).asObject();
        if (parser.nextToken() != null) {
            throw new IllegalArgumentException(here() + ": something follows behind the end of the JSON object");
        }
        return object;
    }

    private Json value(Place place) throws IOException {
        JsonToken token = parser.currentToken();
        if (++values > MAX_VALUES) {
            throw new IllegalArgumentException(here() + ": there are more than " + MAX_VALUES + " values");
        }
        return switch (token) {
            case START_OBJECT -> object(place);
            case START_ARRAY -> list(place);
            case VALUE_STRING -> new JsonText(place, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(place, parser.getText());
            case VALUE_TRUE, VALUE_FALSE -> new JsonChoice(place, token == JsonToken.VALUE_TRUE);
            case VALUE_NULL -> throw place.refuse("is null, which is no value; leave it out");
            default -> throw place.refuse("has an unexpected " + token);
        };
    }

    private JsonObject object(Place place) throws IOException {
        Map<String, Json> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            if (key.length() > MAX_KEY) {
                throw new IllegalArgumentException(
                        here() + ": a key has at most " + MAX_KEY + " characters, but one has " + key.length());
            }
            Place member = new Place(here(), place.name().isEmpty() ? key : place.name() + "." + key);
            if (members.containsKey(key)) {
                throw member.refuse("is there twice; the first is at "
                        + members.get(key).place().where());
            }
            parser.nextToken();
            members.put(key, value(member));
        }
        return new JsonObject(place, members);
    }

    private JsonList list(Place place) throws IOException {
        List<Json> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(new Place(here(), place.name() + "[" + elements.size() + "]")));
        }
        return new JsonList(place, elements);
    }

    private String here() {
        return where(source, parser.currentTokenLocation());
    }

    private static String where(String source, JsonLocation location) {
        return source + ", line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
