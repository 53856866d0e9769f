package io.nabla.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import io.nabla.api.GradientEstimator;
import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.Parameters;
import io.nabla.api.Precision;
import io.nabla.api.Sequence;
import org.junit.jupiter.api.Test;

/**
 * What a gradient estimator must do: give the gradient of the book's own loops, and that of any other layers and
 * activations, summed over the mini-batch and added to nabla.
 *
 * <pre>{@code
 * class BackpropagationTest implements GradientEstimatorContract {
 *     public GradientEstimator estimator() { return new Backpropagation(); }
 * }
 * }</pre>
 *
 * <p>An estimator that approximates tells how well:
 *
 * <pre>{@code
 * class FiniteDifferencesTest implements GradientEstimatorContract {
 *     public GradientEstimator estimator() { return FiniteDifferences.central(); }
 *     public double tolerance() { return 1e-7; }
 * }
 * }</pre>
 */
public interface GradientEstimatorContract extends UsesKernels {
    /** The estimator to test. */
    GradientEstimator estimator();

    /** How far a derivative may be off, relative to the greater of 1 and the greatest of its matrix; rounding alone unless overridden. */
    default double tolerance() {
        return 1e-12;
    }

    /** Sigmoid layers with the quadratic cost: the gradient of {@link TextbookNetwork}. */
    @Test
    default void agreesWithTheTextbook() {
        for (int[] sizes : new int[][] {{3, 4, 2}, {2, 5, 3, 4}, {3, 3, 3, 3}, {1, 1, 1}, {4, 3}, {6, 2, 7, 2, 5}}) {
            for (int examples : new int[] {1, 5}) {
                EstimatorExample example = EstimatorExample.dense(
                        kernels(Precision.DOUBLE), sizes, examples, new Toys.LogisticFromZ(), new Toys.Logistic());
                Sequence<Parameters> nabla = example.zeros();
                double cost = estimator().estimate(example.layers(), example.cost(), example.miniBatch(), nabla);
                TextbookNetwork textbook = TextbookNetwork.copyOf(example.layers());
                String what = "sigmoid network " + example.sizes() + ", " + examples + " examples";
                example.compare(
                        example.textbookGradient(textbook), nabla, tolerance(), what, "the textbook's loops give");
                Expect.close(
                        example.textbookCost(textbook), cost, 1e-12, what + ": the cost, summed over the examples");
            }
        }
    }

    /** A different activation in each layer, a softmax among them: the slope of the cost by every parameter. */
    @Test
    default void differentiatesAnyActivations() {
        Kernels kernels = kernels(Precision.DOUBLE);
        agreesWithSlopes(EstimatorExample.dense(
                kernels,
                new int[] {3, 4, 5, 2},
                4,
                new Toys.Algebraic(),
                new Toys.LogisticFromZ(),
                new Toys.Softmax()));
        agreesWithSlopes(EstimatorExample.dense(
                kernels, new int[] {3, 3, 3, 3}, 4, new Toys.Softmax(), new Toys.Algebraic(), new Toys.Logistic()));
    }

    /** Layers without parameters, at the start, in the middle and at the end. */
    @Test
    default void differentiatesThroughLayersThatLearnNothing() {
        Kernels kernels = kernels(Precision.DOUBLE);
        EstimatorExample dense =
                EstimatorExample.dense(kernels, new int[] {3, 4, 3}, 3, new Toys.Algebraic(), new Toys.LogisticFromZ());
        Layer first = dense.layers().get(0);
        Layer last = dense.layers().get(-1);
        Layer three = new ToyLayers.Reversal(3, new Toys.Algebraic());
        Layer four = new ToyLayers.Reversal(4, new Toys.LogisticFromZ());
        agreesWithSlopes(dense.withLayers(Sequence.of(first, four, last)));
        agreesWithSlopes(dense.withLayers(Sequence.of(three, first, last)));
        agreesWithSlopes(dense.withLayers(Sequence.of(first, last, three)));
    }

    /** The gradient is added to what nabla holds. */
    @Test
    default void addsToNabla() {
        EstimatorExample example = anExample(3);
        Sequence<Parameters> nabla = example.zeros();
        estimator().estimate(example.layers(), example.cost(), example.miniBatch(), nabla);
        Sequence<Parameters> filled = example.zeros();
        Draws draws = new Draws(91);
        filled.forEach(ofLayer -> ofLayer.forEach(p -> draws.fill(p.value(), -1, 1)));
        for (int l = 0; l < filled.size(); l++) {
            for (int p = 0; p < filled.get(l).size(); p++) {
                nabla.get(l).get(p).value().combine(1, 1, filled.get(l).get(p).value());
            }
        }
        estimator().estimate(example.layers(), example.cost(), example.miniBatch(), filled);
        example.compare(
                nabla,
                filled,
                tolerance(),
                "a nabla that was not zero",
                "the sum of that and the gradient (is it added?) is");
    }

