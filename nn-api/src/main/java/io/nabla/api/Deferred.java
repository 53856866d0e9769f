package io.nabla.api;

/**
 * What a gradient holds before anybody has asked for its numbers: nothing yet, or one product δ·aᵀ.
 *
 * <p>A gradient of zeros is not written, and a product that only an optimizer's step needs is added to the weights at
 * once, without ever being stored. Whoever reads the numbers gets them: they are computed then, at the latest when the
 * memory of the factors is taken back.
 */
final class Deferred {
    private enum State {
        /** The numbers stand in the memory of the matrix. */
        SETTLED,
        /** All zeros, but not written. */
        ZERO,
        /** left·rightᵀ, not computed. */
        PRODUCT
    }

    private final Matrix memory;
    private State state = State.SETTLED;
    private Matrix left;
    private Matrix right;

    /** Puts off what this matrix is to hold. */
    Deferred(Matrix memory) {
        this.memory = memory;
    }

    /** The memory itself, whatever stands in it. */
    Matrix memory() {
        return memory;
    }

    /** Everything is zero from now on. */
    void clear() {
        state = State.ZERO;
    }

    boolean isZero() {
        return state == State.ZERO;
    }

    boolean isProduct() {
        return state == State.PRODUCT;
    }

    Matrix left() {
        return left;
    }

    Matrix right() {
        return right;
    }

    /** Takes over a product instead of computing it, where its factors are sure to stay until their workspace says so. */
    boolean takes(Matrix owner, Matrix newLeft, Matrix newRight) {
        Workspace home = newLeft.workspace();
        if (state != State.ZERO || home == null || home != newRight.workspace()) {
            return false;
        }
        state = State.PRODUCT;
        left = newLeft;
        right = newRight;
        home.settleBeforeReset(owner);
        return true;
    }

    /** Writes the numbers into the memory of the matrix. */
    void settle() {
        switch (state) {
            case ZERO -> memory.fill(0);
            case PRODUCT ->
                memory.kernels().multiply(Product.RIGHT_TRANSPOSED, left, right, memory, false, 0, memory.columns());
            case SETTLED -> {}
        }
        state = State.SETTLED;
    }

    /** Everything will be overwritten: what was deferred is no longer wanted. */
    void forget() {
        state = State.SETTLED;
    }
}
