package io.nabla.api;

import java.util.ArrayList;
import java.util.List;

/**
 * Memory that one pass after another uses again, so that a training step allocates nothing that lasts.
 *
 * <p>A matrix made by {@link #matrix} belongs to this workspace, and so does every result computed from it. The owner
 * of the pass calls {@link #reset} before the next one; then the same requests, in the same order, get the same memory.
 * Whoever wants to keep a matrix beyond that takes a {@link Matrix#copy}.
 *
 * <p>A workspace is for one thread at a time. Matrices that belong to none live on the heap, as usual in Java.
 */
public final class Workspace {
    private final List<Matrix> slots = new ArrayList<>();
    private final List<Matrix> unsettled = new ArrayList<>();
    private int next;

    /** An empty workspace; it grows to what a pass needs. */
    public Workspace() {}

    /** Takes all memory back: matrices handed out before must no longer be used. */
    public void reset() {
        unsettled.forEach(Matrix::settledIfProduct);
        unsettled.clear();
        next = 0;
    }

    /** Remembers a gradient that has put off a product of matrices of this workspace. */
    void settleBeforeReset(Matrix gradient) {
        unsettled.add(gradient);
    }

    /**
     * A matrix in this workspace, its contents undefined until written.
     *
     * @param kernels the arithmetic of the matrix and of what is computed from it
     */
    public Matrix matrix(Kernels kernels, int rows, int columns) {
        if (next == slots.size()) {
            slots.add(Matrix.create(kernels, rows, columns, this));
        }
        Matrix slot = slots.get(next);
        if (slot.kernels() != kernels || slot.rows() != rows || slot.columns() != columns) {
            slot = slot.reshaped(kernels, rows, columns, this);
            slots.set(next, slot);
        }
        next++;
        return slot;
    }
}
