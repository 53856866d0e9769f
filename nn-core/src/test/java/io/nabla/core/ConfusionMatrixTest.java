package io.nabla.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nabla.api.Dataset;
import io.nabla.api.Evaluation;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.api.Shape;
import io.nabla.core.TestPlugins.Dense;
import io.nabla.core.TestPlugins.Gaussian;
import io.nabla.core.TestPlugins.Quadratic;
import io.nabla.core.TestPlugins.Sigmoid;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.random.NumpyRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfusionMatrixTest {
    private static final ConfusionMatrix THREE = ConfusionMatrix.of(new int[][] {{5, 1, 0}, {2, 6, 1}, {0, 3, 12}});

    private static Network network(Precision precision, int outputs) {
        return Network.builder(3)
                .kernels(PlainKernels.of(precision))
                .layer(new Dense(4, new Sigmoid()))
                .layer(new Dense(outputs, new Sigmoid()))
                .build(new Gaussian(), new NumpyRandom(5));
    }

    private static double[][] inputs(int examples) {
        NumpyRandom random = new NumpyRandom(6);
        double[][] x = new double[examples][];
        for (int i = 0; i < examples; i++) {
            x[i] = new double[] {3 * random.nextGaussian(), 3 * random.nextGaussian(), 3 * random.nextGaussian()};
        }
        return x;
    }

    /** 450 examples go through the network in three parts; example i is wanted to be of class i mod 4. */
    @ParameterizedTest
    @EnumSource
    void countsEveryExampleOnce(Precision precision) {
        Network network = network(precision, 4);
        double[][] x = inputs(450);
        double[][] y = new double[450][4];
        int[][] expected = new int[4][4];
        Predictor predictor = network.predictor();
        for (int i = 0; i < 450; i++) {
            y[i][i % 4] = 1;
            double[] a = predictor.predict(x[i]);
            int given = 0;
            for (int label = 1; label < 4; label++) {
                given = a[label] > a[given] ? label : given;
            }
            expected[i % 4][given]++;
        }
        Dataset data = Dataset.of(x, y);
        ConfusionMatrix confusion = ConfusionMatrix.of(network, data);
        assertThat(confusion.counts()).isDeepEqualTo(expected);
        assertThat(confusion.examples()).isEqualTo(450);
        assertThat(confusion.wanted(0)).isEqualTo(113);
        assertThat(confusion.wanted(3)).isEqualTo(112);
        Evaluation evaluation = new Evaluator(new Quadratic()).evaluate(network, data);
        assertThat(confusion.accuracy())
                .isEqualTo(evaluation.mean(Accuracy.NAME))
                .isBetween(0.1, 0.5);
    }

    /** scikit-learn's figures, average='weighted'. */
    @Test
    void weightedAveragesAreThoseOfScikitLearn() {
        assertThat(THREE.weightedPrecision()).isCloseTo(0.7843956043956043, within(1e-15));
        assertThat(THREE.weightedRecall()).isCloseTo(0.7666666666666667, within(1e-15));
        assertThat(THREE.weightedF1()).isCloseTo(0.7718912666281087, within(1e-15));
        assertThat(THREE.weightedRecall()).isCloseTo(THREE.accuracy(), within(1e-15));
    }

    @Test
    void oneOutputTellsTwoClassesApart() {
        Network network = network(Precision.DOUBLE, 1);
        double[][] x = inputs(300);
        double[][] y = new double[300][1];
        int given = 0;
        Predictor predictor = network.predictor();
        for (int i = 0; i < 300; i++) {
            y[i][0] = i % 3 == 0 ? 1 : 0;
            given += predictor.predict(x[i])[0] >= 0.5 ? 1 : 0;
        }
        Dataset data = Dataset.of(x, y);
        ConfusionMatrix confusion = ConfusionMatrix.of(network, data);
        assertThat(confusion.classes()).isEqualTo(2);
        assertThat(confusion.wanted(1)).isEqualTo(100);
        assertThat(confusion.given(1)).isEqualTo(given);
        assertThat(confusion.accuracy())
                .isEqualTo(
                        new Evaluator(new Quadratic()).evaluate(network, data).mean(Accuracy.NAME));
    }

    @Test
    void theFiguresOfAClassAreSharesOfItsRowAndItsColumn() {
        assertThat(THREE.classes()).isEqualTo(3);
        assertThat(THREE.count(2, 1)).isEqualTo(3);
        assertThat(THREE.examples()).isEqualTo(30);
        assertThat(THREE.wanted(1)).isEqualTo(9);
        assertThat(THREE.given(1)).isEqualTo(10);
        assertThat(THREE.accuracy()).isEqualTo(23.0 / 30);
        assertThat(THREE.precision(1)).isEqualTo(6.0 / 10);
        assertThat(THREE.recall(1)).isEqualTo(6.0 / 9);
        assertThat(THREE.f1(1)).isCloseTo(2 * 0.6 * (2.0 / 3) / (0.6 + 2.0 / 3), within(1e-15));
        assertThat(THREE.macroPrecision()).isCloseTo((5.0 / 7 + 6.0 / 10 + 12.0 / 13) / 3, within(1e-15));
        assertThat(THREE.macroRecall()).isCloseTo((5.0 / 6 + 6.0 / 9 + 12.0 / 15) / 3, within(1e-15));
        assertThat(THREE.macroF1()).isCloseTo((10.0 / 13 + 12.0 / 19 + 24.0 / 28) / 3, within(1e-15));
    }

    /** Class 1 is never given, class 2 never wanted, class 3 neither. */
    @Test
    void whereThereIsNothingToShareTheFigureIsZero() {
        ConfusionMatrix confusion =
                ConfusionMatrix.of(new int[][] {{3, 0, 1, 0}, {2, 0, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}});
        assertThat(confusion.precision(1)).isZero();
        assertThat(confusion.recall(1)).isZero();
        assertThat(confusion.f1(1)).isZero();
        assertThat(confusion.precision(2)).isZero();
        assertThat(confusion.recall(2)).isZero();
        assertThat(confusion.f1(3)).isZero();
        assertThat(confusion.macroPrecision()).isCloseTo(3.0 / 5 / 3, within(1e-15));
        assertThat(confusion.macroRecall()).isCloseTo(3.0 / 4 / 3, within(1e-15));
        assertThat(confusion.macroF1()).isCloseTo(6.0 / 9 / 3, within(1e-15));
        assertThat(confusion.toString()).doesNotContain("NaN");
    }

    @Test
    void printsATable() {
        assertThat(ConfusionMatrix.of(new int[][] {{50, 2}, {3, 45}})).hasToString("""
                wanted \\ given      0      1  recall
                0                  50      2   0.962
                1                   3     45   0.938
                precision       0.943  0.957
                F1              0.952  0.947
                100 examples, accuracy 0.950; macro precision 0.950, recall 0.950, F1 0.950""");
    }

    @Test
    void theTableIsAsWideAsItsCounts() {
        assertThat(ConfusionMatrix.of(new int[][] {{1_234_567, 0}, {0, 1}}).toString())
                .contains("wanted \\ given        0        1  recall\n")
                .contains("0               1234567        0   1.000\n")
                .contains("precision         1.000    1.000\n");
    }

    @Test
    void isAValueThatNobodyCanChange() {
        int[][] counts = {{1, 2}, {3, 4}};
        ConfusionMatrix confusion = ConfusionMatrix.of(counts);
        counts[0][0] = 99;
        confusion.counts()[1][1] = 99;
        assertThat(confusion)
                .isEqualTo(ConfusionMatrix.of(new int[][] {{1, 2}, {3, 4}}))
                .hasSameHashCodeAs(ConfusionMatrix.of(new int[][] {{1, 2}, {3, 4}}))
                .isNotEqualTo(ConfusionMatrix.of(new int[][] {{1, 2}, {3, 5}}))
                .isNotEqualTo("1 2 3 4");
    }

    @Test
    void manyExamplesDoNotOverflow() {
        int many = Integer.MAX_VALUE;
        ConfusionMatrix confusion = ConfusionMatrix.of(new int[][] {{many, many}, {many, many}});
        assertThat(confusion.examples()).isEqualTo(4L * many);
        assertThat(confusion.accuracy()).isEqualTo(0.5);
        assertThat(confusion.f1(0)).isEqualTo(0.5);
    }

    @Test
    void anOutputOfNanIsOfNoClass() {
        Network network = network(Precision.DOUBLE, 2);
        network.layers().get(0).parameters().get("weights").fill(Double.POSITIVE_INFINITY);
        double[][] x = new double[250][3];
        for (double[] positive : x) {
            Arrays.fill(positive, 1);
        }
        x[230][1] = -1; // ∞ - ∞
        Dataset data = Dataset.of(x, new double[250][2]);
        assertThatThrownBy(() -> ConfusionMatrix.of(network, data))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("example 231 is of no class, since the network gives it an output of NaN; if training"
                        + " diverged, train anew with a smaller learning rate");
    }

    /** Data sets of arrays hold no NaN, but others may. */
    @Test
    void aWantedOutputOfNanIsOfNoClass() {
        Dataset data = new Dataset() {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public Shape inputs() {
                return Shape.of(3);
            }

            @Override
            public Shape targets() {
                return Shape.of(2);
            }

            @Override
            public void copyExamples(int[] order, int from, Matrix x, Matrix y) {
                x.fill(1);
                y.fill(Double.NaN);
            }
        };
        assertThatThrownBy(() -> ConfusionMatrix.of(network(Precision.DOUBLE, 2), data))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("example 1 is of no class, since a wanted output of it is NaN; mend the data");
    }

    @Test
    void refusesDataOfAnotherNumberOfClasses() {
        Dataset data = Dataset.of(inputs(2), new double[2][5]);
        Network network = network(Precision.DOUBLE, 4);
        assertThatThrownBy(() -> ConfusionMatrix.of(network, data))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the data wants 5 outputs per example but the network 3-4-4 gives 4");
    }

    @Test
    void refusesWhatIsNoConfusionMatrix() {
        assertRefused(new int[][] {{3}}, "a confusion matrix is of at least 2 classes, but got 1");
        assertRefused(
                new int[][] {{3, 0}, {1}},
                "a confusion matrix has as many columns as rows, but row 1 of 2 has 1 counts;"
                        + " put 0 where nothing was given");
        assertRefused(new int[][] {{3, 0}, {-1, 2}}, "counts are at least 0, but row 1 has -1");
        assertRefused(new int[2][2], "a confusion matrix needs at least one example, but all counts are 0");
    }

    private static void assertRefused(int[][] counts, String message) {
        assertThatThrownBy(() -> ConfusionMatrix.of(counts))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3})
    void refusesAClassThatThereIsNot(int label) {
        assertThatThrownBy(() -> THREE.count(label, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> THREE.count(0, label)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> THREE.precision(label)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> THREE.recall(label)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
