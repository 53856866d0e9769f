package io.nabla.examples.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.StreamSupport;

/** Reads the oracle's files, which have one example a row where Nabla has one a column. */
final class Json {
    private Json() {}

    static JsonNode resource(String name) {
        try (InputStream in = Json.class.getResourceAsStream(name)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A matrix as it is written, such as a weight matrix. */
    static Matrix matrix(Kernels kernels, JsonNode rows) {
        return Matrix.of(
                kernels,
                StreamSupport.stream(rows.spliterator(), false)
                        .map(Json::numbers)
                        .toArray(double[][]::new));
    }

    /** A matrix of examples, each of which becomes a column. */
    static Matrix examples(Kernels kernels, JsonNode rows) {
        Matrix matrix = Matrix.zeros(kernels, rows.get(0).size(), rows.size());
        for (int example = 0; example < rows.size(); example++) {
            for (int i = 0; i < matrix.rows(); i++) {
                matrix.set(i, example, rows.get(example).get(i).doubleValue());
            }
        }
        return matrix;
    }

    /** A matrix of one column, such as biases. */
    static Matrix column(Kernels kernels, JsonNode list) {
        return Matrix.column(kernels, numbers(list));
    }

    static double[] numbers(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }
}
