package io.nabla.data.csv;

import java.util.List;
import java.util.Set;

/**
 * How a CSV file is written: what stands between its cells, and which words say that a cell is missing.
 *
 * <pre>{@code
 * CsvFormat format = CsvFormat.standard().withDelimiter(';').withMissing("NA", "?");
 * }</pre>
 *
 * <p>The rest is the same for all: UTF-8, with or without a byte order mark; lines end with LF, CRLF or CR; the first line names
 * the columns; a cell with a delimiter, a line's end or a quote in it stands in double quotes, which are doubled inside (RFC 4180).
 * White space around cells without quotes does not count, and blank lines are passed over.
 *
 * @param delimiter what stands between two cells, such as a comma, a semicolon or a tab
 * @param missing words that stand for a missing cell; an empty cell is missing in any case
 */
public record CsvFormat(char delimiter, Set<String> missing) {
    /**
     * Checks the delimiter.
     *
     * @throws IllegalArgumentException if the delimiter is a letter, a digit, a quote, a line's end, or part of a number
     */
    public CsvFormat {
        if (Character.isLetterOrDigit(delimiter) || "\"\r\n\0.+-".indexOf(delimiter) >= 0) {
            throw new IllegalArgumentException("cells are told apart by a character such as ',', ';' or a tab, not by "
                    + Quoted.of(String.valueOf(delimiter)));
        }
        missing = Set.copyOf(missing);
    }

    /** Commas between the cells; empty cells alone are missing. */
    public static CsvFormat standard() {
        return new CsvFormat(',', Set.of());
    }

    /** The same with another delimiter. */
    public CsvFormat withDelimiter(char other) {
        return new CsvFormat(other, missing);
    }

    /** The same with these words for a missing cell, such as {@code NA}; they are compared letter by letter. */
    public CsvFormat withMissing(String... words) {
        return new CsvFormat(delimiter, Set.copyOf(List.of(words)));
    }

    boolean isMissing(String cell) {
        return cell.isEmpty() || missing.contains(cell);
    }
}
