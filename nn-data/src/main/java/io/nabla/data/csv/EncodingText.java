package io.nabla.data.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The text of an encoding: a line for each column, its parts separated by tabs. */
final class EncodingText {
    private static final String FIRST = "nabla-table-encoding 1";
    private static final String LAST = "end";
    private static final String NUMBER = "number";
    private static final String CATEGORIES = "categories";
    private static final String NUMBER_TARGET = "target-number";
    private static final String CLASS_TARGET = "target-classes";
    private static final String REFUSE = "refuse";

    private final String[] lines;
    private int line;

    private EncodingText(String[] lines) {
        this.lines = lines;
    }

    static String write(TableEncoding encoding) {
        StringBuilder text = new StringBuilder(FIRST).append('\n');
        for (InputColumn column : encoding.inputs()) {
            if (column instanceof NumberInput number) {
                String filling = number.filling().isPresent()
                        ? Double.toString(number.filling().getAsDouble())
                        : REFUSE;
                append(text, NUMBER, number.name(), number.mean(), number.deviation(), filling);
            } else if (column instanceof CategoryInput category) {
                append(text, CATEGORIES, category.name(), category.missing(), category.filling(), category.unknown());
                text.setLength(text.length() - 1);
                category.categories().forEach(word -> text.append('\t').append(escaped(word)));
                text.append('\n');
            }
        }
        if (encoding.target() instanceof NumberTarget number) {
            append(text, NUMBER_TARGET, number.name(), number.mean(), number.deviation());
        } else if (encoding.target() instanceof ClassTarget target) {
            append(text, CLASS_TARGET, target.name());
            text.setLength(text.length() - 1);
            target.classes().forEach(word -> text.append('\t').append(escaped(word)));
            text.append('\n');
        }
        return text.append(LAST).append('\n').toString();
    }

    private static void append(StringBuilder text, String kind, String name, Object... parts) {
        text.append(kind).append('\t').append(escaped(name));
        for (Object part : parts) {
            text.append('\t').append(part);
        }
        text.append('\n');
    }

    static TableEncoding read(String text) {
        EncodingText reader = new EncodingText(text.split("\n", -1));
        try {
            return reader.encoding();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "line " + Math.min(reader.line, reader.lines.length) + " of a table's encoding: " + e.getMessage(),
                    e);
        }
    }

    private TableEncoding encoding() {
        String first = next();
        if (!first.equals(FIRST)) {
            throw new IllegalArgumentException("expected " + Quoted.of(FIRST) + " but got " + Quoted.of(first));
        }
        List<InputColumn> inputs = new ArrayList<>();
        while (true) {
            String[] parts = next().split("\t", -1);
            switch (parts[0]) {
                case NUMBER -> inputs.add(number(parts));
                case CATEGORIES -> inputs.add(categories(parts));
                case NUMBER_TARGET, CLASS_TARGET -> {
                    TargetColumn target = parts[0].equals(NUMBER_TARGET) ? numberTarget(parts) : classTarget(parts);
                    TableEncoding encoding = new TableEncoding(inputs, target);
                    end();
                    return encoding;
                }
                default -> throw new IllegalArgumentException("unknown kind of column " + Quoted.of(parts[0]));
            }
            if (inputs.size() > Cells.MOST) {
                throw new IllegalArgumentException("more than " + Cells.MOST + " columns");
            }
        }
    }

    private String next() {
        if (line == lines.length) {
            throw new IllegalArgumentException("the text is cut off; the last line says " + Quoted.of(LAST));
        }
        return lines[line++];
    }

    private void end() {
        String last = next();
        if (!last.equals(LAST) || !next().isEmpty() || line < lines.length) {
            throw new IllegalArgumentException("expected " + Quoted.of(LAST) + " and nothing behind it, but got "
                    + Quoted.of(last.equals(LAST) ? lines[line - 1] : last));
        }
    }

    private static NumberInput number(String[] parts) {
        count(parts, 5, 5);
        OptionalDouble filling = parts[4].equals(REFUSE) ? OptionalDouble.empty() : OptionalDouble.of(figure(parts[4]));
        return new NumberInput(name(parts[1]), figure(parts[2]), figure(parts[3]), filling);
    }

    private static CategoryInput categories(String[] parts) {
        count(parts, 6, 5 + Categories.MOST);
        return new CategoryInput(
                name(parts[1]),
                words(parts, 5),
                oneOf(MissingCategories.values(), parts[2]),
                filling(parts[3]),
                oneOf(UnknownCategories.values(), parts[4]));
    }

    private static <E extends Enum<E>> E oneOf(E[] values, String name) {
        for (E value : values) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        throw new IllegalArgumentException(Quoted.of(name) + " is none of " + List.of(values));
    }

    private static int filling(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(Quoted.of(text) + " is no whole number", e);
        }
    }

    private static NumberTarget numberTarget(String[] parts) {
        count(parts, 4, 4);
        return new NumberTarget(name(parts[1]), figure(parts[2]), figure(parts[3]));
    }

    private static ClassTarget classTarget(String[] parts) {
        count(parts, 4, 2 + Categories.MOST);
        return new ClassTarget(name(parts[1]), words(parts, 2));
    }

    private static void count(String[] parts, int least, int most) {
        if (parts.length < least || parts.length > most) {
            throw new IllegalArgumentException("a line for " + parts[0] + " has " + least
                    + (least == most ? "" : " to " + most) + " parts, but this one " + parts.length);
        }
    }

    private static double figure(String text) {
        // A figure may be just beyond the largest number of a cell.
        double figure = Double.isNaN(Numbers.parse(text)) ? Double.NaN : Double.parseDouble(text);
        if (!Double.isFinite(figure)) {
            throw new IllegalArgumentException(Quoted.of(text) + " is no finite number");
        }
        return figure;
    }

    private static List<String> words(String[] parts, int from) {
        List<String> words = new ArrayList<>();
        for (int i = from; i < parts.length; i++) {
            words.add(unescaped(parts[i]));
        }
        return words;
    }

    private static String name(String text) {
        String name = unescaped(text);
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a column's name is empty");
        }
        return name;
    }

    private static String escaped(String word) {
        return word.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String unescaped(String text) {
        if (text.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("lines end with LF alone; keep the text as it was written");
        }
        StringBuilder word = new StringBuilder();
        boolean escape = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (escape) {
                word.append(meant(c));
                escape = false;
            } else if (c == '\\') {
                escape = true;
            } else {
                word.append(c);
            }
        }
        if (escape) {
            throw new IllegalArgumentException("a backslash ends " + Quoted.of(text) + ", but nothing follows it");
        }
        return word.toString();
    }

    private static char meant(char letter) {
        return switch (letter) {
            case '\\' -> '\\';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            default ->
                throw new IllegalArgumentException("a backslash stands before t, n, r or another, not before "
                        + Quoted.of(String.valueOf(letter)));
        };
    }
}
