package io.nabla.simd;

import io.nabla.api.ElementaryBackward;
import io.nabla.api.ElementaryFunction;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Functions element by element: those that are known by whole vectors, any other one by one.
 *
 * <p>The vectors go the way of {@link io.nabla.api.Elementary}, operation by operation, and so have its bits.
 */
final class DoubleFunctions {
    private static final VectorSpecies<Double> SPECIES = DoubleTiles.SPECIES;
    private static final VectorSpecies<Long> BITS = LongVector.SPECIES_PREFERRED.withShape(SPECIES.vectorShape());
    private static final int LENGTH = DoubleTiles.LENGTH;
    /** Adding it rounds to a whole number n, which then stands in the lowest bits. */
    private static final double ROUND = 0x1.8p52;

    void map(DoubleUnaryOperator f, double[] x, double[] result, int from, int to) {
        if (f == ElementaryFunction.RELU) {
            for (int i = from; i < to; i++) {
                result[i] = Math.max(0, x[i]);
            }
        } else if (f instanceof ElementaryFunction known) {
            int done = exponential(known, x, result, from, to);
            for (int i = done; i < to; i++) {
                result[i] = known.applyAsDouble(x[i]);
            }
        } else {
            for (int i = from; i < to; i++) {
                result[i] = f.applyAsDouble(x[i]);
            }
        }
    }

    // The compiler turns the loops without a choice into vector instructions by itself.
    void zip(DoubleBinaryOperator f, double[] x, double[] y, double[] result, int from, int to) {
        if (f == ElementaryBackward.RELU) {
            relu(x, y, result, from, to);
        } else if (f == ElementaryBackward.SIGMOID) {
            for (int i = from; i < to; i++) {
                result[i] = x[i] * (y[i] * (1 - y[i]));
            }
        } else if (f == ElementaryBackward.TANH) {
            for (int i = from; i < to; i++) {
                result[i] = x[i] * (1 - y[i] * y[i]);
            }
        } else {
            for (int i = from; i < to; i++) {
                result[i] = f.applyAsDouble(x[i], y[i]);
            }
        }
    }

    /** Computes as many elements as fill vectors, and gives the place of the first that is left. */
    private static int exponential(ElementaryFunction f, double[] x, double[] result, int from, int to) {
        boolean isTanh = f == ElementaryFunction.TANH;
        boolean isSigmoid = f == ElementaryFunction.SIGMOID;
        // All three are made of the exponential of a multiple of x: of 2x, -x, or x itself.
        DoubleVector multiple = DoubleVector.broadcast(SPECIES, isTanh ? 2 : isSigmoid ? -1 : 1);
        DoubleVector lowest = DoubleVector.broadcast(SPECIES, isTanh ? -80 : -760);
        DoubleVector highest = DoubleVector.broadcast(SPECIES, isTanh ? 80 : 720);
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        DoubleVector two = DoubleVector.broadcast(SPECIES, 2);
        DoubleVector halfOne = DoubleVector.broadcast(SPECIES, 0.5);
        DoubleVector round = DoubleVector.broadcast(SPECIES, ROUND);
        DoubleVector log2e = DoubleVector.broadcast(SPECIES, 0x1.71547652b82fep0);
        DoubleVector ln2High = DoubleVector.broadcast(SPECIES, 0x1.62e42fefa0000p-1);
        DoubleVector ln2Low = DoubleVector.broadcast(SPECIES, 0x1.cf79abc9e3b39p-40);
        DoubleVector c2 = DoubleVector.broadcast(SPECIES, 0.5);
        DoubleVector c3 = DoubleVector.broadcast(SPECIES, 1.0 / 6);
        DoubleVector c4 = DoubleVector.broadcast(SPECIES, 1.0 / 24);
        DoubleVector c5 = DoubleVector.broadcast(SPECIES, 1.0 / 120);
        DoubleVector c6 = DoubleVector.broadcast(SPECIES, 1.0 / 720);
        DoubleVector c7 = DoubleVector.broadcast(SPECIES, 1.0 / 5040);
        DoubleVector c8 = DoubleVector.broadcast(SPECIES, 1.0 / 40320);
        DoubleVector c9 = DoubleVector.broadcast(SPECIES, 1.0 / 362880);
        DoubleVector c10 = DoubleVector.broadcast(SPECIES, 1.0 / 3628800);
        DoubleVector c11 = DoubleVector.broadcast(SPECIES, 1.0 / 39916800);
        DoubleVector c12 = DoubleVector.broadcast(SPECIES, 1.0 / 479001600);
        DoubleVector c13 = DoubleVector.broadcast(SPECIES, 1.0 / 6227020800L);
        LongVector roundBits = LongVector.broadcast(BITS, Double.doubleToRawLongBits(ROUND));
        LongVector bias = LongVector.broadcast(BITS, 1023);
        int i = from;
        for (; i <= to - LENGTH; i += LENGTH) {
            DoubleVector bounded = DoubleVector.fromArray(SPECIES, x, i)
                    .mul(multiple)
                    .min(highest)
                    .max(lowest);
            DoubleVector rounded = bounded.mul(log2e).add(round);
            DoubleVector minus = rounded.sub(round).neg();
            DoubleVector r = minus.fma(ln2Low, minus.fma(ln2High, bounded));
            DoubleVector r2 = r.mul(r);
            DoubleVector r4 = r2.mul(r2);
            DoubleVector q0 = r.fma(c5, c4).fma(r2, r.fma(c3, c2));
            DoubleVector q1 = r.fma(c9, c8).fma(r2, r.fma(c7, c6));
            DoubleVector q2 = r.fma(c13, c12).fma(r2, r.fma(c11, c10));
            DoubleVector small = q2.fma(r4.mul(r4), q1.fma(r4, q0)).fma(r2, r);
            LongVector n = rounded.reinterpretAsLongs().sub(roundBits);
            LongVector half = n.lanewise(VectorOperators.ASHR, 1);
            DoubleVector p1 = half.add(bias).lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
            DoubleVector p2 =
                    n.sub(half).add(bias).lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
            if (isTanh) {
                DoubleVector scale = halfOne.mul(p1).mul(p2);
                DoubleVector expm1 = scale.fma(small, scale.sub(halfOne)).mul(two);
                expm1.div(expm1.add(two)).intoArray(result, i);
            } else {
                DoubleVector exp = small.add(one).mul(p1).mul(p2);
                if (isSigmoid) {
                    one.div(exp.add(one)).intoArray(result, i);
                } else {
                    exp.intoArray(result, i);
                }
            }
        }
        return i;
    }

