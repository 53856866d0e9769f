package io.nabla.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nabla.api.GradientEstimator;
import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.MiniBatch;
import io.nabla.api.Parameters;
import io.nabla.api.Precision;
import io.nabla.api.Sequence;
import io.nabla.api.Workspace;
import io.nabla.core.TestPlugins.Dense;
import io.nabla.core.TestPlugins.Gaussian;
import io.nabla.core.TestPlugins.Quadratic;
import io.nabla.core.TestPlugins.Sigmoid;
import io.nabla.core.TestPlugins.Tanh;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.random.NumpyRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiniteDifferencesTest {
    private final Kernels kernels = PlainKernels.of(Precision.DOUBLE);
    private final NumpyRandom random = new NumpyRandom(3);
    private final Network network = Network.builder(3)
            .kernels(kernels)
            .layer(new Dense(4, new Tanh()))
            .layer(new Dense(2, new Sigmoid()))
            .build(new Gaussian(), random);
    private final MiniBatch miniBatch = new MiniBatch(gaussians(3, 5), gaussians(2, 5));

    private Matrix gaussians(int rows, int columns) {
        return Matrix.zeros(kernels, rows, columns).map(zero -> random.nextGaussian());
    }

    @Test
    void leavesTheParametersAsTheyWereAndAddsToNabla() {
        String before = Fingerprint.sha256(network);
        Sequence<Parameters> once = network.zeroGradient();
        Sequence<Parameters> twice = network.zeroGradient();
        double cost = FiniteDifferences.central().estimate(network.layers(), new Quadratic(), miniBatch, once);
        FiniteDifferences.central().estimate(network.layers(), new Quadratic(), miniBatch, twice);
        FiniteDifferences.central().estimate(network.layers(), new Quadratic(), miniBatch, twice);
        assertThat(Fingerprint.sha256(network)).isEqualTo(before);
        assertThat(cost).isEqualTo(new Quadratic().value(network.feedforward(miniBatch.x()), miniBatch.y()));
        Matrix doubled = once.get(0).get("weights").scaled(2);
        assertThat(twice.get(0).get("weights").sameBits(doubled)).isTrue();
    }

    @Test
    void centralAndForwardDifferencesAgreeWithBackpropagation() {
        for (FiniteDifferences differences : List.of(FiniteDifferences.central(), FiniteDifferences.forward())) {
            double tolerance = differences.scheme() == FiniteDifferences.Scheme.CENTRAL ? 1e-8 : 1e-5;
            List<GradientCheck.Result> results = new GradientCheck(differences, Long.MAX_VALUE, random)
                    .check(new Backpropagation(), network, new Quadratic(), miniBatch);
            assertThat(results).extracting(GradientCheck.Result::layer).containsExactly(1, 1, 2, 2);
            assertThat(results).extracting(GradientCheck.Result::checked).containsExactly(12, 4, 8, 2);
            assertThat(results).allSatisfy(result -> {
                assertThat(result.relativeError()).isLessThan(tolerance);
                assertThat(result.largestGradient()).isPositive();
            });
        }
    }

    @Test
    void aWrongGradientIsSeenInItsLayer() {
        GradientEstimator wrong = (layers, cost, batch, nabla) -> {
            double value = new Backpropagation().estimate(layers, cost, batch, nabla);
            Matrix biases = nabla.get(-1).get("biases");
            biases.set(1, biases.get(1) * 1.5 + 0.1);
            return value;
        };
        List<GradientCheck.Result> results = new GradientCheck(FiniteDifferences.central(), Long.MAX_VALUE, random)
                .check(wrong, network, new Quadratic(), miniBatch);
        assertThat(results)
                .filteredOn(result -> result.relativeError() > 1e-3)
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.layer()).isEqualTo(2);
                    assertThat(result.parameter()).isEqualTo("biases");
                });
    }

    @Test
    void takesNoMemoryOfATrainersWorkspace() {
        Workspace workspace = new Workspace();
        Matrix x = workspace.matrix(kernels, 3, 5);
        Matrix y = workspace.matrix(kernels, 2, 5);
        for (int i = 0; i < x.size(); i++) {
            x.set(i, random.nextGaussian());
        }
        y.fill(0.5);
        FiniteDifferences.central()
                .estimate(network.layers(), new Quadratic(), new MiniBatch(x, y), network.zeroGradient());
        Matrix next = workspace.matrix(kernels, 1, 1);
        workspace.reset();
        workspace.matrix(kernels, 3, 5);
        workspace.matrix(kernels, 2, 5);
        assertThat(workspace.matrix(kernels, 1, 1)).isSameAs(next);
    }

    @Test
    void checksASampleOfTheEntriesIfAsked() {
        List<GradientCheck.Result> results = new GradientCheck(FiniteDifferences.central(), 3, random)
                .check(new Backpropagation(), network, new Quadratic(), miniBatch);
        assertThat(results).extracting(GradientCheck.Result::checked).containsExactly(3, 3, 3, 2);
    }

    @Test
    void nanIsAnErrorOfNan() {
        GradientEstimator nan = (layers, cost, batch, nabla) -> {
            nabla.get(0).get("weights").fill(Double.NaN);
            return 0;
        };
        assertThat(new GradientCheck(FiniteDifferences.central(), 5, random)
                        .check(nan, network, new Quadratic(), miniBatch)
                        .get(0)
                        .relativeError())
                .isNaN();
    }

    @Test
    void countsItsPasses() {
        assertThat(FiniteDifferences.central().passes(1000)).isEqualTo(2000);
        assertThat(FiniteDifferences.forward().passes(1000)).isEqualTo(1001);
    }

    @Test
    void derivesAKnownFunction() {
        // One linear neuron with cost (wx + b)²/2 at w = 2, b = 1, x = 3: ∂C/∂b = 7, ∂C/∂w = 21.
        Network neuron = Network.builder(1)
                .kernels(kernels)
                .layer(new Dense(1, new Identity()))
                .buildZeroed();
        neuron.layers().get(0).parameters().get("weights").fill(2);
        neuron.layers().get(0).parameters().get("biases").fill(1);
        Sequence<Parameters> nabla = neuron.zeroGradient();
        MiniBatch one = new MiniBatch(Matrix.column(kernels, 3), Matrix.column(kernels, 0));
        FiniteDifferences.central().estimate(neuron.layers(), new Quadratic(), one, nabla);
        assertThat(nabla.get(0).get("weights").get(0)).isCloseTo(21, within(1e-8));
        assertThat(nabla.get(0).get("biases").get(0)).isCloseTo(7, within(1e-8));
    }

    private record Identity() implements io.nabla.api.ElementwiseActivation {
        @Override
        public String name() {
            return "identity";
        }

        @Override
        public double value(double z) {
            return z;
        }

        @Override
        public double derivative(double z, double a) {
            return 1;
        }
    }

    @Test
    void refusesAnEpsilonThatIsNotPositive() {
        assertThatThrownBy(() -> new FiniteDifferences(FiniteDifferences.Scheme.CENTRAL, 0))
                .hasMessageContaining("got 0.0");
        assertThatThrownBy(() -> new FiniteDifferences(FiniteDifferences.Scheme.CENTRAL, Double.NaN))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> new GradientCheck(FiniteDifferences.central(), 0, random))
                .hasMessageContaining("at least 1");
    }
}
