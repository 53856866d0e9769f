package io.nabla.io.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nabla.activations.Elu;
import io.nabla.activations.Gelu;
import io.nabla.activations.GeluTanh;
import io.nabla.activations.HardSigmoid;
import io.nabla.activations.HardTanh;
import io.nabla.activations.Identity;
import io.nabla.activations.LeakyRelu;
import io.nabla.activations.Mish;
import io.nabla.activations.Relu;
import io.nabla.activations.Selu;
import io.nabla.activations.Sigmoid;
import io.nabla.activations.Silu;
import io.nabla.activations.Softmax;
import io.nabla.activations.Softplus;
import io.nabla.activations.Softsign;
import io.nabla.activations.Tanh;
import io.nabla.api.Activation;
import io.nabla.api.Catalog;
import io.nabla.api.Matrix;
import io.nabla.api.Plugins;
import io.nabla.api.Precision;
import io.nabla.core.Network;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.random.NumpyRandom;
import io.nabla.io.ModelDescription;
import io.nabla.io.NamedMatrix;
import io.nabla.io.NetworkDescription;
import io.nabla.io.json.JsonReader;
import io.nabla.layers.AveragePool2dFactory;
import io.nabla.layers.BatchNormFactory;
import io.nabla.layers.Convolution2dFactory;
import io.nabla.layers.DenseFactory;
import io.nabla.layers.DropoutFactory;
import io.nabla.layers.EmbeddingFactory;
import io.nabla.layers.FlattenFactory;
import io.nabla.layers.GruFactory;
import io.nabla.layers.LayerNormFactory;
import io.nabla.layers.MaxPool2dFactory;
import io.nabla.layers.ReshapeFactory;
import io.nabla.layers.ResidualFactory;
import java.util.List;
import java.util.Map;

/** Networks of these tests, all plug-ins there. */
public final class Plugged {
    /** Registered by hand, since this module sees no Guice. */
    public static final Plugins PLUGINS = new Plugins(
            Catalog.<Activation>of(
                    "activation",
                    List.of(
                            new Elu(),
                            new Gelu(),
                            new GeluTanh(),
                            new HardSigmoid(),
                            new HardTanh(),
                            new Identity(),
                            new LeakyRelu(),
                            new Mish(),
                            new Relu(),
                            new Selu(),
                            new Sigmoid(),
                            new Silu(),
                            new Softmax(),
                            new Softplus(),
                            new Softsign(),
                            new Tanh())),
            Catalog.of("cost", List.of()),
            Catalog.of(
                    "layer",
                    List.of(
                            new AveragePool2dFactory(),
                            new BatchNormFactory(),
                            new Convolution2dFactory(),
                            new DenseFactory(),
                            new DropoutFactory(),
                            new EmbeddingFactory(),
                            new FlattenFactory(),
                            new GruFactory(),
                            new LayerNormFactory(),
                            new MaxPool2dFactory(),
                            new ReshapeFactory(),
                            new ResidualFactory())),
            Catalog.of("optimizer", List.of()),
            Catalog.of("schedule", List.of()),
            Catalog.of("clipping", List.of()),
            Catalog.of("regularizer", List.of()),
            Catalog.of("initializer", List.of()));

    private Plugged() {}

    /** A description in single quotes. */
    static ModelDescription description(String network, Precision precision) {
        return new ModelDescription(
                NetworkDescription.of(JsonReader.parse("network", network.replace('\'', '"'))),
                precision,
                JsonReader.parse("cost", "{\"name\":\"quadratic\"}"),
                JsonReader.parse("preprocessing", "{\"kind\":\"pixels\",\"divisor\":256}"),
                List.of(),
                Map.of());
    }

    /** The network of a description, its parameters drawn; variances are above 0. */
    static Network network(ModelDescription description) {
        Network network = description.network().buildZeroed(PLUGINS, PlainKernels.of(description.precision()));
        NumpyRandom random = new NumpyRandom(7);
        for (NamedMatrix named : NamedMatrix.of(network)) {
            for (int i = 0; i < named.matrix().size(); i++) {
                double drawn = random.nextGaussian() * 0.5;
                named.matrix().set(i, named.name().endsWith("variance") ? 0.5 + drawn * drawn : drawn);
            }
        }
        return network;
    }

    /** Examples as columns, drawn. */
    static Matrix examples(Network network, int count) {
        NumpyRandom random = new NumpyRandom(8);
        Matrix x = Matrix.zeros(network.kernels(), network.inputs().size(), count);
        for (int i = 0; i < x.size(); i++) {
            x.set(i, random.nextGaussian() * 2);
        }
        return x;
    }

    /** That outputs are those of the network, to a tolerance that grows with their size. */
    static void assertAgrees(double[][] outputs, Matrix a, double tolerance) {
        assertThat(outputs).hasNumberOfRows(a.columns());
        for (int column = 0; column < a.columns(); column++) {
            assertThat(outputs[column]).hasSize(a.rows());
            for (int row = 0; row < a.rows(); row++) {
                assertThat(outputs[column][row])
                        .describedAs("output %d of example %d", row, column)
                        .isCloseTo(a.get(row, column), within(tolerance * Math.max(1, Math.abs(a.get(row, column)))));
            }
        }
    }
}
