package io.nabla.benchmarks.quick;

/** A JSON object on one line, of numbers and texts: too little to need a library. */
final class JsonObject {
    private final StringBuilder text = new StringBuilder();

    /** Adds a field; a NaN or an infinity, which JSON has not, becomes null, and what is no number its text. */
    JsonObject with(String key, Object value) {
        text.append(text.isEmpty() ? "" : ",").append(quoted(key)).append(':');
        if (value instanceof Number number) {
            text.append(Double.isFinite(number.doubleValue()) ? number : "null");
        } else {
            text.append(quoted(String.valueOf(value)));
        }
        return this;
    }

    /** Only ASCII is written, so that the terminal's or the pipe's character set does not matter. */
    private static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    @Override
    public String toString() {
        return "{" + text + "}";
    }
}
