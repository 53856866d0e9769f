package io.nabla.layers;

import static io.nabla.layers.PyTorchFigures.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.activations.Sigmoid;
import io.nabla.api.Dataset;
import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.LayerDescription;
import io.nabla.api.Matrix;
import io.nabla.api.Parameter;
import io.nabla.api.Parameter.Role;
import io.nabla.api.Parameters;
import io.nabla.api.Precision;
import io.nabla.api.Shape;
import io.nabla.core.Network;
import io.nabla.core.Trainer;
import io.nabla.core.TrainingHistory;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.random.NumpyRandom;
import io.nabla.costs.CrossEntropyCost;
import io.nabla.testkit.LayerContract;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GruTest implements LayerContract {
    private static final Kernels DOUBLES = PlainKernels.of(Precision.DOUBLE);
    private static final PyTorchFigures FIGURES = PyTorchFigures.of("gru.json");

    @Override
    public LayerDescription layer() {
        return new Gru(3, false);
    }

    @Override
    public Shape inputs() {
        return Shape.of(4, 2);
    }

    @Nested
    class OfAllStatesTest implements LayerContract {
        @Override
        public LayerDescription layer() {
            return new Gru(2, true);
        }

        @Override
        public Shape inputs() {
            return Shape.of(5, 3);
        }
    }

    @Nested
    class OfOneStepTest implements LayerContract {
        @Override
        public LayerDescription layer() {
            return new Gru(4, true);
        }

        @Override
        public Shape inputs() {
            return Shape.of(1, 3);
        }
    }

    @ParameterizedTest
    @CsvSource({"true, DOUBLE", "true, FLOAT", "false, DOUBLE", "false, FLOAT"})
    void givesTheFiguresOfPyTorch(boolean sequences, Precision precision) {
        Kernels kernels = PlainKernels.of(precision);
        Layer layer = new Gru(3, sequences).build(Shape.of(6, 4), kernels);
        for (Parameter parameter : layer.parameters()) {
            FIGURES.copyTo(parameter.name(), parameter.value());
        }
        Matrix x = FIGURES.examples("x", kernels);
        Matrix states = FIGURES.examples("states", kernels);
        Matrix delta = FIGURES.examples(sequences ? "upstream" : "upstream-last", kernels);
        Matrix z = layer.weightedInput(x);
        if (sequences) {
            assertClose(z, states, "states");
        } else {
            Matrix last = Matrix.zeros(kernels, 3, states.columns());
            for (int i = 0; i < last.size(); i++) {
                last.set(i, states.get(states.rows() - 3 + i % 3, i / 3));
            }
            assertClose(z, last, "last states");
        }
        PyTorchFigures gradient = FIGURES.get(sequences ? "gradient" : "gradient-last");
        assertClose(layer.backpropagate(delta, x), gradient.examples("x", kernels), "gradient by x");
        Parameters nabla = layer.parameters().zeros();
        layer.gradient(delta, x, nabla);
        for (Parameter parameter : nabla) {
            assertClose(
                    parameter.value(),
                    gradient.like(parameter.name(), parameter.value()),
                    "gradient by " + parameter.name());
        }
    }

    /** The first of ten numbers decides; only a state that keeps it can tell. */
    @Test
    void learnsToRemember() {
        NumpyRandom random = new NumpyRandom(3);
        double[][] x = new double[200][10];
        double[][] y = new double[200][1];
        for (int i = 0; i < x.length; i++) {
            for (int t = 0; t < 10; t++) {
                x[i][t] = random.nextGaussian();
            }
            y[i][0] = x[i][0] > 0 ? 1 : 0;
        }
        Network network = Network.builder(10, 1)
                .kernels(DOUBLES)
                .layer(new Gru(8, false))
                .layer(new Dense(1, new Sigmoid()))
                .build(Learning.start(), new NumpyRandom(4));
        TrainingHistory history = Trainer.builder(new CrossEntropyCost(), Learning.by(0.5))
                .epochs(100)
                .shuffle(new NumpyRandom(5))
                .build()
                .train(network, Dataset.of(x, y));
        double first = history.epochs().get(0).trainingCost();
        double last = history.epochs().get(99).trainingCost();
        assertThat(first).isGreaterThan(0.5);
        assertThat(last).isLessThan(0.2);
    }

    @Test
    void parametersAreThoseOfThreeGates() {
        Layer layer = new Gru(32, true).build(Shape.of(50, 8), DOUBLES);
        assertThat(layer.parameters())
                .extracting(Parameter::name)
                .containsExactly("input-weights", "recurrent-weights", "input-biases", "recurrent-biases");
        assertThat(layer.parameters())
                .extracting(Parameter::role)
                .containsExactly(Role.WEIGHTS, Role.WEIGHTS, Role.BIASES, Role.BIASES);
        assertThat(layer.parameters()).extracting(Parameter::fanIn).containsExactly(8, 32, 8, 32);
        assertThat(layer.parameters()).extracting(Parameter::fanOut).containsOnly(32);
        assertThat(layer.parameters().count()).isEqualTo(96 * 8 + 96 * 32 + 2 * 96);
        assertThat(layer.outputs()).isEqualTo(Shape.of(50, 32));
        assertThat(layer).hasToString("gru 50×8 -> 50×32");
        assertThat(new Gru(32, false).build(Shape.of(50, 8), DOUBLES)).hasToString("gru 50×8 -> 32");
    }

    @Test
    void refusesWhatItCannotTake() {
        assertThatThrownBy(() -> new Gru(0, false)).hasMessageContaining("got 0");
        assertThatThrownBy(() -> layer().build(Shape.of(8), DOUBLES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two dimensions")
                .hasMessageContaining("got 8");
        Layer layer = layer().build(inputs(), DOUBLES);
        assertThatThrownBy(() -> layer.weightedInput(Matrix.zeros(DOUBLES, 6, 1)))
                .hasMessageContaining("takes 4×2 inputs (8 rows)")
                .hasMessageContaining("6 rows");
    }

    @Test
    void itsFactoryMakesWhatTheSettingsSay() {
        assertThat(Made.by(new GruFactory(), Map.of("units", "32"))).isEqualTo(new Gru(32, false));
        assertThat(Made.by(new GruFactory(), Map.of("units", "32", "sequences", "true")))
                .isEqualTo(new Gru(32, true));
        assertThatThrownBy(() -> Made.by(new GruFactory(), Map.of("units", "32", "sequences", "all")))
                .hasMessageContaining("'sequences' is true or false");
        assertThatThrownBy(() -> Made.by(new GruFactory(), Map.of("units", "32", "activation", "tanh")))
                .hasMessageContaining("unknown setting 'activation'");
    }
}
