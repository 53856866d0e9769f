package io.nabla.data.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Learns an encoding from the training rows of a table: means, deviations and what missing cells get. */
final class EncodingLearner {
    private final Path file;
    private final TableTask task;
    private final List<CellReader> readers;
    private final TrainingRows rows;
    private final List<Moments> moments = new ArrayList<>();
    private final List<long[]> counts = new ArrayList<>();

    /** A learner for columns of which the last is the target. */
    EncodingLearner(Path file, TableTask task, List<CellReader> readers, RowStore rows, int[] training) {
        this.file = file;
        this.task = task;
        this.readers = readers;
        this.rows = new TrainingRows(rows, training);
        for (CellReader reader : readers) {
            moments.add(new Moments());
            counts.add(
                    reader.isNumeric()
                            ? new long[0]
                            : new long[reader.categories().size()]);
        }
    }

    TableEncoding learn() {
        rows.forEach(this::add);
        int last = readers.size() - 1;
        double[] fillings = fillings();
        List<InputColumn> inputs = new ArrayList<>();
        for (int i = 0; i < last; i++) {
            inputs.add(readers.get(i).isNumeric() ? number(i, fillings) : category(i));
        }
        return new TableEncoding(inputs, target(readers.get(last), moments.get(last)));
    }

    private void add(double[] codes, int from) {
        for (int i = 0; i < moments.size(); i++) {
            double code = codes[from + i];
            if (Double.isNaN(code)) {
                continue;
            }
            if (readers.get(i).isNumeric()) {
                moments.get(i).add(code);
            } else {
                counts.get(i)[(int) code]++;
            }
        }
    }

    private double[] fillings() {
        if (task.missingNumbers() == MissingNumbers.MEDIAN) {
            return Medians.of(rows, moments.stream().mapToLong(Moments::count).toArray());
        }
        return moments.stream().mapToDouble(Moments::mean).toArray();
    }

    private NumberInput number(int column, double[] fillings) {
        Moments figures = moments.get(column);
        if (figures.count() == 0) {
            throw noValue(column);
        }
        OptionalDouble filling = task.missingNumbers() == MissingNumbers.REFUSE
                ? OptionalDouble.empty()
                : OptionalDouble.of(fillings[column]);
        return new NumberInput(readers.get(column).name(), figures.mean(), figures.deviation(), filling);
    }

    private CategoryInput category(int column) {
        CellReader reader = readers.get(column);
        int filling = switch (task.missingCategories()) {
            case REFUSE -> -1;
            case MOST_FREQUENT -> mostFrequent(column);
            case OWN_CATEGORY -> reader.categories().size();
        };
        return new CategoryInput(
                reader.name(), reader.categories(), task.missingCategories(), filling, task.unknownCategories());
    }

    private int mostFrequent(int column) {
        long[] frequency = counts.get(column);
        int most = 0;
        for (int i = 1; i < frequency.length; i++) {
            if (frequency[i] > frequency[most]) {
                most = i;
            }
        }
        if (frequency[most] == 0) {
            throw noValue(column);
        }
        return most;
    }

    private IllegalArgumentException noValue(int column) {
        return new IllegalArgumentException(
                file + ": column " + Quoted.of(readers.get(column).name())
                        + " has no value in the training rows; leave it out, or split with another seed");
    }

    private TargetColumn target(CellReader reader, Moments figures) {
        if (!reader.isNumeric()) {
            return new ClassTarget(reader.name(), reader.categories());
        }
        return task.rawTarget()
                ? new NumberTarget(reader.name(), 0, 1)
                : new NumberTarget(reader.name(), figures.mean(), figures.deviation());
    }
}
