package io.nabla.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.LayerDescription;
import io.nabla.api.Matrix;
import io.nabla.api.Parameters;
import io.nabla.api.Precision;
import io.nabla.api.Shape;
import io.nabla.core.kernels.PlainKernels;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Values and gradients of the layers for images, computed with PyTorch in float64: 1e-10 in double, 1e-4 in float. */
class ImageOracleTest {
    @ParameterizedTest
    @EnumSource
    void convolutions(Precision precision) throws IOException {
        for (String name :
                List.of("conv2d(stride=1,padding=0)", "conv2d(stride=2,padding=1)", "conv2d(stride=1,padding=2)")) {
            JsonNode figures = figures(name);
            JsonNode w = figures.get("w");
            LayerDescription layer = new Convolution2d(
                    w.size(),
                    w.get(0).get(0).size(),
                    figures.get("stride").asInt(),
                    figures.get("padding").asInt(),
                    PassOn.INSTANCE);
            check(name, layer, figures, precision);
        }
    }

    @ParameterizedTest
    @EnumSource
    void poolings(Precision precision) throws IOException {
        check("max-pool2d(2)", new MaxPool2d(2), figures("max-pool2d(2)"), precision);
        check("max-pool2d(3,stride=2)", new MaxPool2d(3, 2), figures("max-pool2d(3,stride=2)"), precision);
        check("avg-pool2d(2)", new AveragePool2d(2), figures("avg-pool2d(2)"), precision);
    }

    private static void check(String name, LayerDescription description, JsonNode figures, Precision precision) {
        JsonNode x = figures.get("x");
        Kernels kernels = PlainKernels.of(precision);
        Shape inputs = Shape.of(
                x.get(0).size(), x.get(0).get(0).size(), x.get(0).get(0).get(0).size());
        Layer layer = description.build(inputs, kernels);
        if (figures.has("w")) {
            rows(figures.get("w"), layer.parameters().get("weights"));
            rows(figures.get("b"), layer.parameters().get("biases"));
        }
        Matrix a = Matrix.zeros(kernels, inputs.size(), x.size());
        columns(x, a);
        Matrix delta = Matrix.zeros(kernels, layer.outputs().size(), x.size());
        columns(figures.get("upstream"), delta);
        Parameters nabla = layer.parameters().zeros();
        layer.gradient(delta, a, nabla);
        double tolerance = precision == Precision.DOUBLE ? 1e-10 : 1e-4;
        same(name + " z", figures.get("output"), layer.weightedInput(a), false, tolerance);
        same(name + " x", figures.get("gradient").get("x"), layer.backpropagate(delta, a), false, tolerance);
        if (figures.has("w")) {
            same(name + " w", figures.get("gradient").get("w"), nabla.get("weights"), true, tolerance);
            same(name + " b", figures.get("gradient").get("b"), nabla.get("biases"), true, tolerance);
        }
    }

    private static void same(String what, JsonNode expected, Matrix actual, boolean rows, double tolerance) {
        Matrix wanted = Matrix.zeros(actual.kernels(), actual.rows(), actual.columns());
        if (rows) {
            rows(expected, wanted);
        } else {
            columns(expected, wanted);
        }
        for (int i = 0; i < wanted.size(); i++) {
            assertThat(actual.get(i))
                    .as(what + " " + i)
                    .isCloseTo(wanted.get(i), within(tolerance * Math.max(1, Math.abs(wanted.get(i)))));
        }
    }

    /** One example a column. */
    private static void columns(JsonNode examples, Matrix matrix) {
        for (int column = 0; column < matrix.columns(); column++) {
            List<Double> numbers = flat(examples.get(column), new ArrayList<>());
            assertThat(numbers).hasSize(matrix.rows());
            for (int row = 0; row < matrix.rows(); row++) {
                matrix.set(row, column, numbers.get(row));
            }
        }
    }

    private static void rows(JsonNode values, Matrix matrix) {
        for (int row = 0; row < matrix.rows(); row++) {
            List<Double> numbers = flat(values.get(row), new ArrayList<>());
            assertThat(numbers).hasSize(matrix.columns());
            for (int column = 0; column < matrix.columns(); column++) {
                matrix.set(row, column, numbers.get(column));
            }
        }
    }

    private static List<Double> flat(JsonNode node, List<Double> into) {
        if (node.isArray()) {
            node.forEach(element -> flat(element, into));
        } else {
            into.add(node.asDouble());
        }
        return into;
    }

    private static JsonNode figures(String name) throws IOException {
        try (InputStream json = ImageOracleTest.class.getResourceAsStream("pytorch.json")) {
            return new ObjectMapper().readTree(json).get(name);
        }
    }
}
