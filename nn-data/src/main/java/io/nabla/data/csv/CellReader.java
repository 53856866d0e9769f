package io.nabla.data.csv;

import io.nabla.api.Spelling;
import java.util.List;
import java.util.Map;

/**
 * From a cell to its code, the number that stands for it in memory: the number itself, the number of a category, NaN if it is
 * missing, or {@link #UNKNOWN}.
 */
final class CellReader {
    static final double UNKNOWN = -1;

    private final String name;
    /** Null for numbers. */
    private final List<String> categories;

    private final Map<String, Integer> codes;
    private final boolean missingAllowed;
    private final boolean unknownAllowed;
    private final String missingProblem;
    /** Of the rows that were learned from; 0 and 1 while they are not known, which every number is near to. */
    private final double mean;

    private final double deviation;

    private CellReader(
            String name,
            List<String> categories,
            boolean missingAllowed,
            boolean unknownAllowed,
            String missingProblem) {
        this(name, categories, missingAllowed, unknownAllowed, missingProblem, 0, 1);
    }

    private CellReader(
            String name,
            List<String> categories,
            boolean missingAllowed,
            boolean unknownAllowed,
            String missingProblem,
            double mean,
            double deviation) {
        this.name = name;
        this.categories = categories;
        this.codes = categories == null ? Map.of() : Categories.codes(categories);
        this.missingAllowed = missingAllowed;
        this.unknownAllowed = unknownAllowed;
        this.missingProblem = missingProblem;
        this.mean = mean;
        this.deviation = deviation;
    }

    static CellReader numbers(String name, boolean missingAllowed) {
        return new CellReader(name, null, missingAllowed, false, Problems.missing());
    }

    static CellReader words(String name, List<String> categories, boolean missingAllowed) {
        return new CellReader(name, categories, missingAllowed, false, Problems.missing());
    }

    static CellReader target(String name) {
        return new CellReader(name, null, false, false, Problems.missingTarget());
    }

    static CellReader target(String name, List<String> classes) {
        return new CellReader(name, classes, false, false, Problems.missingTarget());
    }

    static CellReader of(InputColumn column) {
        if (column instanceof CategoryInput category) {
            return new CellReader(
                    category.name(),
                    category.categories(),
                    category.missing() != MissingCategories.REFUSE,
                    category.unknown() == UnknownCategories.ZEROS,
                    Problems.missing());
        }
        NumberInput number = (NumberInput) column;
        return new CellReader(
                number.name(),
                null,
                number.filling().isPresent(),
                false,
                Problems.missing(),
                number.mean(),
                number.deviation());
    }

    static CellReader of(TargetColumn column) {
        if (column instanceof ClassTarget classes) {
            return target(classes.name(), classes.classes());
        }
        NumberTarget number = (NumberTarget) column;
        return new CellReader(
                number.name(), null, false, false, Problems.missingTarget(), number.mean(), number.deviation());
    }

    String name() {
        return name;
    }

    boolean isNumeric() {
        return categories == null;
    }

    List<String> categories() {
        return categories;
    }

    /** The code of a cell, or infinity if it is refused: {@link #problem} says why. */
    double code(String cell, boolean missing) {
        if (missing) {
            return missingAllowed ? Double.NaN : Double.POSITIVE_INFINITY;
        }
        if (isNumeric()) {
            double number = Numbers.parse(cell);
            return Double.isNaN(number) || !Standard.isNear(number, mean, deviation)
                    ? Double.POSITIVE_INFINITY
                    : number;
        }
        Integer code = codes.get(cell);
        if (code == null) {
            return unknownAllowed ? UNKNOWN : Double.POSITIVE_INFINITY;
        }
        return code;
    }

    /** What is wrong with a cell, or null. */
    String problem(String cell, boolean missing) {
        if (Double.isFinite(code(cell, missing)) || (missing && missingAllowed)) {
            return null;
        }
        if (missing) {
            return missingProblem;
        }
        if (!isNumeric()) {
            return Quoted.of(cell) + " is none of the " + categories.size() + " known words " + Quoted.list(categories)
                    + Spelling.hint(cell, categories);
        }
        if (Double.isFinite(Numbers.parse(cell))) {
            return Problems.tooFar(cell, mean, deviation);
        }
        return Double.isNaN(Numbers.parse(cell)) ? Problems.notANumber(cell) : Problems.notFinite(cell);
    }
}
