package io.nabla.core;

import io.nabla.api.State;
import io.nabla.api.Stateful;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The order in which training meets the examples; it goes on from epoch to epoch, as a list in Python that is shuffled in place.
 *
 * <p>It is for one thread at a time.
 */
public final class ExampleOrder implements Stateful {
    private static final String EXAMPLES = "examples";

    private final int[] order;
    /** How many examples the data has; the order may be of fewer. */
    private final int examples;

    private ExampleOrder(int[] order, int examples) {
        this.order = order;
        this.examples = examples;
    }

    /** The examples 0, 1, ..., n - 1. */
    public static ExampleOrder of(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("an order needs at least one example, but got " + n);
        }
        return new ExampleOrder(IntStream.range(0, n).toArray(), n);
    }

    /** A new order of the first n examples in the order reached so far, as a slice of a Python list. */
    public ExampleOrder first(int n) {
        Objects.checkFromIndexSize(0, n, order.length);
        return new ExampleOrder(Arrays.copyOf(order, n), examples);
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

    @Override
    public Optional<State> state() {
        return Optional.of(State.empty()
                .with(EXAMPLES, Arrays.stream(order).asDoubleStream().toArray()));
    }

    /**
     * Takes over the order of a checkpoint.
     *
     * @throws IllegalArgumentException if it is of another length, or no order of different examples
     */
    @Override
    public void restore(State state) {
        double[] numbers = state.numbers(EXAMPLES, order.length);
        BitSet seen = new BitSet(examples);
        for (int i = 0; i < order.length; i++) {
            int example = (int) numbers[i];
            if (example != numbers[i] || example < 0 || example >= examples || seen.get(example)) {
                throw new IllegalArgumentException("an order has each of " + examples
                        + " examples once at most, from 0, but at " + i + " there is " + numbers[i]);
            }
            seen.set(example);
            order[i] = example;
        }
    }

    /** An order of as many of n examples as that of a checkpoint has. */
    static ExampleOrder ofLengthOf(Checkpoint checkpoint, int n) {
        int length = checkpoint.state().part("order").numbers(EXAMPLES).length;
        if (length > n) {
            throw new IllegalArgumentException("the checkpoint is of a run on " + length
                    + " examples, but the data has " + n + "; go on with the same data");
        }
        return of(n).first(length);
    }

    /** The order itself, which the trainer hands to the data set. */
    int[] indices() {
        return order;
    }
}
