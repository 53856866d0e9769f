package io.nabla.data.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;

/** The cells of the row that the parser met last: one object for all rows of a file. */
final class Cells extends AbstractBaseCsvCallbackHandler<Cells> {
    /** The most columns that a table may have. */
    static final int MOST = 100_000;

    private String[] cells = new String[16];
    private boolean blank;
    private boolean lastQuoted;

    @Override
    protected void handleBegin(long line) {
        blank = false;
    }

    @Override
    protected void handleField(int index, char[] letters, int offset, int length, boolean quoted) {
        lastQuoted = quoted;
        if (index >= MOST) {
            return; // the row is refused by its count
        }
        if (index == cells.length) {
            cells = Arrays.copyOf(cells, 2 * cells.length);
        }
        String cell = new String(letters, offset, length);
        cells[index] = quoted ? cell : cell.strip();
    }

    @Override
    protected void handleEmpty() {
        blank = true;
    }

    @Override
    protected Cells buildRecord() {
        return this;
    }

    /** A line without anything in it but white space. */
    boolean isBlank() {
        return blank || (count() == 1 && !lastQuoted && cells[0].isEmpty());
    }

    /** The line behind the last line of the file. */
    boolean isEnd() {
        return count() == 1 && !lastQuoted && isCutOff();
    }

    /** The end of the file stands in a cell: its quote was never closed. */
    boolean isCutOff() {
        String last = blank || count() > MOST ? "" : cells[count() - 1];
        return !last.isEmpty() && last.charAt(last.length() - 1) == Utf8Text.END;
    }

    String get(int index) {
        return cells[index];
    }

    int count() {
        return getFieldCount();
    }

    /** Where the row begins, counted from 1. */
    long line() {
        return getStartingLineNumber();
    }
}
