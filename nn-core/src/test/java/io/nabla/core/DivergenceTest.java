package io.nabla.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nabla.api.Cost;
import io.nabla.api.Dataset;
import io.nabla.api.ElementwiseActivation;
import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.Parameter;
import io.nabla.api.Precision;
import io.nabla.api.Shape;
import io.nabla.core.Divergence.Place;
import io.nabla.core.TestPlugins.Dense;
import io.nabla.core.TestPlugins.Gaussian;
import io.nabla.core.TestPlugins.Quadratic;
import io.nabla.core.TestPlugins.Sgd;
import io.nabla.core.TestPlugins.Sigmoid;
import io.nabla.core.TestPlugins.Tanh;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.random.NumpyRandom;
import io.nabla.core.random.PythonRandom;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the first number that is not finite came from: each cause is planted, and the report must name it. */
class DivergenceTest {
    private record Formula(String name, DoubleUnaryOperator sigma, DoubleBinaryOperator slope)
            implements ElementwiseActivation {
        @Override
        public double value(double z) {
            return sigma.applyAsDouble(z);
        }

        @Override
        public double derivative(double z, double a) {
            return slope.applyAsDouble(z, a);
        }
    }

    private static final ElementwiseActivation RELU =
            new Formula("relu", z -> Math.max(0, z), (z, a) -> z > 0 ? 1 : z <= 0 ? 0 : Double.NaN);
    private static final ElementwiseActivation IDENTITY = new Formula("identity", z -> z, (z, a) -> 1);

    /** -Σ y ln a, its logarithm as it is. */
    private record BareLogarithm() implements Cost {
        @Override
        public String name() {
            return "bare-logarithm";
        }

        @Override
        public double value(Matrix a, Matrix y) {
            return a.zip(y, (output, target) -> -target * StrictMath.log(output))
                    .sum();
        }

        @Override
        public Matrix gradient(Matrix a, Matrix y) {
            return a.zip(y, (output, target) -> -target / output);
        }
    }

    /** A data set of arrays refuses NaN; this one does not look. */
    private static final class Unchecked implements Dataset {
        private final double[][] xs;
        private final double[][] ys;

        Unchecked(double[][] xs, double[][] ys) {
            this.xs = xs;
            this.ys = ys;
        }

        @Override
        public int size() {
            return xs.length;
        }

        @Override
        public Shape inputs() {
            return Shape.of(xs[0].length);
        }

        @Override
        public Shape targets() {
            return Shape.of(ys[0].length);
        }

        @Override
        public void copyExamples(int[] order, int from, Matrix x, Matrix y) {
            for (int column = 0; column < x.columns(); column++) {
                for (int row = 0; row < x.rows(); row++) {
                    x.set(row, column, xs[order[from + column]][row]);
                }
                for (int row = 0; row < y.rows(); row++) {
                    y.set(row, column, ys[order[from + column]][row]);
                }
            }
        }
    }

    private static double[][] draws(int rows, int columns, int seed) {
        NumpyRandom random = new NumpyRandom(seed);
        double[][] draws = new double[rows][];
        for (int i = 0; i < rows; i++) {
            draws[i] = random.doubles(columns).toArray();
        }
        return draws;
    }

    private static Network network(Precision precision, int inputs, Dense... layers) {
        Network.Builder builder = Network.builder(inputs).kernels(PlainKernels.of(precision));
        for (Dense layer : layers) {
            builder.layer(layer);
        }
        return builder.build(new Gaussian(), new NumpyRandom(1));
    }

    /** A layer after the other with one unit each, no bias and this weight. */
    private static Network chain(double... weights) {
        Dense[] layers = new Dense[weights.length];
        java.util.Arrays.fill(layers, new Dense(1, IDENTITY));
        Network network = network(Precision.DOUBLE, 1, layers);
        for (int l = 0; l < weights.length; l++) {
            network.layers().get(l).parameters().get("weights").fill(weights[l]);
            network.layers().get(l).parameters().get("biases").fill(0);
        }
        return network;
    }

    private static TrainerBuilder trainer(Cost cost, double learningRate) {
        return Trainer.builder(cost, new Sgd(learningRate)).miniBatchSize(5);
    }

    private static TrainingDivergedException diverged(TrainerBuilder trainer, Network network, Dataset data) {
        return catchThrowableOfType(
                TrainingDivergedException.class, () -> trainer.build().train(network, data));
    }

    private static void assertFinite(Network network) {
        for (Layer layer : network.layers()) {
            for (Parameter parameter : layer.parameters()) {
                assertThat(parameter.value().isFinite()).as(parameter.name()).isTrue();
            }
        }
    }

