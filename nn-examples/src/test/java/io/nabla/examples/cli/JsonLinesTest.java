package io.nabla.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(out, true, StandardCharsets.US_ASCII);
    private final JsonLines json = new Console(stream, stream, Map.of(), 0).json();

    private String written() {
        return out.toString(StandardCharsets.US_ASCII);
    }

    @Test
    void anEventIsOneObjectOnOneLine() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("epoch", 3);
        fields.put("cost", 0.25);
        fields.put("stopped", false);
        fields.put("best", null);
        fields.put("sizes", List.of(784, 30, 10));
        fields.put("name", "two\nlines");
        fields.put("folder", Path.of("a", "b"));
        json.write("epoch", fields);
        assertThat(written())
                .isEqualTo("{\"event\":\"epoch\",\"epoch\":3,\"cost\":0.25,\"stopped\":false,\"best\":null,"
                        + "\"sizes\":[784,30,10],\"name\":\"two\\nlines\",\"folder\":\"a/b\"}"
                        + System.lineSeparator());
    }

    @Test
    void whatJsonHasNoNumberForBecomesNull() {
        json.write("epoch", Map.of("cost", Double.NaN));
        json.write("epoch", Map.of("cost", Double.POSITIVE_INFINITY));
        assertThat(written().lines()).containsOnly("{\"event\":\"epoch\",\"cost\":null}");
    }

    @Test
    void everyTextArrivesWhateverTheCharacterSet() throws IOException {
        String folder = "/home/Zoë/数字";
        json.write("started", Map.of("dataFolder", folder));
        JsonNode read = new ObjectMapper().readTree(written());
        assertThat(read.get("dataFolder").asText()).isEqualTo(folder);
    }
}
