package io.nabla.layers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Figures of PyTorch in float64, as matrices: to be met to 1e-10 relative in double, and to 1e-4 in float. */
record PyTorchFigures(JsonNode json) {
    static PyTorchFigures of(String file) {
        try (InputStream in = PyTorchFigures.class.getResourceAsStream(file)) {
            return new PyTorchFigures(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PyTorchFigures get(String name) {
        assertThat(json.has(name)).as(name).isTrue();
        return new PyTorchFigures(json.get(name));
    }

    double number(String name) {
        return json.get(name).doubleValue();
    }

    /** A tensor whose first dimension is examples: one column each, whose numbers stand as in the tensor. */
    Matrix examples(String name, Kernels kernels) {
        JsonNode tensor = json.get(name);
        Matrix matrix = null;
        for (int example = 0; example < tensor.size(); example++) {
            List<Double> numbers = flat(tensor.get(example));
            matrix = matrix == null ? Matrix.zeros(kernels, numbers.size(), tensor.size()) : matrix;
            for (int i = 0; i < numbers.size(); i++) {
                matrix.set(i, example, numbers.get(i));
            }
        }
        return matrix;
    }

    /** A vector as a column, or a matrix, as they stand. */
    void copyTo(String name, Matrix matrix) {
        JsonNode tensor = json.get(name);
        assertThat(tensor.size()).as("rows of %s", name).isEqualTo(matrix.rows());
        for (int row = 0; row < matrix.rows(); row++) {
            List<Double> numbers = flat(tensor.get(row));
            assertThat(numbers.size()).as("columns of %s", name).isEqualTo(matrix.columns());
            for (int column = 0; column < matrix.columns(); column++) {
                matrix.set(row, column, numbers.get(column));
            }
        }
    }

    /** A vector or matrix of the shape of another. */
    Matrix like(String name, Matrix other) {
        Matrix matrix = Matrix.zeros(other.kernels(), other.rows(), other.columns());
        copyTo(name, matrix);
        return matrix;
    }

    private static List<Double> flat(JsonNode node) {
        List<Double> numbers = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(child -> numbers.addAll(flat(child)));
        } else {
            numbers.add(node.doubleValue());
        }
        return numbers;
    }

    static void assertClose(Matrix actual, Matrix expected, String what) {
        assertThat(actual.rows()).as(what).isEqualTo(expected.rows());
        assertThat(actual.columns()).as(what).isEqualTo(expected.columns());
        double tolerance = actual.precision() == Precision.DOUBLE ? 1e-10 : 1e-4;
        for (int i = 0; i < actual.size(); i++) {
            double bound = tolerance * Math.max(1, Math.abs(expected.get(i)));
            if (!(Math.abs(actual.get(i) - expected.get(i)) <= bound)) {
                assertThat(actual.get(i)).as("%s, element %d", what, i).isEqualTo(expected.get(i));
            }
        }
    }
}
