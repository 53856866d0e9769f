package io.nabla.io.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.api.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
    @TempDir
    Path folder;

    private static JsonObject parse(String text) {
        return JsonReader.parse("a.json", text);
    }

    @Test
    void valuesKnowWhereTheyStand() {
        JsonObject root = parse("""
                {
                  "training": {"epochs": 3, "rate": 1e-3},
                  "layers": [
                    {"kind": "dense", "bias": true}
                  ]
                }
                """);

        assertThat(root.members().keySet()).containsExactly("training", "layers");
        JsonObject training = root.get("training").asObject();
        assertThat(training.get("epochs").asInteger("any", n -> true)).isEqualTo(3);
        assertThat(training.get("rate").asNumber("any", x -> true)).isEqualTo(0.001);
        assertThat(training.get("rate").place()).isEqualTo(new Place("a.json, line 2, column 29", "training.rate"));
        JsonObject layer = root.get("layers").asList().get(0).asObject();
        assertThat(layer.place()).isEqualTo(new Place("a.json, line 4, column 5", "layers[0]"));
        assertThat(layer.get("kind").asText()).isEqualTo("dense");
        assertThat(layer.get("bias").asChoice()).isTrue();
        assertThat(layer.get("bias").place().name()).isEqualTo("layers[0].bias");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''               | a.json: is empty; a JSON object begins with {",
                "[1]              | a.json, line 1, column 1: the JSON text is an object, but got a list",
                "{\"a\": 1} 2     | a.json, line 1, column 10: something follows behind the end of the JSON object",
                "{\"a\":1,\"a\":2} | a.json, line 1, column 8: a is there twice; the first is at a.json, line 1, column 2",
                "{\"a\": null}     | a.json, line 1, column 2: a is null, which is no value; leave it out",
                "{\"a\": [1, null]} | a.json, line 1, column 11: a[1] is null, which is no value; leave it out"
            })
    void whatIsNotOneObjectIsRefused(String text, String message) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"a\" 1}",
                "{\"a\": 01}",
                "{\"a\": NaN}",
                "{'a': 1}",
                "{\"a\": 1,}",
                "{a: 1}",
                "{\"a\": \"\n\"}",
                "{/* */}",
                "{\"a\": \"\\x\"}",
                "{\"a\": .5}",
                "{\"a\": +1}",
                "{\"a\": truE}"
            })
    void whatIsNotJsonIsRefusedInOneLine(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .startsWith("a.json, line ")
                .contains(": not JSON: ")
                .doesNotContain("\n");
    }

    @Test
    void depthIsBounded() {
        String deep = "{\"a\":" + "[".repeat(31) + "]".repeat(31) + "}";
        assertThat(parse(deep).get("a").asList()).hasSize(1);
        String deeper = "{\"a\":" + "[".repeat(100_000);
        assertThatThrownBy(() -> parse(deeper))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains("32");
    }

    /** Each value knows its name, which is as long as the keys above it: few bytes could take all memory. */
    @Test
    void keysAndTheNumberOfValuesAreBounded() {
        String key = "k".repeat(200 + 1);
        assertThatThrownBy(() -> JsonReader.parse("a text", "{\"" + key + "\":[0]}"))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains("a text", "a key has at most 200 characters")
                .hasSizeLessThan(300);
        String most = "0,".repeat(65536 - 3) + "0";
        assertThat(JsonReader.parse("a text", "{\"a\":[" + most + "]}").get("a").asList())
                .hasSize(65536 - 2);
        assertThatThrownBy(() -> JsonReader.parse("a text", "{\"a\":[" + most + ",0]}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than 65536 values");
    }

    @Test
    void filesAreBoundedAndUtf8() throws IOException {
        Path sound = Files.writeString(folder.resolve("sound.json"), "\uFEFF{\"name\": \"Zoë\"}");
        assertThat(JsonReader.read(sound).get("name").asText()).isEqualTo("Zoë");

        Path large = Files.write(folder.resolve("large.json"), new byte[JsonReader.MAX_BYTES + 1]);
        assertThatThrownBy(() -> JsonReader.read(large)).hasMessageContaining("longer than the 1048576 bytes");

        Path latin = Files.write(folder.resolve("latin.json"), new byte[] {'{', (byte) 0xE9, '}'});
        assertThatThrownBy(() -> JsonReader.read(latin)).hasMessageContaining("not UTF-8");

        assertThatThrownBy(() -> JsonReader.read(folder)).hasMessageContaining("is a folder");
    }

    @Test
    void aWrongTypeTellsWhatWasWantedAndWhatCame() {
        JsonObject o = parse("{\"text\": \"x\", \"number\": 1.5, \"list\": [], \"choice\": true, \"object\": {}}");
        String at = "a.json, line 1, column ";
        assertThatThrownBy(() -> o.get("text").asInteger("at least 1", n -> n >= 1))
                .hasMessage(at + "2: text is a whole number, at least 1, but got \"x\"");
        assertThatThrownBy(() -> o.get("number").asInteger("at least 1", n -> n >= 1))
                .hasMessage(at + "15: number is a whole number, at least 1, but got 1.5");
        assertThatThrownBy(() -> o.get("number").asNumber("a number below 1", x -> x < 1))
                .hasMessage(at + "15: number is a number below 1, but got 1.5");
        assertThatThrownBy(() -> o.get("list").asObject()).hasMessageContaining("list is an object, but got a list");
        assertThatThrownBy(() -> o.get("object").asList()).hasMessageContaining("object is a list, but got an object");
        assertThatThrownBy(() -> o.get("choice").asText()).hasMessageContaining("choice is a text, but got true");
        assertThatThrownBy(() -> o.get("number").asChoice())
                .hasMessageContaining("number is true or false, but got 1.5");
        assertThatThrownBy(() -> o.get("none")).hasMessageContaining("needs a value of 'none'; have [text, number");
    }

    @Test
    void unknownKeysAreRefusedWithTheNearestKnownOne() {
        JsonObject o = parse("{\"training\":\n {\"epoch\": 1}}");
        assertThatThrownBy(() -> o.get("training").asObject().onlyKeys("epochs", "seed"))
                .hasMessage("a.json, line 2, column 3: unknown key 'epoch' in training; have [epochs, seed];"
                        + " did you mean 'epochs'?");
        o.onlyKeys("training");
    }

    @Test
    void numbersBeyondAllBoundsAreRefused() {
        JsonObject o = parse("{\"a\": 1e999, \"b\": 99999999999}");
        assertThatThrownBy(() -> o.get("a").asNumber("a number", x -> true)).hasMessageContaining("but got 1e999");
        assertThatThrownBy(() -> o.get("b").asInteger("at least 1", n -> n >= 1))
                .hasMessageContaining("but got 99999999999");
    }

    @Test
    void anObjectBecomesSettings() {
        Settings settings = parse(
                        "{\"units\": 30, \"name\": \"x\", \"on\": false, \"layers\": [{\"kind\": \"dense\"}]}")
                .settings();
        assertThat(settings.integer("units")).isEqualTo(30);
        assertThat(settings.text("name")).isEqualTo("x");
        assertThat(settings.choice("on", true)).isFalse();
        assertThat(settings.list("layers").get(0).text("kind")).isEqualTo("dense");

        Settings asked = parse("{\"activation\": {\"name\": \"elu\", \"alpha\": 0.5}}")
                .settings()
                .plugin("activation");
        assertThat(asked.name()).isEqualTo("elu");
        assertThat(asked.number("alpha")).isEqualTo(0.5);
        assertThatThrownBy(() -> parse("{\"kernel\": [1, \"2\"]}").settings())
                .hasMessageContaining("kernel[0] is an object, but got 1");
        assertThat(parse("{\"shape\": [1, 28, 28]}").settings().text("shape")).isEqualTo("1x28x28");
    }

    @Test
    void aTreeIsWrittenAsItWasRead() {
        String text = "{\"b\":[1.50,true,\"\\\"x\\n\"],\"a\":{\"c\":-1e-3}}";
        assertThat(parse(text).write()).isEqualTo(text);
        assertThat(parse(text)
                        .without("b")
                        .with("d", JsonNumber.of(Place.named("d"), 3))
                        .write())
                .isEqualTo("{\"a\":{\"c\":-1e-3},\"d\":3}");
    }
}
