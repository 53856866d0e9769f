package io.nabla.api;

/**
 * Examples to learn from or to be measured on: n inputs and the outputs wanted for them.
 *
 * <p>A data set keeps its examples as it likes (bytes of images, rows of a table) and writes them into the columns of a
 * mini-batch when asked. It is immutable, and many threads may read it at once.
 *
 * <pre>{@code
 * Dataset xor = Dataset.of(
 *         new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}},
 *         new double[][] {{0}, {1}, {1}, {0}});
 * }</pre>
 */
public interface Dataset {
    /** n, the number of examples. */
    int size();

    /** The shape of one input. */
    Shape inputs();

    /** The shape of one wanted output. */
    Shape targets();

    /**
     * Writes the examples {@code order[from]} to {@code order[from + x.columns() - 1]} into the columns of x and y.
     *
     * @param order indices of examples
     * @param x {@code inputs().size()} rows; overwritten
     * @param y {@code targets().size()} rows and as many columns as x; overwritten
     */
    void copyExamples(int[] order, int from, Matrix x, Matrix y);

    /** Whether some examples count more than others; not so unless overridden. */
    default boolean isWeighted() {
        return false;
    }

    /**
     * How much an example counts in training: its cost, and so its gradient, is multiplied by this; 1 unless overridden.
     *
     * <p>The sum over a mini-batch is divided by its size m all the same. Evaluation counts every example once, so that its
     * figures can be compared.
     *
     * @param example its index
     * @return finite and at least 0
     */
    default double weight(int example) {
        return 1;
    }

    /**
     * The same examples, each with a weight, by which the one that it may have already is multiplied.
     *
     * @param weights one for each example, finite and at least 0, not all 0; copied
     * @throws IllegalArgumentException if they are not
     */
    default Dataset weighted(double... weights) {
        return new WeightedDataset(this, weights);
    }

    /**
     * The examples {@code from} to {@code to - 1} as a data set of their own, without a copy.
     *
     * @throws IndexOutOfBoundsException if there are none such
     */
    default Dataset slice(int from, int to) {
        return new DatasetSlice(this, from, to);
    }

    /**
     * A data set of arrays, one example a row.
     *
     * @throws IllegalArgumentException if the counts or lengths differ, or a value is NaN or infinite
     */
    static Dataset of(double[][] inputs, double[][] targets) {
        return new ArrayDataset(inputs, targets);
    }

    /**
     * A data set of arrays whose wanted outputs are classes, one number for each example instead of a row of zeros and a one.
     *
     * <p>It is for networks with one output for each class and a cost that takes {@link ClassNumbers}, as log-likelihood does.
     *
     * @param inputs one example a row
     * @param classes the class of each, from 0
     * @throws IllegalArgumentException if the counts or lengths differ, an input is NaN or infinite, or a class below 0
     */
    static Dataset ofClasses(double[][] inputs, int... classes) {
        double[][] targets = new double[classes.length][];
        for (int i = 0; i < classes.length; i++) {
            if (classes[i] < 0) {
                throw new IllegalArgumentException(
                        "classes are counted from 0, but example " + i + " is of " + classes[i]);
            }
            targets[i] = new double[] {classes[i]};
        }
        return new ArrayDataset(inputs, targets);
    }
}
