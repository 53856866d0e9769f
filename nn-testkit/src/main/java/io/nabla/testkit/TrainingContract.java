package io.nabla.testkit;

import io.nabla.api.Cost;
import io.nabla.api.Dataset;
import io.nabla.api.Layer;
import io.nabla.api.Precision;
import io.nabla.api.Sequence;
import org.junit.jupiter.api.Test;

/**
 * What plain stochastic gradient descent must do: end, after some epochs, with the weights of the book's own loops, also
 * where the last mini-batch is smaller than the others.
 *
 * <pre>{@code
 * class TrainerTest implements TrainingContract {
 *     public void train(Sequence<Layer> layers, Cost cost, Dataset data, int miniBatchSize, double learningRate, int epochs) {
 *         Network network = Network.of(layers.get(0).parameters().get(0).value().kernels(), layers);
 *         Trainer.builder(cost, new Sgd(learningRate))
 *                 .miniBatchSize(miniBatchSize)
 *                 .epochs(epochs)
 *                 .build()
 *                 .train(network, data);
 *     }
 * }
 * }</pre>
 */
public interface TrainingContract extends UsesKernels {
    /**
     * Trains layers in place, by w ← w - (η/m) Σ∇w for each mini-batch of m examples.
     *
     * @param layers sigmoid layers with their start values
     * @param cost the quadratic cost
     * @param data to be learned in its own order, not shuffled, in every epoch
     * @param miniBatchSize how many examples a mini-batch has; the last one has what is left over
     * @param learningRate η
     * @param epochs how often the data is learned
     */
    void train(Sequence<Layer> layers, Cost cost, Dataset data, int miniBatchSize, double learningRate, int epochs);

    /** One mini-batch: a single step. */
    @Test
    default void takesTheTextbooksStep() {
        check(new int[] {2, 3, 1}, 4, 4, 0.5, 1);
        check(new int[] {2, 3, 1}, 1, 1, 0.5, 1);
    }

    /** Mini-batches that share the data out evenly. */
    @Test
    default void trainsLikeTheTextbook() {
        check(new int[] {3, 4, 2}, 10, 5, 3.0, 3);
        check(new int[] {3, 3, 3, 3}, 6, 2, 0.5, 4);
        check(new int[] {2, 2}, 5, 1, 1.0, 2);
    }

    /** A last mini-batch that is smaller is learned, and its gradient divided by its own size. */
    @Test
    default void learnsASmallerLastMiniBatch() {
        check(new int[] {3, 4, 2}, 7, 3, 0.5, 1);
        check(new int[] {3, 4, 2}, 10, 4, 3.0, 3);
        check(new int[] {2, 5, 3, 2}, 11, 10, 1.0, 2);
    }

    /** A mini-batch larger than the data is all of the data. */
    @Test
    default void learnsFewerExamplesThanAMiniBatch() {
        check(new int[] {3, 4, 2}, 4, 10, 0.5, 2);
    }

    /** An example of weight 2 counts as two, also in the division by m, which is the number of examples; one of 0 as none. */
    @Test
    default void countsAnExampleAsOftenAsItsWeightSays() {
        int[] weights = {2, 1, 0, 3, 1, 4};
        TrainingRun run = TrainingRun.of(kernels(Precision.DOUBLE), new int[] {3, 4, 2}, 6, 3, 0.5, 2)
                .weighted(weights);
        train(run.layers(), new Toys.Quadratic(), run.data(), 3, 0.5, 2);
        run.verify();
    }

    private void check(int[] sizes, int examples, int miniBatchSize, double learningRate, int epochs) {
        TrainingRun run =
                TrainingRun.of(kernels(Precision.DOUBLE), sizes, examples, miniBatchSize, learningRate, epochs);
        train(run.layers(), new Toys.Quadratic(), run.data(), miniBatchSize, learningRate, epochs);
        run.verify();
    }
}
