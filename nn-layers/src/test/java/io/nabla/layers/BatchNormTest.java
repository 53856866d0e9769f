package io.nabla.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nabla.activations.Relu;
import io.nabla.activations.Sigmoid;
import io.nabla.api.Dataset;
import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.LayerDescription;
import io.nabla.api.Matrix;
import io.nabla.api.Parameter;
import io.nabla.api.Parameter.Role;
import io.nabla.api.Precision;
import io.nabla.api.Shape;
import io.nabla.core.Network;
import io.nabla.core.Trainer;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.random.NumpyRandom;
import io.nabla.costs.QuadraticCost;
import io.nabla.testkit.LayerContract;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BatchNormTest implements LayerContract {
    private static final Kernels DOUBLES = PlainKernels.of(Precision.DOUBLE);

    @Override
    public LayerDescription layer() {
        return new BatchNorm(new Sigmoid());
    }

    @Override
    public Shape inputs() {
        return Shape.of(5);
    }

    @Nested
    class OfImagesTest implements LayerContract {
        @Override
        public LayerDescription layer() {
            return new BatchNorm(1e-3, 0.5, new Sigmoid());
        }

        @Override
        public Shape inputs() {
            return Shape.of(3, 2, 4);
        }
    }

    /** By hand: 1 and 3 have the mean 2 and the variance 1, without bias 2. */
    @Test
    void computesWhatIsComputedByHand() {
        Layer layer = new BatchNorm(3, 0.25, new Relu()).build(Shape.of(1), DOUBLES);
        layer.parameters().get("gamma").fill(4);
        layer.parameters().get("beta").fill(10);
        Matrix a = Matrix.of(DOUBLES, new double[] {1, 3});
        assertThat(layer.sample(0).weightedInput(a).get(0)).isEqualTo(8); // 10 - 4·1/√(1 + 3)
        assertThat(layer.sample(0).weightedInput(a).get(1)).isEqualTo(12);
        assertThat(layer.weightedInput(a).get(1)).isEqualTo(16); // 10 + 4·3/√(1 + 3) by the running figures 0 and 1
    }

    @Test
    void theTrainerMovesTheStatistics() {
        Network network =
                Network.builder(1).kernels(DOUBLES).layer(new BatchNorm()).buildZeroed();
        Dataset data = Dataset.of(new double[][] {{1}, {3}}, new double[][] {{0}, {0}});
        Trainer.builder(new QuadraticCost(), Learning.by(0))
                .miniBatchSize(2)
                .build()
                .train(network, data);
        Layer layer = network.layers().get(0);
        assertThat(layer.parameters().get("running-mean").get(0)).isCloseTo(0.1 * 2, within(1e-15));
        assertThat(layer.parameters().get("running-variance").get(0)).isCloseTo(0.9 + 0.1 * 2, within(1e-15));
        assertThat(layer.parameters().get("gamma").get(0)).isEqualTo(1);
    }

    /** Without it, sigmoids far out on one side hardly learn; with it they do. */
    @Test
    void aNetworkLearnsFromInputsFarOff() {
        double[][] x = new double[64][1];
        double[][] y = new double[64][1];
        for (int i = 0; i < x.length; i++) {
            x[i][0] = 1000 + i;
            y[i][0] = i < 32 ? 0 : 1;
        }
        Dataset data = Dataset.of(x, y);
        Network network = Network.builder(1)
                .kernels(DOUBLES)
                .layer(new BatchNorm())
                .layer(new Dense(1, new Sigmoid()))
                .build(Learning.start(), new NumpyRandom(1));
        Trainer.builder(new QuadraticCost(), Learning.by(1))
                .epochs(100)
                .miniBatchSize(16)
                .shuffle(new NumpyRandom(2))
                .build()
                .train(network, data);
        Matrix a = network.feedforward(Matrix.of(DOUBLES, new double[] {1005, 1058}));
        assertThat(a.get(0)).isLessThan(0.2);
        assertThat(a.get(1)).isGreaterThan(0.8);
    }

    @Test
    void parametersStartAsTheIdentityAndHaveTheirRoles() {
        Layer layer = new BatchNorm(new Relu()).build(Shape.of(3, 4, 4), DOUBLES);
        assertThat(layer.parameters())
                .extracting(Parameter::name)
                .containsExactly("gamma", "beta", "running-mean", "running-variance");
        assertThat(layer.parameters())
                .extracting(Parameter::role)
                .containsExactly(Role.NORMALIZATION, Role.NORMALIZATION, Role.STATISTICS, Role.STATISTICS);
        assertThat(layer.parameters())
                .extracting(parameter -> parameter.value().get(2))
                .containsExactly(1.0, 0.0, 0.0, 1.0);
        assertThat(layer.parameters().count()).isEqualTo(4 * 3);
        assertThat(layer.parameters().learnedCount()).isEqualTo(2 * 3);
        assertThat(layer).hasToString("batch-norm 3×4×4, relu");
        assertThat(layer.leavesToChance()).isFalse();
    }

    @Test
    void oneExampleHasNoVarianceButAnImageOfOneHas() {
        Layer vector = new BatchNorm().build(Shape.of(3), DOUBLES);
        Matrix one = Matrix.zeros(DOUBLES, 3, 1);
        assertThatThrownBy(() -> vector.sample(0).weightedInput(one))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mini-batch of 1 example")
                .hasMessageContaining("leaves no last mini-batch of 1");
        assertThat(vector.weightedInput(one).isFinite()).isTrue();
        Layer image = new BatchNorm().build(Shape.of(1, 1, 3), DOUBLES);
        assertThat(image.sample(0).weightedInput(one).isFinite()).isTrue();
    }

    @Test
    void refusesWhatItCannotTake() {
        Layer layer = new BatchNorm().build(Shape.of(3), DOUBLES);
        for (Layer form : new Layer[] {layer, layer.sample(0)}) {
            assertThatThrownBy(() -> form.weightedInput(Matrix.zeros(DOUBLES, 4, 2)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("takes 3 inputs")
                    .hasMessageContaining("4 rows");
        }
        for (double epsilon : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new BatchNorm(epsilon, 0.1, new Relu())).hasMessageContaining("got " + epsilon);
        }
        for (double momentum : new double[] {0, -0.1, 1.1, Double.NaN}) {
            assertThatThrownBy(() -> new BatchNorm(1e-5, momentum, new Relu())).hasMessageContaining("got " + momentum);
        }
        assertThatThrownBy(() -> new BatchNorm(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void itsFactoryMakesWhatTheSettingsSay() {
        assertThat(Made.by(new BatchNormFactory(), Map.of())).isEqualTo(new BatchNorm());
        assertThat(Made.by(
                        new BatchNormFactory(),
                        Map.of("epsilon", "1e-3", "momentum", "0.01", "activation", Made.SIGMOID.name())))
                .isEqualTo(new BatchNorm(1e-3, 0.01, Made.SIGMOID));
        assertThatThrownBy(() -> Made.by(new BatchNormFactory(), Map.of("epsilom", "1")))
                .hasMessageContaining("unknown setting 'epsilom'")
                .hasMessageContaining("epsilon");
    }

    @Test
    void aNegativeVarianceIsRefusedBeforeItMakesNan() {
        Layer layer = new BatchNorm().build(Shape.of(2), DOUBLES);
        layer.parameters().get("running-variance").set(1, -0.5);
        assertThatThrownBy(() -> layer.weightedInput(Matrix.zeros(DOUBLES, 2, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the running variance of feature 1 is -0.5, but a variance is at least 0");
    }
}
