package io.nabla.data.csv;

import io.nabla.api.Matrix;
import io.nabla.api.Shape;
import io.nabla.api.Spelling;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How the cells of a table become inputs and wanted outputs, with all figures that were learned from its training rows.
 *
 * <p>It is learned by {@link Table#split}, and then holds for every table with these columns: {@link TableReader} reads a test
 * set or a file to predict with it. Columns are found by their names; further ones are passed over.
 *
 * <pre>{@code
 * double[] x = encoding.encode(Map.of("petal length", "4.9", "petal width", "1.5"));
 * double[] a = predictor.predict(x);
 *
 * String kept = encoding.toText();                          // beside the network's weights
 * TableEncoding same = TableEncoding.parse(kept);           // equal to the first
 * }</pre>
 *
 * @param inputs the columns in the order of their inputs, at least one
 * @param target the target column
 */
public record TableEncoding(List<InputColumn> inputs, TargetColumn target) {
    /**
     * Checks the columns.
     *
     * @throws IllegalArgumentException if there is no input, or two columns have one name
     */
    public TableEncoding {
        inputs = List.copyOf(inputs);
        Objects.requireNonNull(target, "target");
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException(
                    "a table needs at least one input column beside its target " + Quoted.of(target.name()));
        }
        Set<String> names = new HashSet<>(Set.of(target.name()));
        for (InputColumn column : inputs) {
            if (!names.add(column.name())) {
                throw new IllegalArgumentException(
                        "two columns have the same name " + Quoted.of(column.name()) + "; rename one");
            }
        }
    }

    /** As many inputs as all columns have together. */
    public Shape inputShape() {
        long width = 0;
        for (InputColumn column : inputs) {
            width += column.width();
        }
        return Shape.of(Math.toIntExact(width));
    }

    /** One output for a target of numbers, one for each class of the others. */
    public Shape targetShape() {
        return Shape.of(target.width());
    }

    /** What each input is, in order: the name of a column of numbers, or {@code column=word}. */
    public List<String> inputNames() {
        List<String> names = new ArrayList<>();
        inputs.forEach(column -> names.addAll(column.inputNames()));
        return names;
    }

    /**
     * The inputs for one row that is no file's.
     *
     * @param cells for each input column its cell by the column's name, empty where it is missing; the target is not needed
     * @return as many inputs as {@link #inputShape} says
     * @throws IllegalArgumentException if a column is missing or unknown, or a cell is not what the column needs
     */
    public double[] encode(Map<String, String> cells) {
        List<String> names = inputs.stream().map(InputColumn::name).toList();
        for (String name : cells.keySet()) {
            if (!names.contains(name) && !name.equals(target.name())) {
                throw new IllegalArgumentException("there is no input column " + Quoted.of(name) + "; have "
                        + Quoted.list(names) + Spelling.hint(name, names));
            }
        }
        double[] raw = new double[inputs.size()];
        for (int i = 0; i < raw.length; i++) {
            String cell = cells.get(names.get(i));
            if (cell == null) {
                throw new IllegalArgumentException("the cell of column " + Quoted.of(names.get(i))
                        + " is not given; give an empty one if it is missing");
            }
            CellReader reader = CellReader.of(inputs.get(i));
            String problem = reader.problem(cell, cell.isEmpty());
            if (problem != null) {
                throw new IllegalArgumentException("column " + Quoted.of(names.get(i)) + ": " + problem);
            }
            raw[i] = reader.code(cell, cell.isEmpty());
        }
        double[] encoded = new double[inputShape().size()];
        int place = 0;
        for (int i = 0; i < raw.length; i++) {
            InputColumn column = inputs.get(i);
            if (column instanceof NumberInput number) {
                encoded[place] = number.input(raw[i]);
            } else if (column instanceof CategoryInput category && category.input(raw[i]) >= 0) {
                encoded[place + category.input(raw[i])] = 1;
            }
            place += column.width();
        }
        return encoded;
    }

    /**
     * These figures as lines of text, for a file beside the network: {@link #parse} gives an equal encoding.
     *
     * <p>The first line says {@code nabla-table-encoding 1}, the last {@code end}. Between them stands a line for each column, inputs in
     * order and the target last. Its parts are separated by tabs; {@code \t}, {@code \n}, {@code \r} and {@code \\} in names
     * stand for a tab, line ends and a backslash.
     */
    public String toText() {
        return EncodingText.write(this);
    }

    /**
     * The encoding in a text that {@link #toText} has written; the text is not trusted.
     *
     * @throws IllegalArgumentException naming the line that is not as it should be
     */
    public static TableEncoding parse(String text) {
        return EncodingText.read(text);
    }

    /** Writes the inputs for one row of codes into a column; it must be 0 everywhere. */
    void writeInputs(double[] raw, int from, Matrix x, int column) {
        int row = 0;
        for (int i = 0; i < inputs.size(); i++) {
            InputColumn input = inputs.get(i);
            if (input instanceof NumberInput number) {
                x.set(row, column, number.input(raw[from + i]));
            } else if (input instanceof CategoryInput category && category.input(raw[from + i]) >= 0) {
                x.set(row + category.input(raw[from + i]), column, 1);
            }
            row += input.width();
        }
    }

    /** Writes the wanted outputs for a code of the target into a column; it must be 0 everywhere. */
    void writeTarget(double raw, Matrix y, int column) {
        if (target instanceof NumberTarget number) {
            y.set(0, column, number.output(raw));
        } else {
            y.set((int) raw, column, 1);
        }
    }
}
