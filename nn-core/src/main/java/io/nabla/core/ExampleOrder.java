package io.nabla.core;

import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The order in which training meets the examples; it goes on from epoch to epoch, as a list in Python that is shuffled in place.
 *
 * <p>It is for one thread at a time.
 */
public final class ExampleOrder {
    private final int[] order;

    private ExampleOrder(int[] order) {
        this.order = order;
    }

    /** The examples 0, 1, ..., n - 1. */
    public static ExampleOrder of(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("an order needs at least one example, but got " + n);
        }
        return new ExampleOrder(IntStream.range(0, n).toArray());
    }

    /** A new order of the first n examples in the order reached so far, as a slice of a Python list. */
    public ExampleOrder first(int n) {
        Objects.checkFromIndexSize(0, n, order.length);
        return new ExampleOrder(java.util.Arrays.copyOf(order, n));
    }

    /** Shuffles as Python 2 does: from the last to the second, each changes place with one at or before it. */
    public void shuffle(RandomGenerator random) {
        for (int i = order.length - 1; i >= 1; i--) {
            int j = (int) (random.nextDouble() * (i + 1));
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
    }

    /** How many examples there are. */
    public int size() {
        return order.length;
    }

    /** A copy of the order. */
    public int[] toArray() {
        return order.clone();
    }

    /** The order itself, which the trainer hands to the data set. */
    int[] indices() {
        return order;
    }
}
