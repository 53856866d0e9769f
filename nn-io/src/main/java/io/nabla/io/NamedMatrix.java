package io.nabla.io;

import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.Parameter;
import io.nabla.core.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A matrix and its name in a file.
 *
 * @param name such as {@code 1.weights}
 * @param matrix its numbers
 * @param isList whether it is written as a list of numbers, as readers in Python expect of biases, and not as a matrix of one column
 */
public record NamedMatrix(String name, Matrix matrix, boolean isList) {
    /** Checks that nothing is missing, and that a list has one column. */
    public NamedMatrix {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(matrix, "matrix");
        if (isList && matrix.columns() != 1) {
            throw new IllegalArgumentException("a list of numbers is a matrix of one column, but got " + matrix);
        }
    }

    /** All parameters of a network by the number of their layer, from 1: {@code 1.weights}, {@code 1.biases}, {@code 2.weights}. */
    public static List<NamedMatrix> of(Network network) {
        List<NamedMatrix> named = new ArrayList<>();
        for (int l = 0; l < network.layers().size(); l++) {
            Layer layer = network.layers().get(l);
            for (Parameter parameter : layer.parameters()) {
                boolean isList = parameter.role() != Parameter.Role.WEIGHTS
                        && parameter.value().columns() == 1;
                named.add(new NamedMatrix((l + 1) + "." + parameter.name(), parameter.value(), isList));
            }
        }
        return named;
    }
}
