package io.nabla.io.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** From a tree to its text. */
final class JsonWriter {
    private JsonWriter() {}

    static String write(Json value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
            write(value, out);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be written", e);
        }
        return text.toString();
    }

    private static void write(Json value, JsonGenerator out) throws IOException {
        if (value instanceof JsonObject object) {
            out.writeStartObject();
            for (Map.Entry<String, Json> member : object.members().entrySet()) {
                out.writeFieldName(member.getKey());
                write(member.getValue(), out);
            }
            out.writeEndObject();
        } else if (value instanceof JsonList list) {
            out.writeStartArray();
            for (Json element : list.elements()) {
                write(element, out);
            }
            out.writeEndArray();
        } else if (value instanceof JsonText text) {
            out.writeString(text.text());
        } else if (value instanceof JsonNumber number) {
            out.writeNumber(number.digits());
        } else if (value instanceof JsonChoice choice) {
            out.writeBoolean(choice.isTrue());
        }
    }
}
