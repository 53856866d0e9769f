package io.nabla.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.activations.Identity;
import io.nabla.activations.Sigmoid;
import io.nabla.activations.Softmax;
import io.nabla.activations.Tanh;
import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.LayerDescription;
import io.nabla.api.Matrix;
import io.nabla.api.MiniBatch;
import io.nabla.api.Parameter;
import io.nabla.api.Precision;
import io.nabla.api.Settings;
import io.nabla.api.Shape;
import io.nabla.core.Backpropagation;
import io.nabla.core.FiniteDifferences;
import io.nabla.core.GradientCheck;
import io.nabla.core.Network;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.random.NumpyRandom;
import io.nabla.costs.QuadraticCost;
import io.nabla.testkit.LayerContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ResidualTest implements LayerContract {
    private static final Kernels DOUBLES = PlainKernels.of(Precision.DOUBLE);

    @Override
    public LayerDescription layer() {
        return new Residual(new Dense(3, new Tanh()), new LayerNorm(), new Dense(5, new Sigmoid()));
    }

    @Override
    public Shape inputs() {
        return Shape.of(5);
    }

    @Nested
    class WithDropoutAndBatchNormTest implements LayerContract {
        @Override
        public LayerDescription layer() {
            return new Residual(
                    List.of(
                            new Dense(6, new Identity()),
                            new BatchNorm(1e-3, 0.5, new Tanh()),
                            new Dropout(0.5),
                            new Dense(4, new Identity())),
                    new Sigmoid());
        }

        @Override
        public Shape inputs() {
            return Shape.of(4);
        }
    }

    @Nested
    class WithinAnotherTest implements LayerContract {
        @Override
        public LayerDescription layer() {
            return new Residual(
                    new Dropout(0.25),
                    new Residual(new Dense(4, new Tanh()), new Dropout(0.5)),
                    new Dense(4, new Softmax()));
        }

        @Override
        public Shape inputs() {
            return Shape.of(4);
        }
    }

    /** By hand: F(a) is 0 at first, and then (a₁, 0.5). */
    @Test
    void addsWhatComesIn() {
        Layer layer = new Residual(new Dense(2, new Identity())).build(Shape.of(2), DOUBLES);
        Matrix a = Matrix.column(DOUBLES, 3, -4);
        assertThat(layer.weightedInput(a).sameBits(a)).isTrue();
        layer.parameters().get("1.weights").set(0, 0, 1);
        layer.parameters().get("1.biases").set(1, 0.5);
        assertThat(layer.weightedInput(a).get(0)).isEqualTo(6);
        assertThat(layer.weightedInput(a).get(1)).isEqualTo(-3.5);
    }

    @Test
    void parametersAreThoseOfTheInnerLayers() {
        Layer layer = new Residual(
                        new Dropout(0.1), new Dense(7, new Tanh()), new BatchNorm(), new Dense(3, new Sigmoid()))
                .build(Shape.of(3), DOUBLES);
        assertThat(layer.parameters())
                .extracting(Parameter::name)
                .containsExactly(
                        "2.weights",
                        "2.biases",
                        "3.gamma",
                        "3.beta",
                        "3.running-mean",
                        "3.running-variance",
                        "4.weights",
                        "4.biases");
        assertThat(layer.parameters().get(0).fanIn()).isEqualTo(3);
        assertThat(layer.parameters().get(0).fanOut()).isEqualTo(7);
        assertThat(layer.parameters())
                .extracting(p -> layer.activationBehind(p).name())
                .containsExactly("tanh", "tanh", "identity", "identity", "identity", "identity", "sigmoid", "sigmoid");
        assertThat(layer.leavesToChance()).isTrue();
        assertThat(new Residual(new Dense(3, new Tanh()))
                        .build(Shape.of(3), DOUBLES)
                        .leavesToChance())
                .isFalse();
        assertThat(layer)
                .hasToString("residual 3 [dropout 3, rate 0.1; dense 3 -> 7, tanh; batch-norm 7, identity;"
                        + " dense 7 -> 3, sigmoid], identity");
    }

    /** The same key for two inner layers would forget the same inputs in both. */
    @Test
    void innerLayersHaveKeysOfTheirOwn() {
        Layer layer = new Residual(new Dropout(0.5), new Dropout(0.5)).build(Shape.of(400), DOUBLES);
        Matrix ones = Matrix.zeros(DOUBLES, 400, 1);
        ones.fill(1);
        Matrix z = layer.sample(3).weightedInput(ones);
        long kept = 0;
        for (int i = 0; i < 400; i++) {
            kept += z.get(i) > 1 ? 1 : 0;
        }
        // A quarter, give or take five standard deviations; with one key it would be a half.
        assertThat(kept).isBetween(100L - 44, 100L + 44);
    }

    @Test
    void aWholeNetworkOfThemHasTheGradientOfFiniteDifferences() {
        Network network = Network.builder(4)
                .kernels(DOUBLES)
                .layer(new Dense(5, new Tanh()))
                .layer(new Residual(List.of(new Dense(3, new Tanh()), new Dense(5, new Identity())), new Tanh()))
                .layer(new Residual(new LayerNorm(), new Dense(5, new Sigmoid())))
                .layer(new Dense(2, new Sigmoid()))
                .build(Learning.start(), new NumpyRandom(8));
        Matrix x = Matrix.of(DOUBLES, new double[][] {{1, 0}, {-1, 0.5}, {0.25, 2}, {0, -1}});
        Matrix y = Matrix.of(DOUBLES, new double[][] {{1, 0}, {0, 1}});
        List<GradientCheck.Result> results = new GradientCheck(
                        FiniteDifferences.central(), Long.MAX_VALUE, new NumpyRandom(1))
                .check(new Backpropagation(), network, new QuadraticCost(), new MiniBatch(x, y));
        assertThat(results).hasSize(2 + 4 + 4 + 2);
        assertThat(results)
                .allSatisfy(result -> assertThat(result.relativeError()).isLessThan(1e-7));
    }

    @Test
    void refusesShapesThatCannotBeAdded() {
        assertThatThrownBy(() -> new Residual(new Dense(30, new Tanh())).build(Shape.of(28), DOUBLES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("takes 28 and they give 30");
        assertThatThrownBy(() -> new Residual(new Dense(1, new Tanh()), new LayerNorm()).build(Shape.of(28), DOUBLES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("inner layer 2 (layer-norm) cannot take 1 inputs: ");
        assertThatThrownBy(() -> new Residual()).hasMessageContaining("at least 1 inner layer");
        Layer layer = new Residual(new Dropout(0.5)).build(Shape.of(3), DOUBLES);
        assertThatThrownBy(() -> layer.weightedInput(Matrix.zeros(DOUBLES, 4, 1)))
                .hasMessageContaining("takes 3 inputs")
                .hasMessageContaining("4 rows");
    }

    @Test
    void itsFactoryReadsInnerLayers() {
        Settings dense = Settings.of(Map.of("kind", "dense", "units", "3", "activation", "sigmoid"));
        Settings dropout = Settings.of(Map.of("kind", "dropout", "rate", "0.5"));
        assertThat(made(Map.of(), dense, dropout))
                .isEqualTo(new Residual(new Dense(3, Made.SIGMOID), new Dropout(0.5)));
        assertThat(made(Map.of("activation", "sigmoid"), dropout))
                .isEqualTo(new Residual(List.of(new Dropout(0.5)), Made.SIGMOID));
        assertThatThrownBy(() -> made(Map.of(), dense, Settings.of(Map.of("kind", "dens"))))
                .hasMessageStartingWith("inner layer 2: no layer named 'dens'");
        assertThatThrownBy(() -> made(Map.of(), Settings.of(Map.of("units", "3"))))
                .hasMessageStartingWith("inner layer 1: 'kind' is not set");
        assertThatThrownBy(() -> made(Map.of("depth", "3"), dense)).hasMessageContaining("unknown setting 'depth'");
    }

    private static LayerDescription made(Map<String, String> values, Settings... layers) {
        Settings settings = Settings.of(values, Map.of("layers", List.of(layers)));
        return new ResidualFactory().create(settings, Made.PLUGINS);
    }
}
