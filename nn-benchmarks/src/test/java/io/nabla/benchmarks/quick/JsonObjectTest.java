package io.nabla.benchmarks.quick;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonObjectTest {
    @Test
    void numbersStayNumbersAndAnythingElseIsText() {
        assertThat(new JsonObject().with("a", 1).with("b", 2.5).with("c", "x").toString())
                .isEqualTo("{\"a\":1,\"b\":2.5,\"c\":\"x\"}");
    }

    @Test
    void whatJsonHasNotBecomesNull() {
        assertThat(new JsonObject().with("a", Double.NaN).toString()).isEqualTo("{\"a\":null}");
    }

    @Test
    void charactersOutsideOfAsciiAndQuotesAreEscaped() {
        assertThat(new JsonObject().with("a", "\"\\\n\u00e9").toString())
                .isEqualTo("{\"a\":\"\\\"\\\\\\u000a\\u00e9\"}");
    }
}
