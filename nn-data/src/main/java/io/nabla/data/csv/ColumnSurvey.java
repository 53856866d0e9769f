package io.nabla.data.csv;

import io.nabla.data.DataFormatException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** What a first look at all cells of a column has found: numbers or words, and which. */
final class ColumnSurvey {
    private final String name;
    private final Set<String> different = new HashSet<>();
    private boolean tooMany;
    private long numbers;
    private long words;
    private First firstWord;
    private First firstNotFinite;
    private First firstMissing;

    /** The first cell of some kind. */
    private record First(String cell, long line) {}

    ColumnSurvey(String name) {
        this.name = name;
    }

    void add(String cell, boolean missing, long line) {
        if (missing) {
            firstMissing = firstMissing == null ? new First(cell, line) : firstMissing;
            return;
        }
        double number = Numbers.parse(cell);
        if (Double.isNaN(number)) {
            words++;
            firstWord = firstWord == null ? new First(cell, line) : firstWord;
        } else if (Double.isFinite(number)) {
            numbers++;
        } else if (firstNotFinite == null) {
            firstNotFinite = new First(cell, line);
        }
        if (!tooMany && different.add(cell) && different.size() > Categories.MOST) {
            tooMany = true;
            different.clear();
        }
    }

    /** How the cells are to be read, as decided by all of them and by what the user has told. */
    CellReader reader(Path file, TableTask task) throws DataFormatException {
        boolean isTarget = name.equals(task.target());
        if (isTarget && firstMissing != null) {
            throw CsvRows.refused(file, firstMissing.line, name, Problems.missingTarget());
        }
        boolean toldWords = task.categorical().contains(name) || (isTarget && task.classes());
        boolean numeric = task.numeric().contains(name) || (!toldWords && areNumbers(file));
        return numeric ? numbers(file, task, isTarget) : words(file, task, isTarget);
    }

    private boolean areNumbers(Path file) throws DataFormatException {
        if (numbers == 0 && words == 0 && firstNotFinite == null) {
            throw new DataFormatException(file, "column " + Quoted.of(name) + " has no value; leave it out");
        }
        if (words > 0 && numbers > words) {
            throw CsvRows.refused(
                    file,
                    firstWord.line,
                    name,
                    Quoted.of(firstWord.cell) + " is no number, but " + numbers + " cells of the column are;"
                            + " name it as a word for a missing cell, or tell that the column is categorical");
        }
        return words == 0;
    }

    private CellReader numbers(Path file, TableTask task, boolean isTarget) throws DataFormatException {
        if (firstWord != null) {
            throw CsvRows.refused(file, firstWord.line, name, Problems.notANumber(firstWord.cell));
        }
        if (firstNotFinite != null) {
            throw CsvRows.refused(file, firstNotFinite.line, name, Problems.notFinite(firstNotFinite.cell));
        }
        if (isTarget) {
            return CellReader.target(name);
        }
        boolean filled = task.missingNumbers() != MissingNumbers.REFUSE;
        refuseMissing(file, filled);
        return CellReader.numbers(name, filled);
    }

    private CellReader words(Path file, TableTask task, boolean isTarget) throws DataFormatException {
        if (tooMany) {
            throw new DataFormatException(
                    file,
                    "column " + Quoted.of(name) + " has more than " + Categories.MOST + " different "
                            + (isTarget ? "classes" : "words, too many for an input each; leave it out"));
        }
        if (isTarget && different.size() == 1) {
            throw new DataFormatException(
                    file,
                    "column " + Quoted.of(name) + " has one class alone, "
                            + Quoted.of(different.iterator().next()) + "; at least two are needed to tell them apart");
        }
        if (isTarget) {
            return CellReader.target(name, Categories.inOrder(different));
        }
        boolean filled = task.missingCategories() != MissingCategories.REFUSE;
        refuseMissing(file, filled);
        return CellReader.words(name, Categories.inOrder(different), filled);
    }

    private void refuseMissing(Path file, boolean filled) throws DataFormatException {
        if (firstMissing != null && !filled) {
            throw CsvRows.refused(file, firstMissing.line, name, Problems.missing());
        }
        if (numbers == 0 && words == 0 && firstNotFinite == null) {
            throw new DataFormatException(file, "column " + Quoted.of(name) + " has no value; leave it out");
        }
    }
}
