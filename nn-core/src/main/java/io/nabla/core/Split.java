package io.nabla.core;

import io.nabla.api.Dataset;
import io.nabla.api.Matrix;
import io.nabla.api.Shape;
import java.util.Arrays;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * A data set in two parts that share no example: one to learn from, and one to be measured on.
 *
 * <pre>{@code
 * Split split = Split.random(data, 0.2, new NumpyRandom(42));   // a fifth for validation
 * trainer.monitor("validation", split.validation()) ... .train(network, split.training());
 * }</pre>
 *
 * @param training what is learned
 * @param validation what is kept back
 */
public record Split(Dataset training, Dataset validation) {
    /** Checks that nothing is missing. */
    public Split {
        Objects.requireNonNull(training, "training");
        Objects.requireNonNull(validation, "validation");
    }

    /**
     * Keeps back a share of the examples, drawn at random; both parts are views of the data set, not copies.
     *
     * @param validationShare the share of examples to keep back, above 0 and below 1; rounded to a whole number of examples
     * @throws IllegalArgumentException if the share is out of range, or a part would be empty
     */
    public static Split random(Dataset data, double validationShare, RandomGenerator random) {
        if (!(validationShare > 0 && validationShare < 1)) {
            throw new IllegalArgumentException(
                    "the share for validation is above 0 and below 1, such as 0.2, but got " + validationShare);
        }
        int kept = (int) Math.round(validationShare * data.size());
        if (kept == 0 || kept == data.size()) {
            throw new IllegalArgumentException("a share of " + validationShare + " of " + data.size() + " examples is "
                    + kept + "; each part needs at least one example");
        }
        ExampleOrder order = ExampleOrder.of(data.size());
        order.shuffle(random);
        int[] shuffled = order.toArray();
        int learned = data.size() - kept;
        return new Split(
                new Some(data, Arrays.copyOfRange(shuffled, 0, learned)),
                new Some(data, Arrays.copyOfRange(shuffled, learned, shuffled.length)));
    }

    /** Some examples of another data set, in an order of their own. */
    private static final class Some implements Dataset {
        private final Dataset whole;
        private final int[] examples;

        Some(Dataset whole, int[] examples) {
            this.whole = whole;
            this.examples = examples;
        }

        @Override
        public int size() {
            return examples.length;
        }

        @Override
        public Shape inputs() {
            return whole.inputs();
        }

        @Override
        public Shape targets() {
            return whole.targets();
        }

        @Override
        public void copyExamples(int[] order, int from, Matrix x, Matrix y) {
            int[] chosen = new int[x.columns()];
            for (int i = 0; i < chosen.length; i++) {
                chosen[i] = examples[order[from + i]];
            }
            whole.copyExamples(chosen, 0, x, y);
        }

        @Override
        public boolean isWeighted() {
            return whole.isWeighted();
        }

        @Override
        public double weight(int example) {
            return whole.weight(examples[example]);
        }
    }
}
