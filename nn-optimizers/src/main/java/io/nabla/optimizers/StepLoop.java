package io.nabla.optimizers;

/**
 * One step of an optimizer as a loop over the elements of a parameter, in doubles and in floats.
 *
 * <p>A loop has no branch and indexes every array by the same variable, so that the JIT compiler uses vector instructions.
 * Its twin for floats computes in floats. Threads share the elements: a loop writes those of its range alone, in w and in
 * the arrays of the state.
 *
 * <p>Denormals are slow, and Java cannot have them flushed. What shrinks from step to step is therefore summed up on top
 * of a tiny number, which is taken away at the end: what is left is zero or some multiple of the tiny number's last bit,
 * which is normal.
 */
interface StepLoop {
    /** The tiny number for doubles. */
    double TINY_DOUBLE = 0x1p-900;

    /** The tiny number for floats. */
    float TINY_FLOAT = 0x1p-90f;

    /** Moves elements {@code from} to {@code to - 1} of w, and of what is kept for them. */
    void move(double[] w, double[] nabla, double[][] state, int from, int to);

    /** Moves elements {@code from} to {@code to - 1} of w, and of what is kept for them. */
    void move(float[] w, float[] nabla, float[][] state, int from, int to);
}
