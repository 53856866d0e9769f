package io.nabla.examples.gradcheck;

import io.nabla.api.MiniBatch;
import io.nabla.api.Parameters;
import io.nabla.api.Sequence;
import io.nabla.api.Workspace;
import io.nabla.core.Backpropagation;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * What one backprop costs, in forward passes: chapter 2 expects about two, one pass forward and one of about the same work
 * backward.
 *
 * <p>Both are measured on the same mini-batches, in turn, in a workspace and with the gradient set to zero first, just as
 * the trainer does it. After a warm-up, the median of the measurements counts.
 *
 * @param forwardSeconds one forward pass of a mini-batch
 * @param backpropSeconds one backprop of a mini-batch: a forward pass, a backward pass and the gradient of every parameter
 * @param measurements how many of each were made
 */
record Price(double forwardSeconds, double backpropSeconds, int measurements) {
    private static final double WARM_UP_SECONDS = 1;
    private static final double SECONDS = 2;
    private static final int MOST = 1001;
    private static final int FEWEST = 5;

    /** One backprop in forward passes. */
    double passes() {
        return backpropSeconds / forwardSeconds;
    }

    /** Measures it. */
    static Price measure(Subject subject) {
        Stopwatch stopwatch = new Stopwatch(subject);
        stopwatch.run(Integer.MAX_VALUE, WARM_UP_SECONDS);
        return stopwatch.run(MOST, SECONDS);
    }

    private static final class Stopwatch {
        private final Subject subject;
        private final Workspace workspace = new Workspace();
        private final Sequence<Parameters> nabla;
        private final Backpropagation backpropagation = new Backpropagation();

        Stopwatch(Subject subject) {
            this.subject = subject;
            this.nabla =
                    subject.network().layers().map(layer -> layer.parameters().zeros());
        }

        /** Measures until either limit is reached, but a few times at least. */
        Price run(int most, double seconds) {
            double[] forward = new double[0];
            double[] backprop = new double[0];
            long start = System.nanoTime();
            int n = 0;
            while (n < FEWEST || (n < most && since(start) < seconds)) {
                if (n == forward.length) {
                    forward = Arrays.copyOf(forward, 2 * n + FEWEST);
                    backprop = Arrays.copyOf(backprop, 2 * n + FEWEST);
                }
                int number = n % subject.miniBatches();
                forward[n] = timed(number, miniBatch -> subject.network().feedforward(miniBatch.x()));
                backprop[n] = timed(number, this::backprop);
                n++;
            }
            return new Price(median(forward, n), median(backprop, n), n);
        }

        private double timed(int number, Consumer<MiniBatch> pass) {
            workspace.reset();
            MiniBatch miniBatch = subject.miniBatch(number, workspace);
            long start = System.nanoTime();
            pass.accept(miniBatch);
            return since(start);
        }

        private void backprop(MiniBatch miniBatch) {
            for (Parameters ofLayer : nabla) {
                ofLayer.forEach(parameter -> parameter.value().fill(0));
            }
            backpropagation.estimate(subject.network().layers(), subject.cost(), miniBatch, nabla);
        }

        private static double since(long start) {
            return (System.nanoTime() - start) * 1e-9;
        }

        private static double median(double[] values, int n) {
            double[] sorted = Arrays.copyOf(values, n);
            Arrays.sort(sorted);
            return sorted[n / 2];
        }
    }
}
