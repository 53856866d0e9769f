package io.nabla.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nabla.api.Activation;
import io.nabla.api.ArraySequence;
import io.nabla.api.Dataset;
import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.MiniBatch;
import io.nabla.api.Optimizer;
import io.nabla.api.Parameter;
import io.nabla.api.Parameter.Role;
import io.nabla.api.Parameters;
import io.nabla.api.Precision;
import io.nabla.api.Sequence;
import io.nabla.api.Shape;
import io.nabla.core.TestPlugins.Gaussian;
import io.nabla.core.TestPlugins.L2;
import io.nabla.core.TestPlugins.Quadratic;
import io.nabla.core.TestPlugins.Sgd;
import io.nabla.core.TestPlugins.Tanh;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.random.NumpyRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is drawn, learned, regularized and moved, by the role of a parameter. */
class RolesTest {
    private static final Kernels KERNELS = PlainKernels.of(Precision.DOUBLE);
    private static final Dataset DATA = Dataset.of(new double[][] {{1}, {3}}, new double[][] {{0.5}, {0}});

    /** z = γ·(a - c) of one number, where c is a running average of a that goes a quarter of the way each step. */
    private record Centering(Parameters parameters) implements Layer {
        static Centering create() {
            return new Centering(Parameters.of(
                    new Parameter("gamma", Role.NORMALIZATION, Matrix.column(KERNELS, 1), 1, 1),
                    new Parameter("center", Role.STATISTICS, Matrix.column(KERNELS, 0), 1, 1)));
        }

        double gamma() {
            return parameters.get("gamma").get(0);
        }

        double center() {
            return parameters.get("center").get(0);
        }

        @Override
        public String kind() {
            return "centering";
        }

        @Override
        public Shape inputs() {
            return Shape.of(1);
        }

        @Override
        public Shape outputs() {
            return Shape.of(1);
        }

        @Override
        public Activation activation() {
            return new Tanh();
        }

        @Override
        public Matrix weightedInput(Matrix a) {
            return a.map(value -> gamma() * (value - center()));
        }

        @Override
        public Matrix backpropagate(Matrix delta, Matrix a) {
            return delta.scaled(gamma());
        }

        @Override
        public void gradient(Matrix delta, Matrix a, Parameters nabla) {
            nabla.get("gamma").addRowSums(delta.hadamard(a.map(value -> value - center())));
            nabla.get("center").addRowSums(a.map(value -> 0.25 * (center() - value)));
        }
    }

    private final Centering layer = Centering.create();
    private final Network network = Network.of(KERNELS, Sequence.of(layer));

    private static MiniBatch miniBatch() {
        return new MiniBatch(Matrix.of(KERNELS, new double[] {1, 3}), Matrix.of(KERNELS, new double[] {0.5, 0}));
    }

    @Test
    void drawingLeavesWhatIsNeitherWeightsNorBiases() {
        network.draw(new Gaussian(), new NumpyRandom(1));
        assertThat(layer.gamma()).isEqualTo(1);
        assertThat(layer.center()).isZero();
    }

    /** The optimizer, whose rate is 0 or not, has no say in statistics. */
    @Test
    void theTrainerMovesStatisticsByItself() {
        List<String> started = new ArrayList<>();
        Sgd sgd = new Sgd(0);
        Optimizer optimizer = new Optimizer() {
            @Override
            public String name() {
                return "listed";
            }

            @Override
            public Update start(Parameter parameter) {
                started.add(parameter.name());
                return sgd.start(parameter);
            }
        };
        Trainer.builder(new Quadratic(), optimizer).miniBatchSize(2).build().train(network, DATA);
        assertThat(started).containsExactly("gamma");
        assertThat(layer.center()).isCloseTo(0.25 * 2, within(1e-15));
        assertThat(layer.gamma()).isEqualTo(1);
    }

    @Test
    void onlyWeightsAreRegularized() {
        Trainer.builder(new Quadratic(), new Sgd(1))
                .regularizer(new L2(10))
                .estimator((layers, cost, batch, nabla) -> 0)
                .build()
                .train(network, DATA);
        assertThat(layer.gamma()).isEqualTo(1);
        assertThat(new Evaluator(new Quadratic(), new L2(10), List.of())
                        .evaluate(network, DATA)
                        .cost())
                .isEqualTo(
                        new Evaluator(new Quadratic()).evaluate(network, DATA).cost());
    }

    @Test
    void finiteDifferencesGiveStatisticsNoDerivative() {
        Sequence<Parameters> nabla = network.zeroGradient();
        FiniteDifferences.central().estimate(network.layers(), new Quadratic(), miniBatch(), nabla);
        assertThat(nabla.get(0).get("gamma").get(0)).isNotZero();
        assertThat(nabla.get(0).get("center").get(0)).isZero();
    }

    @Test
    void theGradientCheckLooksAtWhatIsLearned() {
        List<GradientCheck.Result> results = new GradientCheck(
                        FiniteDifferences.central(), Long.MAX_VALUE, new NumpyRandom(1))
                .check(new Backpropagation(), network, new Quadratic(), miniBatch());
        assertThat(results).extracting(GradientCheck.Result::parameter).containsExactly("gamma");
        assertThat(results.get(0).relativeError()).isLessThan(1e-8);
    }

    @Test
    void statisticsAreCountedApart() {
        assertThat(network.parameterCount()).isEqualTo(1);
        NetworkSummary summary = NetworkSummary.of(network);
        assertThat(summary.parameters()).isEqualTo(1);
        assertThat(summary.statistics()).isEqualTo(1);
        assertThat(summary).hasToString("""
                layer  kind       activation  outputs  parameters  statistics  bytes
                    1  centering  tanh              1           1           1     16
                total                                           1           1     16
                """);
    }

    /** Early stopping puts statistics back as well, or the best weights would not do what they did. */
    @Test
    void theBestEpochHasItsStatisticsToo() {
        List<Double> centers = new ArrayList<>();
        ArraySequence<Layer> layers = new ArraySequence<>();
        layers.add(layer);
        Network own = Network.of(KERNELS, layers);
        Trainer.builder(new Quadratic(), new Sgd(5))
                .epochs(4)
                .miniBatchSize(2)
                .monitor("test", DATA)
                .earlyStopping(new EarlyStopping(
                        "test",
                        evaluation -> {
                            centers.add(layer.center());
                            return centers.size() == 2 ? 0 : 1;
                        },
                        4,
                        0))
                .build()
                .train(own, DATA);
        assertThat(layer.center()).isEqualTo(centers.get(1)).isNotEqualTo(centers.get(3));
    }
}
