package io.nabla.core;

import io.nabla.api.Dataset;
import io.nabla.api.Matrix;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;

/**
 * Which classes a network takes for which: how many examples of each wanted class it gave each class.
 *
 * <p>The class of an example is told as {@link Accuracy} tells it: it stands where the greatest output stands, the first of
 * several; with one output only there are two classes, 1 from 0.5 on and 0 below. Classes are counted from 0.
 *
 * <pre>{@code
 * ConfusionMatrix confusion = ConfusionMatrix.of(network, testData);
 * int foursTakenForNines = confusion.count(4, 9);
 * double recall = confusion.recall(4);   // the share of fours that were recognized
 * String table = confusion.toString();   // these figures for all classes, for people to read
 * }</pre>
 *
 * <p>No figure is NaN: what would be 0/0 is 0, as the precision of a class that was never given and the recall of one that
 * was never wanted. Such a class pulls down the macro averages. One that was neither wanted nor given is left out of
 * them, since the data says nothing about it.
 *
 * @see <a href="https://scikit-learn.org/stable/modules/model_evaluation.html#classification-metrics">
 *     scikit-learn's classification metrics, whose conventions these are</a>
 */
public final class ConfusionMatrix {
    private final int[][] counts;

    private ConfusionMatrix(int[][] counts) {
        this.counts = counts;
    }

    /**
     * The confusion matrix of a network on a data set.
     *
     * @param data its wanted outputs may be {@link io.nabla.api.ClassNumbers}, too
     * @throws IllegalArgumentException if the data does not fit the network, or an output or a wanted output is NaN
     */
    public static ConfusionMatrix of(Network network, Dataset data) {
        int classes = Classes.count(network.outputs().size());
        int[][] counts = new int[classes][classes];
        Answers answers = new Answers(network, data);
        while (answers.next()) {
            Matrix a = answers.a();
            for (int example = 0; example < a.columns(); example++) {
                int wanted = Classes.wanted(a, answers.y(), example);
                int given = Classes.of(a, example);
                if (wanted == Classes.NONE || given == Classes.NONE) {
                    throw noClass(answers.from() + example, wanted == Classes.NONE);
                }
                counts[wanted][given]++;
            }
        }
        return of(counts);
    }

    private static IllegalArgumentException noClass(int example, boolean isOfData) {
        return new IllegalArgumentException("example " + (example + 1) + " is of no class, since "
                + (isOfData
                        ? "a wanted output of it is NaN; mend the data"
                        : "the network gives it an output of NaN; if training diverged, train anew with a smaller"
                                + " learning rate"));
    }

    /**
     * A confusion matrix of counts that are known already.
     *
     * @param counts {@code counts[wanted][given]}, as many columns as rows; copied
     * @throws IllegalArgumentException if there are fewer than two classes, the rows are not all as long as there are rows, a
     *     count is below 0 or all are 0
     */
    public static ConfusionMatrix of(int[][] counts) {
        int classes = counts.length;
        if (classes < 2) {
            throw new IllegalArgumentException("a confusion matrix is of at least 2 classes, but got " + classes);
        }
        int[][] copy = new int[classes][];
        long examples = 0;
        for (int wanted = 0; wanted < classes; wanted++) {
            copy[wanted] = counts[wanted].clone();
            if (copy[wanted].length != classes) {
                throw new IllegalArgumentException("a confusion matrix has as many columns as rows, but row " + wanted
                        + " of " + classes + " has " + copy[wanted].length + " counts; put 0 where nothing was given");
            }
            for (int count : copy[wanted]) {
                if (count < 0) {
                    throw new IllegalArgumentException("counts are at least 0, but row " + wanted + " has " + count);
                }
                examples += count;
            }
        }
        if (examples == 0) {
            throw new IllegalArgumentException("a confusion matrix needs at least one example, but all counts are 0");
        }
        return new ConfusionMatrix(copy);
    }

    /** How many classes there are. */
    public int classes() {
        return counts.length;
    }

    /** A copy of {@code counts[wanted][given]}. */
    public int[][] counts() {
        int[][] copy = counts.clone();
        Arrays.setAll(copy, wanted -> copy[wanted].clone());
        return copy;
    }

    /**
     * How many examples of one class were given another, or the same.
     *
     * @throws IndexOutOfBoundsException if there is no such class
     */
    public int count(int wanted, int given) {
        return counts[Objects.checkIndex(wanted, classes())][Objects.checkIndex(given, classes())];
    }

    /** How many examples there are. */
    public long examples() {
        long examples = 0;
        for (int wanted = 0; wanted < classes(); wanted++) {
            examples += wanted(wanted);
        }
        return examples;
    }

    /** How many examples are of this class. */
    public long wanted(int label) {
        long sum = 0;
        for (int given = 0; given < classes(); given++) {
            sum += count(label, given);
        }
        return sum;
    }