    /** The estimate of a mini-batch is the sum of the estimates of its examples. */
    @Test
    default void sumsOverTheExamples() {
        EstimatorExample example = anExample(6);
        Sequence<Parameters> whole = example.zeros();
        Sequence<Parameters> sum = example.zeros();
        double cost = estimator().estimate(example.layers(), example.cost(), example.miniBatch(), whole);
        double costs = 0;
        for (int i = 0; i < 6; i++) {
            costs += estimator().estimate(example.layers(), example.cost(), example.example(i), sum);
        }
        example.compare(sum, whole, tolerance(), "a mini-batch of 6 examples", "the sum over the examples alone is");
        Expect.close(costs, cost, 1e-12, "the cost of 6 examples, against the sum of their costs alone");
    }

    /** Each example's cost and gradient count as often as its weight says; one of weight 0 does not count. */
    @Test
    default void multipliesEachExampleByItsWeight() {
        double[] weights = {2, 0, 0.5, 1};
        EstimatorExample example = anExample(4);
        EstimatorExample weighted = example.weighted(weights);
        Sequence<Parameters> whole = example.zeros();
        double cost = estimator().estimate(weighted.layers(), weighted.cost(), weighted.miniBatch(), whole);
        Sequence<Parameters> sum = example.zeros();
        double costs = 0;
        for (int i = 0; i < weights.length; i++) {
            Sequence<Parameters> alone = example.zeros();
            costs += weights[i] * estimator().estimate(example.layers(), example.cost(), example.example(i), alone);
            for (int l = 0; l < sum.size(); l++) {
                for (int p = 0; p < sum.get(l).size(); p++) {
                    sum.get(l)
                            .get(p)
                            .value()
                            .combine(1, weights[i], alone.get(l).get(p).value());
                }
            }
        }
        example.compare(
                sum,
                whole,
                tolerance(),
                "a mini-batch of 4 examples that weigh 2, 0, 0.5 and 1",
                "the sum over the examples alone, times their weights, is");
        Expect.close(
                costs, cost, 1e-12, "the cost of 4 weighted examples, against the sum of their costs times weights");
        agreesWithSlopes(weighted);
    }

    /** Parameters and examples are as they were before, to the bit. */
    @Test
    default void changesNothingButNabla() {
        EstimatorExample example = anExample(3);
        Snapshot kept = new Snapshot()
                .keep("x", example.miniBatch().x())
                .keep("y", example.miniBatch().y());
        example.layers().forEach(kept::keepParameters);
        estimator().estimate(example.layers(), example.cost(), example.miniBatch(), example.zeros());
        kept.verify("estimate");
    }

    /** A second estimate has the same bits, whatever came between. */
    @Test
    default void hasNoState() {
        GradientEstimator estimator = estimator();
        EstimatorExample example = anExample(4);
        Sequence<Parameters> first = example.zeros();
        double cost = estimator.estimate(example.layers(), example.cost(), example.miniBatch(), first);
        EstimatorExample other =
                EstimatorExample.dense(kernels(Precision.DOUBLE), new int[] {2, 3}, 2, new Toys.Algebraic());
        estimator.estimate(other.layers(), other.cost(), other.miniBatch(), other.zeros());
        Sequence<Parameters> second = example.zeros();
        double again = estimator.estimate(example.layers(), example.cost(), example.miniBatch(), second);
        if (!Expect.sameBits(cost, again)) {
            fail("the cost of a second estimate: " + Figures.both(cost, again));
        }
        example.compare(first, second, 0, "a second estimate", "the first gave");
    }

    private EstimatorExample anExample(int examples) {
        return EstimatorExample.dense(
                kernels(Precision.DOUBLE),
                new int[] {3, 4, 2},
                examples,
                new Toys.Algebraic(),
                new Toys.LogisticFromZ());
    }

    private void agreesWithSlopes(EstimatorExample example) {
        Sequence<Parameters> nabla = example.zeros();
        double cost = estimator().estimate(example.layers(), example.cost(), example.miniBatch(), nabla);
        Expect.close(example.costOfPass(), cost, 1e-12, "network " + example.sizes() + ": the cost");
        for (int l = 0; l < nabla.size(); l++) {
            for (int p = 0; p < nabla.get(l).size(); p++) {
                for (int i = 0; i < nabla.get(l).get(p).value().size(); i++) {
                    Slope slope = example.slope(l, p, i);
                    double derivative = nabla.get(l).get(p).value().get(i);
                    if (!slope.matches(derivative)
                            && !Expect.isClose(slope.value(), derivative, tolerance() + slope.noise())) {
                        fail("network " + example.sizes() + ": the derivative by " + example.describe(l, p, i) + " "
                                + slope.against(derivative, "the cost"));
                    }
                }
            }
        }
    }
}
