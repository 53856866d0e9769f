package io.nabla.core;

import io.nabla.api.Dataset;
import io.nabla.api.Matrix;
import io.nabla.api.Workspace;
import java.util.stream.IntStream;

/**
 * What a network answers to the examples of a data set, from the first to the last, some hundred at a time.
 *
 * <pre>{@code
 * for (Answers answers = new Answers(network, data); answers.next(); ) {
 *     total += cost.value(answers.a(), answers.y());
 * }
 * }</pre>
 */
final class Answers {
    /** How many examples go through the network at once; fixed, since it decides the order of sums. */
    private static final int CHUNK = 200;

    private final Network network;
    private final Dataset data;
    private final int[] order;
    private final Workspace workspace = new Workspace();
    private int from;
    private int to;
    private Matrix a;
    private Matrix y;

    /** Refuses data that does not fit the network. */
    Answers(Network network, Dataset data) {
        Fit.check(network, data);
        this.network = network;
        this.data = data;
        this.order = IntStream.range(0, data.size()).toArray();
    }

    /** Goes on to the next examples; what was had before is overwritten. False if there are none. */
    boolean next() {
        from = to;
        if (from == order.length) {
            return false;
        }
        to = from + Math.min(CHUNK, order.length - from);
        workspace.reset();
        Matrix x = workspace.matrix(network.kernels(), data.inputs().size(), to - from);
        y = workspace.matrix(network.kernels(), data.targets().size(), to - from);
        data.copyExamples(order, from, x, y);
        a = network.feedforward(x);
        return true;
    }

    /** Where in the data set the first of these examples stands. */
    int from() {
        return from;
    }

    /** The outputs of the network, one column per example. */
    Matrix a() {
        return a;
    }

    /** The wanted outputs, of the same shape, or class numbers. */
    Matrix y() {
        return y;
    }
}
