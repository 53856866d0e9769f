package io.nabla.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.api.Activation;
import io.nabla.api.Initializer;
import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.LayerDescription;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.api.Sequence;
import io.nabla.api.Shape;
import io.nabla.core.TestPlugins.Dense;
import io.nabla.core.TestPlugins.Gaussian;
import io.nabla.core.TestPlugins.Sigmoid;
import io.nabla.core.TestPlugins.Tanh;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.random.NumpyRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private static final Kernels KERNELS = PlainKernels.of(Precision.DOUBLE);

    private static Network network(int seed) {
        return Network.builder(4)
                .kernels(KERNELS)
                .layer(new Dense(3, new Tanh()))
                .layer(new Dense(2, new Sigmoid()))
                .build(new Gaussian(), new NumpyRandom(seed));
    }

    @Test
    void infersTheInputsOfEachLayer() {
        Network network = network(1);
        assertThat(network).hasToString("4-3-2");
        assertThat(network.layers().get(-1).inputs()).isEqualTo(Shape.of(3));
        assertThat(network.parameterCount()).isEqualTo(4 * 3 + 3 + 3 * 2 + 2);
        assertThat(network.inputs()).isEqualTo(Shape.of(4));
        assertThat(network.outputs()).isEqualTo(Shape.of(2));
        assertThat(network.kernels()).isSameAs(KERNELS);
    }

    /** As the initializer sees them: first biases, then weights. */
    @Test
    void asksItsInitializerForEachLayersActivation() {
        List<String> asked = new ArrayList<>();
        Initializer initializer = new Initializer() {
            @Override
            public String name() {
                return "asked";
            }

            @Override
            public Initializer forActivation(Activation sigma) {
                asked.add(sigma.name());
                return new Gaussian();
            }

            @Override
            public double weight(int fanIn, int fanOut, RandomGenerator random) {
                throw new AssertionError("this is not the initializer of a layer");
            }

            @Override
            public double bias(RandomGenerator random) {
                throw new AssertionError("this is not the initializer of a layer");
            }
        };
        Network network = network(1);
        network.draw(initializer, new NumpyRandom(3));
        assertThat(asked).containsExactly("tanh", "sigmoid", "tanh", "sigmoid");
        assertThat(Fingerprint.sha256(network)).isEqualTo(Fingerprint.sha256(network(3)));
    }

    /** A layer to be that takes 30 inputs and no other number. */
    private static LayerDescription picky(String kind) {
        return new LayerDescription() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public Layer build(Shape inputs, Kernels kernels) {
                if (inputs.size() != 30) {
                    throw new IllegalArgumentException("it adds 30 numbers to " + inputs);
                }
                return new Dense(20, new Tanh()).build(inputs, kernels);
            }
        };
    }

    @Test
    void drawsWhereALayerDoesNotFit() {
        Network.Builder builder = Network.builder(1, 28, 28)
                .layer(new Dense(30, new Sigmoid()))
                .layer(picky("residual"))
                .layer(picky("residual"))
                .layer(new Dense(10, new Sigmoid()));
        assertThatThrownBy(builder::buildZeroed)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        layer 3 (residual) cannot take 20 inputs: it adds 30 numbers to 20
                           1×28×28 inputs
                           1 dense 1×28×28 -> 30
                           2 dense 30 -> 20
                         > 3 residual ?
                           4 dense""")
                .cause()
                .hasMessage("it adds 30 numbers to 20");
        assertThatThrownBy(() -> Network.builder(4).layer(picky("first")).buildZeroed())
                .hasMessage("layer 1 (first) cannot take 4 inputs: it adds 30 numbers to 4\n   4 inputs\n > 1 first ?");
    }

    @Test
    void feedsForwardLayerByLayer() {
        Network network = network(1);
        Matrix x = Matrix.of(KERNELS, new double[][] {{1, 0}, {2, -1}, {3, 0.5}, {4, 2}});
        Matrix a = x;
        for (Layer layer : network.layers()) {
            Matrix z = layer.parameters()
                    .get("weights")
                    .affine(a, layer.parameters().get("biases"));
            a = z.map(layer == network.layers().get(-1) ? new Sigmoid()::value : new Tanh()::value);
        }
        assertThat(network.feedforward(x).sameBits(a)).isTrue();
    }

    @Test
    void drawsAllBiasesBeforeAllWeightsRowByRow() {
        Network network = network(42);
        NumpyRandom random = new NumpyRandom(42);
        for (String name : new String[] {"biases", "weights"}) {
            for (Layer layer : network.layers()) {
                Matrix value = layer.parameters().get(name);
                for (int row = 0; row < value.rows(); row++) {
                    for (int column = 0; column < value.columns(); column++) {
                        assertThat(value.get(row, column)).isEqualTo(random.nextGaussian());
                    }
                }
            }
        }
    }

    @Test
    void refusesLayersThatDoNotFit() {
        Layer three = new Dense(3, new Tanh()).build(Shape.of(4), KERNELS);
        Layer ofFive = new Dense(2, new Tanh()).build(Shape.of(5), KERNELS);
        assertThatThrownBy(() -> Network.of(KERNELS, Sequence.of(three, ofFive)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("layer 1 gives 3 outputs but layer 2 takes 5 inputs; give both the same number");
        assertThatThrownBy(() -> Network.of(KERNELS, Sequence.of())).hasMessageContaining("at least one layer");
        assertThatThrownBy(() -> Network.builder(4).buildZeroed()).hasMessageContaining("at least one layer");
    }

    @Test
    void refusesInputsThatDoNotFit() {
        assertThatThrownBy(() -> network(1).feedforward(Matrix.zeros(KERNELS, 5, 2)))
                .hasMessageContaining("takes 4 inputs but x has 5 rows");
    }

    @Test
    void picksTheBestDoubleKernelsUnlessTold() {
        Network network = Network.builder(2).layer(new Dense(1, new Tanh())).buildZeroed();
        assertThat(network.kernels().precision()).isEqualTo(Precision.DOUBLE);
        assertThat(network.layers().get(0).parameters().get("weights").sum()).isZero();
    }

    /** The digest was computed by Python's hashlib over NumPy's bytes of [[1, 2, 3], [4, 5, 6]] and [[0.5], [-0.25]]. */
    @Test
    void fingerprintIsTheSha256OfItsNumbers() {
        assertThat(Fingerprint.sha256(fingerprinted(Precision.DOUBLE)))
                .isEqualTo("2677a9e2ffda3d7156c442706ec75ee4aa165504d43f3a366c0e5647a6638473");
        assertThat(Fingerprint.sha256(fingerprinted(Precision.FLOAT)))
                .isEqualTo("c558417924c818239bacc6192073ad42943e72fa6109df783f228a8312740310");
    }

    private static Network fingerprinted(Precision precision) {
        Kernels kernels = PlainKernels.of(precision);
        Matrix w = Matrix.of(kernels, new double[][] {{1, 2, 3}, {4, 5, 6}});
        Matrix b = Matrix.column(kernels, 0.5, -0.25);
        return Network.of(kernels, Sequence.of(new TestPlugins.DenseLayer(Shape.of(3), new Tanh(), w, b)));
    }
}
