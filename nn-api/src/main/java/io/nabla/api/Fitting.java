package io.nabla.api;

/** Whether matrices fit each other: shapes exactly, precisions the same. What does not is refused, telling both. */
final class Fitting {
    /** The most numbers of a matrix. */
    static final int MOST = Integer.MAX_VALUE - 8;

    private Fitting() {}

    /** The number of elements of a matrix that is to be made. */
    static int size(int rows, int columns) {
        if (rows <= 0 || columns <= 0 || (long) rows * columns > MOST) {
            throw new IllegalArgumentException("a matrix of " + rows + " rows and " + columns
                    + " columns is not possible: both are at least 1 and the product at most " + MOST);
        }
        return rows * columns;
    }

    static void checkProduct(Product product, Matrix a, Matrix b, Matrix c) {
        if (product.inner(a) != product.innerOfRight(b)) {
            throw mismatch(
                    "a product",
                    "sums over " + product.inner(a) + " of a left operand of " + a.shape() + " but "
                            + product.innerOfRight(b) + " of a right operand of " + b.shape() + " (" + product + ")");
        }
        if (product.rows(a) != c.rows() || product.columns(b) != c.columns()) {
            throw mismatch(
                    "a product", "is " + product.rows(a) + "×" + product.columns(b) + " but goes into " + c.shape());
        }
        samePrecision(c, a);
        samePrecision(c, b);
    }

    static void sameShape(Matrix x, Matrix y) {
        if (y.rows() != x.rows() || y.columns() != x.columns()) {
            throw mismatch(
                    "element by element",
                    "a matrix of " + x.shape() + " needs one of the same shape, not " + y.shape());
        }
        samePrecision(x, y);
    }

    static void samePrecision(Matrix x, Matrix y) {
        if (y.precision() != x.precision()) {
            throw new IllegalArgumentException("a matrix of " + x.precision() + " cannot be combined with one of "
                    + y.precision() + "; make both with the same kernels");
        }
    }

    static IllegalArgumentException mismatch(String operation, String detail) {
        return new IllegalArgumentException(operation + ": " + detail);
    }
}
