package io.nabla.data.csv;

import java.util.List;
import java.util.stream.Collectors;

/** Text of a file in a message: in quotes, on one line and not too long. */
final class Quoted {
    private static final int LONGEST = 40;
    private static final int MOST = 10;

    private Quoted() {}

    static String of(String text) {
        StringBuilder shown = new StringBuilder("'");
        for (int i = 0; i < text.length() && i < LONGEST; i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                shown.append("\\n");
            } else if (c == '\t') {
                shown.append("\\t");
            } else if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                shown.append(String.format("\\u%04x", (int) c));
            } else {
                shown.append(c);
            }
        }
        return shown.append(text.length() > LONGEST ? "...'" : "'").toString();
    }

    /** The first few of many, and how many more there are. */
    static String list(List<String> texts) {
        String first = texts.stream().limit(MOST).map(Quoted::of).collect(Collectors.joining(", "));
        return texts.size() > MOST ? first + " and " + (texts.size() - MOST) + " more" : first;
    }
}