    /** The place is confirmed by a pass of the test's own: nothing before it overflows, and it does. */
    @ParameterizedTest
    @EnumSource
    void aLearningRateOfAMillionIsFoundWhereItOverflows(Precision precision) {
        double[][] xs = draws(23, 3, 1);
        Network network = network(precision, 3, new Dense(8, RELU), new Dense(6, RELU), new Dense(2, IDENTITY));
        TrainingDivergedException e = diverged(
                trainer(new Quadratic(), 1e6).epochs(20).shuffle(new PythonRandom(3)),
                network,
                Dataset.of(xs, draws(23, 2, 2)));
        Divergence divergence = e.divergence();
        assertThat(e.epoch()).isPositive();
        assertThat(e)
                .hasMessageContaining("smaller learning rate")
                .hasMessageContaining(
                        "too large a learning rate lets parameters grow without end: the norm of all parameters is ");
        assertThat(e.getMessage().lines()).hasSize(1);
        assertThat(divergence.value())
                .isNotEqualTo(0)
                .satisfies(value -> assertThat(Double.isFinite(value)).isFalse());
        assertThat(divergence.place()).isIn(Place.WEIGHTED_INPUT, Place.ERROR, Place.GRADIENT, Place.COST);
        assertFinite(network);
        assertThat(divergence.example()).isBetween(1, 23);
        if (divergence.place() == Place.WEIGHTED_INPUT) {
            Matrix a = Matrix.column(PlainKernels.of(precision), xs[divergence.example() - 1]);
            for (int l = 1; l < divergence.layer(); l++) {
                Layer layer = network.layers().get(l - 1);
                a = layer.activation().apply(layer.weightedInput(a));
                assertThat(a.isFinite()).isTrue();
            }
            Matrix z = network.layers().get(divergence.layer() - 1).weightedInput(a);
            assertThat(z.get(divergence.unit() - 1)).isEqualTo(Double.valueOf(divergence.value()));
        }
    }

    @Test
    void aNanInTheDataIsNamedByItsExampleAndInput() {
        double[][] xs = draws(23, 3, 1);
        double[][] ys = draws(23, 1, 2);
        xs[16][1] = Double.NaN;
        Dataset data = new Unchecked(xs, ys);
        for (ElementwiseActivation sigma : List.of(RELU, new Sigmoid())) {
            Network network = network(Precision.DOUBLE, 3, new Dense(4, sigma), new Dense(1, new Sigmoid()));
            TrainingDivergedException e =
                    diverged(trainer(new Quadratic(), 0.1).shuffle(new PythonRandom(3)), network, data);
            assertThat(e)
                    .hasMessageContaining("the data itself is not finite: input 2 of example 17 is NaN")
                    .hasMessageContaining("leave the example out");
            assertThat(e.divergence())
                    .extracting(Divergence::place, Divergence::layer, Divergence::unit, Divergence::example)
                    .containsExactly(Place.INPUT, 0, 2, 17);
            assertThat(e.layer()).isZero();
            int[] order = order(23);
            int position = 0;
            while (order[position] != 16) {
                position++;
            }
            assertThat(e.miniBatch()).isEqualTo(position / 5 + 1);
            assertFinite(network);
        }
    }

    /** Its weights become NaN in the mini-batch of the example, and the cost shows it never. */
    @Test
    void aNanInTheDataIsNamedThoughAnActivationSwallowsIt() {
        double[][] xs = draws(23, 3, 1);
        xs[4][2] = Double.NaN;
        ElementwiseActivation swallowing =
                new Formula("swallowing", z -> Double.isNaN(z) ? 0 : z, (z, a) -> Double.isNaN(z) ? 0 : 1);
        TrainingDivergedException e = diverged(
                trainer(new Quadratic(), 0.1),
                network(Precision.DOUBLE, 3, new Dense(4, swallowing), new Dense(1, new Sigmoid())),
                new Unchecked(xs, draws(23, 1, 2)));
        assertThat(e).hasMessageContaining("the data itself is not finite: input 3 of example 5 is NaN");
        assertThat(e.miniBatch()).as("the last, as it was found then").isEqualTo(5);
    }

    private static int[] order(int n) {
        ExampleOrder order = ExampleOrder.of(n);
        order.shuffle(new PythonRandom(3));
        return order.toArray();
    }

    @Test
    void anInfiniteWantedOutputIsNamed() {
        double[][] ys = draws(23, 2, 2);
        ys[3][1] = Double.NEGATIVE_INFINITY;
        TrainingDivergedException e = diverged(
                trainer(new Quadratic(), 0.1),
                network(Precision.DOUBLE, 3, new Dense(2, new Sigmoid())),
                new Unchecked(draws(23, 3, 1), ys));
        assertThat(e).hasMessageContaining("wanted output 2 of example 4 is -Infinity");
        assertThat(e.divergence().place()).isEqualTo(Place.WANTED_OUTPUT);
    }

