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
 * or with zero, and a sum that comes out as zero is +0. A factor of the right operand that is exactly zero counts for nothing and
 * may be skipped.
 *
 * @see KernelsProvider
 */
public interface Kernels {
    /** In how many sums {@link #convolveGradient} divides each derivative, whatever the length of a vector. */
    int LANES = 16;

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

    /**
     * Computes columns {@code from} to {@code to - 1} of z = w·a + b: every sum begins at the bias of its row.
     *
     * @param b one column, of as many rows as z
     */
    default void affine(Matrix w, Matrix a, Matrix b, Matrix z, int from, int to) {
        fillColumns(b, z, from, to);
        multiply(Product.PLAIN, w, a, z, true, from, to);
    }

    /**
     * Computes columns {@code from} to {@code to - 1} of C = C + factor·(A·Bᵀ): a step of gradient descent that needs no
     * gradient in memory.
     *
     * <p>Each element is {@code fma(factor, sum, c)}, where the sum is what {@link #multiply} gives.
     *
     * @param factor rounded to the precision of the kernels first
     * @param scratch of the shape of C; it may be used to compute the product in
     */
    default void addProduct(double factor, Matrix a, Matrix b, Matrix c, Matrix scratch, int from, int to) {
        multiply(Product.RIGHT_TRANSPOSED, a, b, scratch, false, from, to);
        combine(1, c, factor, scratch, c, from * c.rows(), to * c.rows());
    }

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
     * Fills columns {@code from} to {@code to - 1} of x with unsigned bytes times a factor, such as pixels.
     *
     * @param places where in {@code bytes} the numbers of each column of x begin
     * @param factor above 0; rounded to the precision of the kernels first
     */
    default void fillFromBytes(byte[] bytes, int[] places, double factor, Matrix x, int from, int to) {
        double scale = precision() == Precision.FLOAT ? (float) factor : factor;
        for (int column = from; column < to; column++) {
            for (int row = 0; row < x.rows(); row++) {
                x.set(row, column, scale * (bytes[places[column] + row] & 0xFF));
            }
        }
    }

    /**
     * Computes columns {@code from} to {@code to - 1} of z: each filter over each place of each image.
     *
     * <p>Every sum begins at the filter's bias and goes over the filter's taps in their order with fused multiply-add; the margin of
     * zeros counts for nothing (while weights are finite), and a sum that comes out as zero is +0.
     *
     * @param w filters × taps
     * @param b filters × 1
     * @param a images, one a column
     * @param z for each image its filters one after the other, each with its places row by row
     */
    default void convolve(Convolution convolution, Matrix w, Matrix b, Matrix a, Matrix z, int from, int to) {
        if (precision() == Precision.DOUBLE) {
            new DoubleConvolutions(convolution).forward(w, b, a, z, from, to);
        } else {
            new FloatConvolutions(convolution).forward(w, b, a, z, from, to);
        }
    }

    /**
     * Computes columns {@code from} to {@code to - 1} of the error on the images, from the error on z.
     *
     * <p>Every sum goes over the rows of the kernel, its columns and the filters, in this order, with fused multiply-add; a sum that
     * comes out as zero is +0.
     *
     * @param w filters × taps
     * @param delta of the form of z in {@link #convolve}
     * @param error of the form of a
     */
    default void convolveBack(Convolution convolution, Matrix w, Matrix delta, Matrix error, int from, int to) {
        if (precision() == Precision.DOUBLE) {
            new DoubleConvolutions(convolution).backward(w, delta, error, from, to);
        } else {
            new FloatConvolutions(convolution).backward(w, delta, error, from, to);
        }
    }

    /**
     * Adds to rows {@code from} to {@code to - 1} of nablaW and nablaB the derivatives by the filters' weights and biases.
     *
     * <p>Each is the sum of {@link #LANES} sums: number i goes over the examples i, i + 16, i + 32 and so on, and in each over the places in
     * their order, with fused multiply-add. Then the upper half of the sums is added to the lower, and so on, until one
     * is left; if that is zero, it is +0.
     *
     * @param delta of the form of z in {@link #convolve}
     * @param a images, one a column
     * @param nablaW filters × taps; its numbers in memory ({@link Matrix#settled})
     * @param nablaB filters × 1; its numbers in memory
     */
    default void convolveGradient(
            Convolution convolution, Matrix delta, Matrix a, Matrix nablaW, Matrix nablaB, int from, int to) {
        if (precision() == Precision.DOUBLE) {
            new DoubleConvolutions(convolution).gradient(delta, a, nablaW, nablaB, from, to);
        } else {
            new FloatConvolutions(convolution).gradient(delta, a, nablaW, nablaB, from, to);
        }
    }

    /**
     * Computes channels {@code from} to {@code to - 1}, counted over all images, of the greatest number of each window.
     *
     * <p>It is that of {@link Math#max}: of NaN and any other number it is NaN, and of -0 and +0 it is +0.
     *
     * @param a images, one a column
     * @param z for each image its channels one after the other, each with its windows row by row
     */
    default void maxPool(Pooling pooling, Matrix a, Matrix z, int from, int to) {
        for (int plane = from; plane < to; plane++) {
            if (precision() == Precision.DOUBLE) {
                DoubleMaxPooling.pool(pooling, a.doubles(), z.doubles(), plane);
            } else {
                FloatMaxPooling.pool(pooling, a.floats(), z.floats(), plane);
            }
        }
    }

    /**
     * Computes channels {@code from} to {@code to - 1} of the error on the images: each window's error is added to the error on its greatest
     * number, the first of several equals, or its first NaN; the windows row by row.
     *
     * @param a what came into {@link #maxPool}
     * @param delta of the form of its z
     * @param error of the form of a
     */
    default void maxPoolBack(Pooling pooling, Matrix a, Matrix delta, Matrix error, int from, int to) {
        for (int plane = from; plane < to; plane++) {
            if (precision() == Precision.DOUBLE) {
                DoubleMaxPooling.spread(pooling, a.doubles(), delta.doubles(), error.doubles(), plane);
            } else {
                FloatMaxPooling.spread(pooling, a.floats(), delta.floats(), error.floats(), plane);
            }
        }
    }

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