    /** How many examples were given this class. */
    public long given(int label) {
        long sum = 0;
        for (int wanted = 0; wanted < classes(); wanted++) {
            sum += count(wanted, label);
        }
        return sum;
    }

    /** The share of examples that were given the wanted class. */
    public double accuracy() {
        long right = 0;
        for (int label = 0; label < classes(); label++) {
            right += count(label, label);
        }
        return share(right, examples());
    }

    /** Of the examples that were given this class, the share that is of it; 0 if it was never given. */
    public double precision(int label) {
        return share(count(label, label), given(label));
    }

    /** Of the examples that are of this class, the share that was given it; 0 if it was never wanted. */
    public double recall(int label) {
        return share(count(label, label), wanted(label));
    }

    /** F₁, the harmonic mean of precision and recall: 2 · right / (wanted + given); 0 if the class was neither. */
    public double f1(int label) {
        return share(2L * count(label, label), wanted(label) + given(label));
    }

    /** The mean precision of the classes that were wanted or given, each counting the same. */
    public double macroPrecision() {
        return macro(this::precision);
    }

    /** The mean recall of the classes that were wanted or given, each counting the same. */
    public double macroRecall() {
        return macro(this::recall);
    }

    /** The mean F₁ of the classes that were wanted or given, each counting the same. */
    public double macroF1() {
        return macro(this::f1);
    }

    /** The mean precision of the classes, each counting as often as it was wanted. */
    public double weightedPrecision() {
        return weighted(this::precision);
    }

    /** The mean recall of the classes, each counting as often as it was wanted: that is the accuracy. */
    public double weightedRecall() {
        return weighted(this::recall);
    }

    /** The mean F₁ of the classes, each counting as often as it was wanted. */
    public double weightedF1() {
        return weighted(this::f1);
    }

    private double weighted(IntToDoubleFunction figure) {
        double sum = 0;
        for (int label = 0; label < classes(); label++) {
            sum += wanted(label) * figure.applyAsDouble(label);
        }
        return sum / examples();
    }

    private double macro(IntToDoubleFunction figure) {
        double sum = 0;
        int present = 0;
        for (int label = 0; label < classes(); label++) {
            if (wanted(label) + given(label) > 0) {
                sum += figure.applyAsDouble(label);
                present++;
            }
        }
        return sum / present; // at least one, as there is an example
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    /** Whether the other is a confusion matrix of the same counts. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ConfusionMatrix confusion && Arrays.deepEquals(counts, confusion.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(counts);
    }

    /**
     * A table for people to read, one line for each wanted class, with the figures of each class and of all.
     *
     * <pre>{@code
     * wanted \ given      0      1  recall
     * 0                  50      2   0.962
     * 1                   3     45   0.938
     * precision       0.943  0.957
     * F1              0.952  0.947
     * 100 examples, accuracy 0.950; macro precision 0.950, recall 0.950, F1 0.950
     * }</pre>
     */
    @Override
    public String toString() {
        int width = 2 + Math.max("0.000".length(), widest());
        StringBuilder text = new StringBuilder();
        text.append(left("wanted \\ given"));
        for (int given = 0; given < classes(); given++) {
            text.append(right(String.valueOf(given), width));
        }
        text.append("  recall\n");
        for (int wanted = 0; wanted < classes(); wanted++) {
            text.append(left(String.valueOf(wanted)));
            for (int given = 0; given < classes(); given++) {
                text.append(right(String.valueOf(count(wanted, given)), width));
            }
            text.append(right(figure(recall(wanted)), "  recall".length())).append('\n');
        }
        appendFigures(text, "precision", this::precision, width);
        appendFigures(text, "F1", this::f1, width);
        return text.append(examples())
                .append(" examples, accuracy ")
                .append(figure(accuracy()))
                .append("; macro precision ")
                .append(figure(macroPrecision()))
                .append(", recall ")
                .append(figure(macroRecall()))
                .append(", F1 ")
                .append(figure(macroF1()))
                .toString();
    }

    private void appendFigures(StringBuilder text, String name, IntToDoubleFunction figures, int width) {
        text.append(left(name));
        for (int label = 0; label < classes(); label++) {
            text.append(right(figure(figures.applyAsDouble(label)), width));
        }
        text.append('\n');
    }

    /** The digits of the longest count or number of a class. */
    private int widest() {
        int greatest = classes() - 1;
        for (int[] row : counts) {
            for (int count : row) {
                greatest = Math.max(greatest, count);
            }
        }
        return String.valueOf(greatest).length();
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String left(String text) {
        return text + " ".repeat("wanted \\ given".length() - text.length());
    }

    private static String right(String text, int width) {
        return " ".repeat(width - text.length()) + text;
    }
}
