package io.nabla.api;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * The arithmetic on matrices of one precision: how numbers are multiplied, on plain loops or on vector units.
 *
 * <p>This is the seam between the mathematics and the machine. {@link Matrix} checks shapes and precisions and chooses
 * the memory of a result; a kernel computes a <em>range</em> of that result, so that threads can share an operation by
 * its outputs. Kernels keep no state that a caller can see and may be used by many threads at once.
 *
 * <p><strong>One arithmetic.</strong> Kernels that training may choose from give the same bits: each element of a product is
 * summed over k in ascending order with fused multiply-add ({@link Math#fma}), beginning with the element's old value
 * or with zero. A factor of the right operand that is exactly zero may be skipped.
 *
 * @see KernelsProvider
 */
public interface Kernels {
    /** The name under which a user asks for these kernels, such as {@code plain}. */
    String name();

    /** The precision of every matrix that these kernels take and give. */
    Precision precision();

    /**
     * Computes columns {@code from} to {@code to - 1} of C = op(A)·op(B), or of C = C + op(A)·op(B).
     *
     * @param product which operand is transposed
     * @param accumulate whether the product is added to what C holds
     * @param from first column of C
     * @param to column behind the last
     */
    void multiply(Product product, Matrix a, Matrix b, Matrix c, boolean accumulate, int from, int to);

    /** Computes elements {@code from} to {@code to - 1} (in column-major order) of result = f(x). */
    void map(DoubleUnaryOperator f, Matrix x, Matrix result, int from, int to);

    /** Computes elements {@code from} to {@code to - 1} of result = f(x, y). */
    void zip(DoubleBinaryOperator f, Matrix x, Matrix y, Matrix result, int from, int to);

    /**
     * Computes elements {@code from} to {@code to - 1} of result = alpha·x + beta·y, as {@code fma(beta, y, alpha * x)}:
     * with alpha 1, as gradient descent has it, rounded once.
     *
     * @param alpha rounded to the precision of the kernels first, and so is beta
     * @param result may be x or y itself
     */
    void combine(double alpha, Matrix x, double beta, Matrix y, Matrix result, int from, int to);

    /** Computes elements {@code from} to {@code to - 1} of result = x ⊙ y, element by element. */
    void hadamard(Matrix x, Matrix y, Matrix result, int from, int to);

    /** Copies the one-column matrix {@code b} into columns {@code from} to {@code to - 1} of {@code c}. */
    void fillColumns(Matrix b, Matrix c, int from, int to);

    /**
     * Runs a loop over a range: on several threads where these kernels have some and the range is worth it.
     *
     * <p>For arithmetic that its author writes himself as one plain loop over arrays, such as an optimizer's step. Only
     * the numbers of the range may be written.
     */
    default void run(RangeLoop loop, int from, int to) {
        loop.run(from, to);
    }

    /** Adds to rows {@code from} to {@code to - 1} of the one-column {@code sums} the sums of x's rows, columns ascending. */
    void addRowSums(Matrix x, Matrix sums, int from, int to);
}
