package io.nabla.examples.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.nabla.io.json.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;

/**
 * Events for other programs, one JSON object a line.
 *
 * <pre>{@code
 * json.write("epoch", Map.of("epoch", 1));   // {"event":"epoch","epoch":1}
 * }</pre>
 */
public final class JsonLines {
    // Only ASCII is written, so that the terminal's or the pipe's character set does not matter.
    private final JsonFactory factory =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Console console;

    JsonLines(Console console) {
        this.console = console;
    }

    /**
     * Writes one event.
     *
     * @param fields in their order: numbers, booleans, null, lists, JSON, and anything else as its text; a NaN or an infinity, which JSON has
     *     not, becomes null
     */
    public void write(String event, Map<String, ?> fields) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = factory.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("event", event);
            for (Map.Entry<String, ?> field : fields.entrySet()) {
                json.writeFieldName(field.getKey());
                writeValue(json, field.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        console.result(line.toString());
    }

    private static void writeValue(JsonGenerator json, Object value) throws IOException {
        if (value == null || (value instanceof Double number && !Double.isFinite(number))) {
            json.writeNull();
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Integer || value instanceof Long) {
            json.writeNumber(((Number) value).longValue());
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Json tree) {
            json.writeRawValue(tree.write());
        } else if (value instanceof Collection<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                writeValue(json, element);
            }
            json.writeEndArray();
        } else {
            json.writeString(value.toString());
        }
    }
}