    /** √z, and z is below 0 for one example alone. */
    @Test
    void anActivationThatGivesNanIsNamedWithItsZ() {
        Network network = network(
                Precision.DOUBLE,
                1,
                new Dense(2, new Formula("root", Math::sqrt, (z, a) -> 0.5 / a)),
                new Dense(1, new Sigmoid()));
        Matrix w = network.layers().get(0).parameters().get("weights");
        w.set(0, 1);
        w.set(1, 2);
        network.layers().get(0).parameters().get("biases").fill(1);
        Dataset data = Dataset.of(new double[][] {{1}, {2}, {-0.75}, {3}}, new double[][] {{1}, {0}, {1}, {0}});
        TrainingDivergedException e = diverged(trainer(new Quadratic(), 0.1), network, data);
        assertThat(e)
                .hasMessageContaining("the activation 'root' of layer 1 (dense) for z = -0.5 gives NaN, at unit 2 for"
                        + " example 3; an activation gives a finite number for every finite z; mend it");
        assertThat(e.divergence())
                .extracting(Divergence::place, Divergence::layer, Divergence::unit, Divergence::example)
                .containsExactly(Place.ACTIVATION, 1, 2, 3);
        assertThat(e.divergence().value()).isNaN();
        assertFinite(network);
    }

    @Test
    void aSlopeThatIsNanIsNamedWithItsZ() {
        ElementwiseActivation broken = new Formula("broken", z -> z, (z, a) -> z == 2 ? Double.NaN : 1);
        Network network = network(Precision.DOUBLE, 1, new Dense(1, broken), new Dense(1, IDENTITY));
        network.layers().get(0).parameters().get("weights").fill(1);
        network.layers().get(0).parameters().get("biases").fill(0);
        network.layers().get(1).parameters().get("weights").fill(0.5);
        network.layers().get(1).parameters().get("biases").fill(0);
        Dataset data = Dataset.of(new double[][] {{1}, {2}}, new double[][] {{0}, {0}});
        TrainingDivergedException e = diverged(trainer(new Quadratic(), 0.1), network, data);
        assertThat(e)
                .hasMessageContaining("the error of layer 1 (dense) is NaN, at unit 1 for example 2: the activation"
                        + " 'broken' makes that of 0.5 at z = 2.0; a slope is finite");
        assertThat(e.divergence().place()).isEqualTo(Place.ERROR);
        assertFinite(network);

        Network outputs = network(Precision.DOUBLE, 1, new Dense(1, broken));
        outputs.layers().get(0).parameters().get("weights").fill(1);
        outputs.layers().get(0).parameters().get("biases").fill(0);
        assertThat(diverged(trainer(new Quadratic(), 0.1), outputs, data))
                .hasMessageContaining(
                        "the error of layer 1 (dense) is NaN, at unit 1 for example 2, by the slope of the cost"
                                + " 'quadratic' at an output of 2.0 and that of the activation 'broken' at z = 2.0");
    }

    @Test
    void theLogarithmOf0InACostIsNamed() {
        Network network = network(Precision.DOUBLE, 1, new Dense(2, RELU));
        Matrix w = network.layers().get(0).parameters().get("weights");
        w.set(0, 1);
        w.set(1, -1);
        network.layers().get(0).parameters().get("biases").fill(0.5);
        Dataset data = Dataset.of(new double[][] {{0.25}, {2}}, new double[][] {{1, 1}, {1, 1}});
        TrainingDivergedException e = diverged(trainer(new BareLogarithm(), 0.1), network, data);
        assertThat(e)
                .hasMessageContaining(
                        "the cost 'bare-logarithm' of example 2 became NaN or infinite: it is Infinity,"
                                + " computed from finite outputs of layer 1, of which output 2 is 0.0; the logarithm of 0 is infinite");
        assertThat(e.divergence())
                .extracting(Divergence::place, Divergence::layer, Divergence::unit, Divergence::example)
                .containsExactly(Place.COST, 2, 2, 2);
        assertFinite(network);
    }

