package io.nabla.api;

/** The three matrix products that backpropagation needs. */
public enum Product {
    /** A·B, the forward pass: w·a. */
    PLAIN,
    /** Aᵀ·B, the error's way back: wᵀ·δ. */
    LEFT_TRANSPOSED,
    /** A·Bᵀ, the gradient: δ·aᵀ. */
    RIGHT_TRANSPOSED;

    /** Rows of the product. */
    public int rows(Matrix a) {
        return this == LEFT_TRANSPOSED ? a.columns() : a.rows();
    }

    /** Columns of the product. */
    public int columns(Matrix b) {
        return this == RIGHT_TRANSPOSED ? b.rows() : b.columns();
    }

    /** The length of the sums, as the left operand has it. */
    public int inner(Matrix a) {
        return this == LEFT_TRANSPOSED ? a.rows() : a.columns();
    }

    int innerOfRight(Matrix b) {
        return this == RIGHT_TRANSPOSED ? b.columns() : b.rows();
    }
}
