package io.nabla.core;

import io.nabla.api.Dataset;
import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.core.kernels.PlainKernels;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Weights by the class of an example, so that rare classes are learned as well as common ones.
 *
 * <pre>{@code
 * Dataset balanced = ClassWeights.balanced(data);      // each class counts the same in all
 * Dataset tenfold = ClassWeights.of(data, 1, 10);      // an example of class 1 counts as ten of class 0
 * }</pre>
 *
 * <p>The class stands where the greatest wanted output stands, the first of several; a data set with one wanted output
 * tells the number of the class, from 0. PyTorch divides by the sum of the weights in a mini-batch; here, as everywhere, the
 * division is by the number of examples.
 */
public final class ClassWeights {
    private static final int CHUNK = 200;

    private ClassWeights() {}

    /**
     * The same examples, each weighing what its class does.
     *
     * @param weights one for each class, finite and at least 0
     * @throws IllegalArgumentException if there are other numbers of classes and weights, a weight is out of its range, or an
     *     example of no class
     */
    public static Dataset of(Dataset data, double... weights) {
        int outputs = data.targets().size();
        if (outputs != 1 && outputs != weights.length) {
            throw new IllegalArgumentException(
                    "there are " + weights.length + " weights for " + outputs + " classes; give each class one");
        }
        int[] classes = classes(data, weights.length);
        return data.weighted(Arrays.stream(classes).mapToDouble(c -> weights[c]).toArray());
    }

    /**
     * The same examples, so weighed that every class that is there weighs the same in all, and all weights have a mean of 1.
     *
     * <p>Of n examples, n_c of them of class c, and K classes that are there, one of class c weighs n / (K · n_c).
     *
     * @throws IllegalArgumentException if an example is of no class
     * @see <a href="https://scikit-learn.org/stable/modules/generated/sklearn.utils.class_weight.compute_class_weight.html">
     *     scikit-learn's "balanced"</a>
     */
    public static Dataset balanced(Dataset data) {
        int outputs = data.targets().size();
        int[] classes = classes(data, outputs == 1 ? Integer.MAX_VALUE : outputs);
        Map<Integer, Integer> counts = new HashMap<>();
        Arrays.stream(classes).forEach(c -> counts.merge(c, 1, Integer::sum));
        return data.weighted(Arrays.stream(classes)
                .mapToDouble(c -> (double) data.size() / ((double) counts.size() * counts.get(c)))
                .toArray());
    }

    /** The class of each example. */
    private static int[] classes(Dataset data, int most) {
        Kernels kernels = PlainKernels.of(Precision.DOUBLE);
        int[] classes = new int[data.size()];
        for (int from = 0; from < classes.length; from += CHUNK) {
            int[] order = indices(from, Math.min(from + CHUNK, classes.length));
            Matrix x = Matrix.zeros(kernels, data.inputs().size(), order.length);
            Matrix y = Matrix.zeros(kernels, data.targets().size(), order.length);
            data.copyExamples(order, 0, x, y);
            for (int i = 0; i < order.length; i++) {
                classes[order[i]] = classOf(y, i, order[i], most);
            }
        }
        return classes;
    }

    private static int classOf(Matrix y, int column, int example, int most) {
        // Of several outputs that are NaN, the class is none, which is below 0.
        double number = y.rows() == 1 ? y.get(0, column) : Classes.of(y, column);
        if (!(number >= 0 && number < most && number == Math.rint(number))) {
            throw new IllegalArgumentException("example " + (example + 1)
                    + " is of no class: classes are counted from 0"
                    + (most == Integer.MAX_VALUE ? "" : " to " + (most - 1)) + ", but its wanted output is "
                    + (number == Classes.NONE && y.rows() > 1 ? "NaN" : String.valueOf(number))
                    + "; mend the data, or give a weight for every class");
        }
        return (int) number;
    }

    private static int[] indices(int from, int to) {
        int[] indices = new int[to - from];
        Arrays.setAll(indices, i -> from + i);
        return indices;
    }
}