    /** 1e200 squared, by weights that were so from the start. */
    @Test
    void aCostThatOverflowsIsNamedWithTheOutput() {
        TrainingDivergedException e = diverged(
                trainer(new Quadratic(), 0.1),
                chain(1e200),
                Dataset.of(new double[][] {{0}, {1}}, new double[][] {{0}, {0}}));
        assertThat(e)
                .hasMessageContaining("the cost 'quadratic' of example 2 became NaN or infinite: it is Infinity")
                .hasMessageContaining("output 1 is 1.0E200; the norm of all parameters is 1.00e+200");
        TrainingDivergedException sum = diverged(
                trainer(new Quadratic(), 0.1),
                chain(1.2e154),
                Dataset.of(new double[][] {{1}, {1}}, new double[][] {{0}, {0}}));
        assertThat(sum)
                .hasMessageContaining("summed over the mini-batch, is Infinity, though that of each example is finite");
    }

    /** z is 1e-200, 1e-100 and 1e100, so are the errors 1e100 and 1e300, and then 1e400. */
    @Test
    void anExplodingGradientIsFoundInTheLayerThatItReachesBeforeItMovesAnything() {
        Network network = chain(1e100, 1e100, 1e200);
        TrainingDivergedException e = diverged(
                trainer(new Quadratic(), 0.1), network, Dataset.of(new double[][] {{1e-300}}, new double[][] {{0}}));
        assertThat(e)
                .hasMessageContaining(
                        "the error of layer 1 (dense) is Infinity, at unit 1 for example 1, on its way back"
                                + " through layer 2; the gradient explodes: the errors of layer 2 reach 1.00e+300")
                .hasMessageContaining("clip gradients");
        assertThat(e.divergence().place()).isEqualTo(Place.ERROR);
        assertThat(e.layer()).isEqualTo(1);
        assertFinite(network);
    }

    /** δ is finite, and so is the gradient by the bias, but not δ·a: that is found when the weight has become infinite. */
    @Test
    void aGradientByWeightsThatOverflowsIsFoundAfterTheUpdate() {
        Network steep = chain(1e-160, 1e150);
        TrainingDivergedException overflow = diverged(
                trainer(new Quadratic(), 1), steep, Dataset.of(new double[][] {{1e160}}, new double[][] {{-1e150}}));
        assertThat(overflow.divergence().place()).isEqualTo(Place.GRADIENT);
        assertThat(overflow.layer()).isEqualTo(1);
        assertThat(overflow)
                .hasMessageContaining("the gradient by the weights of layer 1 (dense) is Infinity in row 1, column 1");
    }

    /** The gradient is finite, but η times it is not. */
    @Test
    void aStepThatOverflowsIsFoundInTheParameter() {
        Network network = chain(1);
        TrainingDivergedException e = diverged(
                trainer(new Quadratic(), 1e308), network, Dataset.of(new double[][] {{100}}, new double[][] {{0}}));
        assertThat(e)
                .hasMessageContaining(
                        "the weights of layer 1 (dense) became NaN or infinite: row 1, column 1 is -Infinity;"
                                + " an update has made them so")
                .hasMessageContaining("was 1.00 at the start")
                .hasMessageContaining("smaller learning rate");
        assertThat(e.divergence())
                .extracting(Divergence::place, Divergence::layer, Divergence::unit, Divergence::example)
                .containsExactly(Place.PARAMETER, 1, 1, 0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void aParameterThatWasSoAtTheStartIsNamedAsSuch(double number) {
        Network network = network(Precision.DOUBLE, 3, new Dense(4, new Tanh()), new Dense(2, new Sigmoid()));
        network.layers().get(0).parameters().get("biases").set(2, Double.NaN);
        network.layers().get(1).parameters().get("weights").set(1, 3, number);
        TrainingDivergedException e =
                diverged(trainer(new Quadratic(), 0.1), network, Dataset.of(draws(9, 3, 1), draws(9, 2, 2)));
        assertThat(e)
                .hasMessageContaining(
                        "the biases of layer 1 (dense) became NaN or infinite: row 3, column 1 is NaN; they were"
                                + " so before the first step");
    }

    @Test
    void anEstimatorThatGivesNanAloneIsNamed() {
        Network network = network(Precision.DOUBLE, 3, new Dense(2, new Sigmoid()));
        Dataset data = Dataset.of(draws(9, 3, 1), draws(9, 2, 2));
        assertThat(diverged(
                        trainer(new Quadratic(), 0.1).estimator((layers, cost, batch, nabla) -> Double.NaN),
                        network,
                        data))
                .hasMessageContaining("the gradient estimator gives a cost that is NaN or infinite");
        TrainingDivergedException e = diverged(
                trainer(new Quadratic(), 0.1).estimator((layers, cost, batch, nabla) -> {
                    nabla.get(0).get("biases").set(1, Double.NaN);
                    return 0;
                }),
                network,
                data);
        assertThat(e).hasMessageContaining("the gradient by the biases of layer 1 (dense) is NaN in row 2, column 1");
        assertFinite(network);
    }
}
