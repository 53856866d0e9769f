package io.nabla.examples.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.nabla.activations.Relu;
import io.nabla.activations.Sigmoid;
import io.nabla.activations.Softmax;
import io.nabla.activations.Tanh;
import io.nabla.api.Activation;
import io.nabla.api.Cost;
import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.MiniBatch;
import io.nabla.api.Parameters;
import io.nabla.api.Precision;
import io.nabla.api.Sequence;
import io.nabla.core.Backpropagation;
import io.nabla.core.Network;
import io.nabla.core.kernels.CommonsMathKernels;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.costs.CrossEntropyCost;
import io.nabla.costs.LogLikelihoodCost;
import io.nabla.costs.QuadraticCost;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole dense networks, forward and backward, against PyTorch's figures. PyTorch's value and gradients are means over the
 * examples, ours are sums.
 */
class DenseNetworksTest {
    private static final JsonNode CASES = Json.resource("dense-networks.json");

    static Stream<Arguments> cases() {
        List<Arguments> arguments = new ArrayList<>();
        for (JsonNode oracle : CASES) {
            String name = oracle.get("sizes") + " " + oracle.get("hidden").textValue() + ", "
                    + oracle.get("output").textValue() + ", "
                    + oracle.get("cost").textValue() + ", batch of "
                    + oracle.get("batch");
            for (Kernels kernels : List.of(
                    PlainKernels.of(Precision.DOUBLE), PlainKernels.of(Precision.FLOAT), new CommonsMathKernels())) {
                arguments.add(Arguments.of(name, kernels.name() + " " + kernels.precision(), oracle, kernels));
            }
        }
        return arguments.stream();
    }

    @ParameterizedTest(name = "{0}; {1}")
    @MethodSource("cases")
    void everyFigureIsPyTorchs(String name, String kernelsName, JsonNode oracle, Kernels kernels) {
        Network network = OracleNetwork.build(
                kernels,
                oracle,
                activation(oracle.get("hidden").textValue()),
                activation(oracle.get("output").textValue()));
        Cost cost = cost(oracle.get("cost").textValue());
        Matrix x = Json.examples(kernels, oracle.get("x"));
        Matrix y = Json.examples(kernels, oracle.get("y"));
        int m = oracle.get("batch").intValue();
        Precision precision = kernels.precision();

        Matrix a = x;
        for (int l = 0; l < network.layers().size(); l++) {
            Layer layer = network.layers().get(l);
            Matrix z = layer.weightedInput(a);
            a = layer.activation().apply(z);
            Near.assertMatrix("z of layer " + (l + 1), z, 1, examples(oracle, "zs", l), precision);
            Near.assertMatrix("a of layer " + (l + 1), a, 1, examples(oracle, "activations", l), precision);
        }

        Sequence<Parameters> nabla =
                network.layers().map(layer -> layer.parameters().zeros());
        double value = new Backpropagation().estimate(network.layers(), cost, new MiniBatch(x, y), nabla);
        double expected = oracle.get("value").doubleValue();
        assertThat(value / m).isCloseTo(expected, within(Near.tolerance(precision) * expected));
        Kernels exact = PlainKernels.of(Precision.DOUBLE);
        for (int l = 0; l < network.layers().size(); l++) {
            Parameters ofLayer = nabla.get(l);
            Matrix nablaW = Json.matrix(exact, oracle.get("nabla_w").get(l));
            Matrix nablaB = Json.column(exact, oracle.get("nabla_b").get(l));
            Near.assertMatrix("nabla_w of layer " + (l + 1), ofLayer.get("weights"), m, nablaW, precision);
            Near.assertMatrix("nabla_b of layer " + (l + 1), ofLayer.get("biases"), m, nablaB, precision);
        }
    }

    private static Matrix examples(JsonNode oracle, String key, int layer) {
        return Json.examples(PlainKernels.of(Precision.DOUBLE), oracle.get(key).get(layer));
    }

    private static Activation activation(String name) {
        return switch (name) {
            case "sigmoid" -> new Sigmoid();
            case "tanh" -> new Tanh();
            case "relu" -> new Relu();
            case "softmax" -> new Softmax();
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** PyTorch's names of the costs, and the book's. */
    private static Cost cost(String name) {
        return switch (name) {
            case "quadratic" -> new QuadraticCost();
            case "binary-cross-entropy" -> new CrossEntropyCost();
            case "categorical-cross-entropy" -> new LogLikelihoodCost();
            default -> throw new IllegalArgumentException(name);
        };
    }
}
