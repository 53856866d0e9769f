package io.nabla.data.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.nabla.api.Spelling;
import io.nabla.data.DataFormatException;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of a CSV file one after the other, each with as many cells as the header has names. */
final class CsvRows implements Closeable {
    private static final int LONGEST_CELL = 1 << 20;

    private final Path file;
    private final CsvFormat format;
    private final CloseableIterator<Cells> rows;
    private final Cells cells = new Cells();
    private final List<String> header = new ArrayList<>();
    private long blankLine;
    private long rowsRead;

    private CsvRows(Path file, CsvFormat format, Utf8Text text) {
        this.file = file;
        this.format = format;
        this.rows = CsvReader.builder()
                .fieldSeparator(format.delimiter())
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(LONGEST_CELL)
                .build(cells, text)
                .iterator();
    }

    /** Opens a file and reads its header. */
    static CsvRows open(Path file, CsvFormat format) throws IOException {
        if (Files.isDirectory(file)) {
            throw new DataFormatException(file, "is a folder, not a CSV file");
        }
        CsvRows opened;
        try {
            opened = new CsvRows(file, format, new Utf8Text(file));
        } catch (NoSuchFileException missing) {
            throw (FileNotFoundException) new FileNotFoundException(file + ": no such file").initCause(missing);
        } catch (AccessDeniedException denied) {
            throw new IOException(file + ": may not be read, check its permissions", denied);
        }
        try {
            opened.readHeader();
        } catch (IOException | RuntimeException | Error e) {
            try {
                opened.close();
            } catch (IOException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
        return opened;
    }

    private void readHeader() throws IOException {
        if (!nextLine()) {
            throw new DataFormatException(file, "is empty; the first line names the columns");
        }
        if (cells.count() > Cells.MOST) {
            throw new DataFormatException(
                    file, "the header has " + cells.count() + " columns; " + Cells.MOST + " can be read");
        }
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < cells.count(); i++) {
            String name = cells.get(i);
            if (name.isEmpty()) {
                throw new DataFormatException(
                        file,
                        "the header names " + cells.count() + " columns, but the name of column " + (i + 1)
                                + " is empty; give it one");
            }
            Integer first = places.putIfAbsent(name, i);
            if (first != null) {
                throw new DataFormatException(
                        file,
                        "columns " + (first + 1) + " and " + (i + 1) + " have the same name " + Quoted.of(name)
                                + "; rename one");
            }
            header.add(name);
        }
        blankLine = 0;
    }

    /** The names of the columns. */
    List<String> header() {
        return header;
    }

    /** Where a column stands, or a refusal that names those that are there. */
    int column(String name) throws DataFormatException {
        int column = header.indexOf(name);
        if (column < 0) {
            throw new DataFormatException(
                    file, "has no column " + Quoted.of(name) + " but " + Quoted.list(header) + hint(name));
        }
        return column;
    }

    private String hint(String name) {
        if (header.size() == 1) {
            for (char other : new char[] {',', ';', '\t'}) {
                if (other != format.delimiter() && header.get(0).indexOf(other) >= 0) {
                    return "; the header is one cell: is the delimiter " + Quoted.of(String.valueOf(other)) + "?";
                }
            }
        }
        return Spelling.hint(name, header);
    }

    /** Goes on to the next row; false at the end of the file. */
    boolean next() throws IOException {
        if (!nextLine()) {
            return false;
        }
        if (cells.count() != header.size()) {
            throw new DataFormatException(
                    file,
                    "line " + cells.line() + " has " + cells.count() + (cells.count() == 1 ? " cell" : " cells")
                            + ", but the header names " + header.size()
                            + (cells.count() > header.size()
                                    ? "; put cells with the delimiter in them into quotes"
                                    : "; leave a missing cell empty, with its delimiter"));
        }
        if (header.size() == 1 && blankLine > 0) {
            throw new DataFormatException(
                    file,
                    "line " + blankLine + " is blank, which may be a missing cell in a table of one column;"
                            + " write \"\" for a missing cell or delete the line");
        }
        if (++rowsRead > Integer.MAX_VALUE - 8) {
            throw new DataFormatException(file, "has more than " + (Integer.MAX_VALUE - 8) + " rows");
        }
        return true;
    }

    /** Goes on to the next line that is not blank. */
    private boolean nextLine() throws IOException {
        do {
            parse();
            if (cells.isEnd()) {
                return false;
            }
            if (cells.isCutOff()) {
                throw new DataFormatException(
                        file, "line " + cells.line() + " opens a quote that the file never closes");
            }
            if (cells.isBlank() && blankLine == 0) {
                blankLine = cells.line();
            }
        } while (cells.isBlank());
        return true;
    }

    private void parse() throws IOException {
        try {
            rows.next();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            String problem =
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
            throw new DataFormatException(file, "line " + cells.line() + ": " + problem, e);
        }
    }

    String cell(int column) {
        return cells.get(column);
    }

    /** Where the row begins, counted from 1. */
    long line() {
        return cells.line();
    }

    /** A refusal of a cell of this row. */
    DataFormatException refused(String column, String problem) {
        return refused(file, line(), column, problem);
    }

    static DataFormatException refused(Path file, long line, String column, String problem) {
        return new DataFormatException(file, "line " + line + ", column " + Quoted.of(column) + ": " + problem);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
