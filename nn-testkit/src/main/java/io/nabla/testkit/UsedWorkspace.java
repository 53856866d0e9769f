package io.nabla.testkit;

import io.nabla.api.Matrix;
import io.nabla.api.Workspace;

/** A workspace whose memory holds NaN from an earlier pass: whoever takes new matrices for zeros is found out. */
final class UsedWorkspace {
    private static final int SLOTS = 16;

    private final Workspace workspace = new Workspace();

    /** A copy of a matrix in this workspace; what is computed from it then lives here, too. */
    Matrix copy(Matrix matrix) {
        workspace.reset();
        for (int i = 0; i < SLOTS; i++) {
            // Larger than needed: memory that is used again may be longer than the matrix.
            workspace.matrix(matrix.kernels(), 2 * matrix.size() + 100, 1).fill(Double.NaN);
        }
        workspace.reset();
        Matrix copy = workspace.matrix(matrix.kernels(), matrix.rows(), matrix.columns());
        for (int i = 0; i < matrix.size(); i++) {
            copy.set(i, matrix.get(i));
        }
        return copy;
    }
}