    /** Four vectors at a time; the compiler vectorizes no choice by itself. */
    private static void relu(double[] x, double[] y, double[] result, int from, int to) {
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        DoubleVector nan = DoubleVector.broadcast(SPECIES, Double.NaN);
        int i = from;
        for (; i <= to - 4 * LENGTH; i += 4 * LENGTH) {
            DoubleVector a0 = DoubleVector.fromArray(SPECIES, y, i);
            DoubleVector slope0 = zero.blend(one, a0.compare(VectorOperators.GT, zero))
                    .blend(nan, a0.compare(VectorOperators.NE, a0));
            DoubleVector.fromArray(SPECIES, x, i).mul(slope0).intoArray(result, i);
            DoubleVector a1 = DoubleVector.fromArray(SPECIES, y, i + LENGTH);
            DoubleVector slope1 = zero.blend(one, a1.compare(VectorOperators.GT, zero))
                    .blend(nan, a1.compare(VectorOperators.NE, a1));
            DoubleVector.fromArray(SPECIES, x, i + LENGTH).mul(slope1).intoArray(result, i + LENGTH);
            DoubleVector a2 = DoubleVector.fromArray(SPECIES, y, i + 2 * LENGTH);
            DoubleVector slope2 = zero.blend(one, a2.compare(VectorOperators.GT, zero))
                    .blend(nan, a2.compare(VectorOperators.NE, a2));
            DoubleVector.fromArray(SPECIES, x, i + 2 * LENGTH).mul(slope2).intoArray(result, i + 2 * LENGTH);
            DoubleVector a3 = DoubleVector.fromArray(SPECIES, y, i + 3 * LENGTH);
            DoubleVector slope3 = zero.blend(one, a3.compare(VectorOperators.GT, zero))
                    .blend(nan, a3.compare(VectorOperators.NE, a3));
            DoubleVector.fromArray(SPECIES, x, i + 3 * LENGTH).mul(slope3).intoArray(result, i + 3 * LENGTH);
        }
        for (; i < to; i++) {
            result[i] = ElementaryBackward.RELU.applyAsDouble(x[i], y[i]);
        }
    }
}
