package io.nabla.io.onnx;

import io.nabla.api.Matrix;
import io.nabla.io.ModelFormatException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Where the numbers of a parameter stand.
 *
 * @param tensor holds them
 * @param order tells the place in the tensor by row and column
 * @param factor they are multiplied with
 */
record Numbers(Tensor tensor, Order order, double factor) {
    /** Checks that nothing is missing. */
    Numbers {
        Objects.requireNonNull(tensor, "tensor");
        Objects.requireNonNull(order, "order");
    }

    /** From row and column to the place in a tensor. */
    @FunctionalInterface
    interface Order {
        int place(int row, int column);
    }

    static Numbers of(Tensor tensor, Order order) {
        return new Numbers(tensor, order, 1);
    }

    /** A list of numbers, one a row. */
    static Numbers list(Tensor tensor) {
        return of(tensor, (row, column) -> row);
    }

    /** Writes them into a matrix. */
    void copyTo(Matrix matrix, Path file) throws ModelFormatException {
        for (int row = 0; row < matrix.rows(); row++) {
            for (int column = 0; column < matrix.columns(); column++) {
                double number = factor * tensor.number(order.place(row, column));
                if (!Double.isFinite(number)) {
                    throw new ModelFormatException(
                            file,
                            tensor.position(),
                            "tensor " + Decoding.quoted(tensor.name()) + " holds " + number
                                    + "; a network has finite numbers");
                }
                matrix.set(row, column, number);
            }
        }
    }
}
