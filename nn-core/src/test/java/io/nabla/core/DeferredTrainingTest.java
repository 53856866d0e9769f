package io.nabla.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nabla.api.Activation;
import io.nabla.api.Cost;
import io.nabla.api.Dataset;
import io.nabla.api.GradientEstimator;
import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.LayerDescription;
import io.nabla.api.Matrix;
import io.nabla.api.MiniBatch;
import io.nabla.api.Parameter;
import io.nabla.api.Parameters;
import io.nabla.api.Precision;
import io.nabla.api.Sequence;
import io.nabla.api.Shape;
import io.nabla.api.Workspace;
import io.nabla.core.TestPlugins.Dense;
import io.nabla.core.TestPlugins.Gaussian;
import io.nabla.core.TestPlugins.L2;
import io.nabla.core.TestPlugins.Quadratic;
import io.nabla.core.TestPlugins.Sgd;
import io.nabla.core.TestPlugins.Sigmoid;
import io.nabla.core.TestPlugins.Tanh;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.random.NumpyRandom;
import io.nabla.core.random.PythonRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Training with gradients that are put off, against training that reads every gradient as soon as a layer has added to it. */
class DeferredTrainingTest {
    private static final Dataset DATA = Dataset.of(draws(23, 6, 1), draws(23, 2, 2));

    private static double[][] draws(int rows, int columns, int seed) {
        NumpyRandom random = new NumpyRandom(seed);
        double[][] draws = new double[rows][columns];
        for (double[] row : draws) {
            for (int i = 0; i < columns; i++) {
                row[i] = random.nextDouble();
            }
        }
        return draws;
    }

    private static Network network(Kernels kernels, boolean eager) {
        LayerDescription hidden = new Dense(9, new Tanh());
        LayerDescription output = new Dense(2, new Sigmoid());
        return Network.builder(6)
                .kernels(kernels)
                .layer(eager ? new EagerDescription(hidden) : hidden)
                .layer(eager ? new EagerDescription(output) : output)
                .build(new Gaussian(), new NumpyRandom(3));
    }

    private record EagerDescription(LayerDescription description) implements LayerDescription {
        @Override
        public String kind() {
            return description.kind();
        }

        @Override
        public Layer build(Shape inputs, Kernels kernels) {
            return new EagerLayer(description.build(inputs, kernels));
        }
    }

    /** A layer whose gradients are read at once. */
    private record EagerLayer(Layer layer) implements Layer {
        @Override
        public String kind() {
            return layer.kind();
        }

        @Override
        public Shape inputs() {
            return layer.inputs();
        }

        @Override
        public Shape outputs() {
            return layer.outputs();
        }

        @Override
        public Activation activation() {
            return layer.activation();
        }

        @Override
        public Parameters parameters() {
            return layer.parameters();
        }

        @Override
        public Matrix weightedInput(Matrix a) {
            return layer.weightedInput(a);
        }

        @Override
        public Matrix backpropagate(Matrix delta, Matrix a) {
            return layer.backpropagate(delta, a);
        }

        @Override
        public void gradient(Matrix delta, Matrix a, Parameters nabla) {
            layer.gradient(delta, a, nabla);
            nabla.forEach(parameter -> assertThat(parameter.value().sum()).isFinite());
        }
    }

    private static String trained(Network network, TrainerBuilder settings) {
        settings.epochs(3).miniBatchSize(5).shuffle(new PythonRandom(4)).build().train(network, DATA);
        return Fingerprint.sha256(network);
    }

    private static TrainerBuilder settings() {
        return Trainer.builder(new Quadratic(), new Sgd(0.7));
    }

    @ParameterizedTest
    @EnumSource
    void givesTheSameBitsAsGradientsReadAtOnce(Precision precision) {
        Kernels kernels = PlainKernels.of(precision);
        String deferred = trained(network(kernels, false), settings());
        assertThat(trained(network(kernels, true), settings())).isEqualTo(deferred);
        assertThat(Fingerprint.sha256(network(kernels, false))).isNotEqualTo(deferred);
    }

    @ParameterizedTest
    @EnumSource
    void aRegularizerGivesTheSameBitsAsWithGradientsReadAtOnce(Precision precision) {
        Kernels kernels = PlainKernels.of(precision);
        String deferred = trained(network(kernels, false), settings().regularizer(new L2(0.4)));
        assertThat(trained(network(kernels, true), settings().regularizer(new L2(0.4))))
                .isEqualTo(deferred);
        assertThat(trained(network(kernels, false), settings())).isNotEqualTo(deferred);
    }

    /** Estimates the halves of a mini-batch one after the other in the same memory. */
    private static final class Halves implements GradientEstimator {
        private final Workspace workspace = new Workspace();
        private final Backpropagation backpropagation = new Backpropagation();

        @Override
        public double estimate(Sequence<Layer> layers, Cost cost, MiniBatch miniBatch, Sequence<Parameters> nabla) {
            int half = miniBatch.size() / 2;
            double sum = half == 0 ? 0 : part(layers, cost, miniBatch, nabla, 0, half);
            return sum + part(layers, cost, miniBatch, nabla, half, miniBatch.size());
        }

        private double part(
                Sequence<Layer> layers, Cost cost, MiniBatch whole, Sequence<Parameters> nabla, int from, int to) {
            workspace.reset();
            MiniBatch part = new MiniBatch(columns(whole.x(), from, to), columns(whole.y(), from, to));
            return backpropagation.estimate(layers, cost, part, nabla);
        }

        private Matrix columns(Matrix all, int from, int to) {
            Matrix some = workspace.matrix(all.kernels(), all.rows(), to - from);
            for (int i = 0; i < some.size(); i++) {
                some.set(i, all.get(from * all.rows() + i));
            }
            return some;
        }
    }

    @Test
    void anEstimatorMayEstimateHalvesInItsOwnWorkspaceAndAddThem() {
        Kernels kernels = PlainKernels.of(Precision.DOUBLE);
        Network whole = network(kernels, false);
        Network halves = network(kernels, false);
        trained(whole, settings());
        trained(halves, settings().estimator(new Halves()));
        for (int l = 0; l < whole.layers().size(); l++) {
            for (Parameter parameter : whole.layers().get(l).parameters()) {
                Matrix expected = parameter.value();
                Matrix actual = halves.layers().get(l).parameters().get(parameter.name());
                for (int i = 0; i < expected.size(); i++) {
                    assertThat(actual.get(i))
                            .as("%s %d of layer %d", parameter.name(), i, l)
                            .isCloseTo(expected.get(i), within(1e-12));
                }
            }
        }
    }
}
