package io.nabla.simd;

import io.nabla.api.ElementaryBackward;
import io.nabla.api.ElementaryFunction;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Functions element by element: those that are known by whole vectors, any other one by one.
 *
 * <p>The vectors go the way of {@link io.nabla.api.Elementary}, operation by operation, and so have its bits. All loops stand in one
 * method and call none of ours: the package description tells why.
 */
final class DoubleFunctions {
    private static final VectorSpecies<Double> SPECIES = DoubleTiles.SPECIES;
    private static final VectorSpecies<Long> BITS = LongVector.SPECIES_PREFERRED.withShape(SPECIES.vectorShape());
    private static final int LENGTH = DoubleTiles.LENGTH;
    /** Adding it rounds to a whole number n, which then stands in the lowest bits. */
    private static final double ROUND = 0x1.8p52;

    void map(DoubleUnaryOperator f, double[] x, double[] result, int from, int to) {
        int done = f instanceof ElementaryFunction known ? vectors(known, null, x, x, result, from, to) : from;
        for (int i = done; i < to; i++) {
            result[i] = f.applyAsDouble(x[i]);
        }
    }

    void zip(DoubleBinaryOperator f, double[] x, double[] y, double[] result, int from, int to) {
        int done = f instanceof ElementaryBackward known ? vectors(null, known, x, y, result, from, to) : from;
        for (int i = done; i < to; i++) {
            result[i] = f.applyAsDouble(x[i], y[i]);
        }
    }

    /**
     * Computes as many elements as fill vectors, and gives the place of the first that is left.
     *
     * @param f a function of x, or null
     * @param g a function of x and y, if f is null
     */
    private static int vectors(
            ElementaryFunction f, ElementaryBackward g, double[] x, double[] y, double[] result, int from, int to) {
        DoubleVector zero = DoubleVector.broadcast(SPECIES, 0);
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        DoubleVector two = DoubleVector.broadcast(SPECIES, 2);
        DoubleVector halfOne = DoubleVector.broadcast(SPECIES, 0.5);
        DoubleVector forty = DoubleVector.broadcast(SPECIES, 40);
        DoubleVector nan = DoubleVector.broadcast(SPECIES, Double.NaN);
        DoubleVector lowest = DoubleVector.broadcast(SPECIES, -760);
        DoubleVector highest = DoubleVector.broadcast(SPECIES, 720);
        DoubleVector highest1 = DoubleVector.broadcast(SPECIES, 710);
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
        if (f != null) {
            switch (f) {
                case EXP -> {
                    for (; i <= to - LENGTH; i += LENGTH) {
                        DoubleVector u = DoubleVector.fromArray(SPECIES, x, i);
                        DoubleVector bounded = u.min(highest).max(lowest);
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
                        DoubleVector p1 = half.add(bias)
                                .lanewise(VectorOperators.LSHL, 52)
                                .reinterpretAsDoubles();
                        DoubleVector p2 = n.sub(half)
                                .add(bias)
                                .lanewise(VectorOperators.LSHL, 52)
                                .reinterpretAsDoubles();
                        small.add(one).mul(p1).mul(p2).intoArray(result, i);
                    }
                }
                case SIGMOID -> {
                    for (; i <= to - LENGTH; i += LENGTH) {
                        DoubleVector u = DoubleVector.fromArray(SPECIES, x, i).neg();
                        DoubleVector bounded = u.min(highest).max(lowest);
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
                        DoubleVector p1 = half.add(bias)
                                .lanewise(VectorOperators.LSHL, 52)
                                .reinterpretAsDoubles();
                        DoubleVector p2 = n.sub(half)
                                .add(bias)
                                .lanewise(VectorOperators.LSHL, 52)
                                .reinterpretAsDoubles();
                        DoubleVector exp = small.add(one).mul(p1).mul(p2);
                        one.div(exp.add(one)).intoArray(result, i);
                    }
                }
                case TANH -> {
                    for (; i <= to - LENGTH; i += LENGTH) {
                        DoubleVector u = DoubleVector.fromArray(SPECIES, x, i)
                                .min(forty)
                                .max(forty.neg())
                                .mul(two);
                        DoubleVector bounded = u.min(highest1).max(lowest);
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
                        DoubleVector p1 = half.add(bias)
                                .lanewise(VectorOperators.LSHL, 52)
                                .reinterpretAsDoubles();
                        DoubleVector p2 = n.sub(half)
                                .add(bias)
                                .lanewise(VectorOperators.LSHL, 52)
                                .reinterpretAsDoubles();
                        DoubleVector scale = halfOne.mul(p1).mul(p2);
                        DoubleVector expm1 =
                                scale.fma(small, scale.sub(halfOne)).mul(two);
                        expm1.div(expm1.add(two)).intoArray(result, i);
                    }
                }
                case RELU -> {
                    for (; i <= to - LENGTH; i += LENGTH) {
                        DoubleVector.fromArray(SPECIES, x, i).max(zero).intoArray(result, i);
                    }
                }
                default -> throw new IllegalArgumentException(f + " is not known as vectors");
            }
        } else {
            switch (g) {
                case SIGMOID -> {
                    for (; i <= to - LENGTH; i += LENGTH) {
                        DoubleVector a = DoubleVector.fromArray(SPECIES, y, i);
                        DoubleVector slope = a.mul(one.sub(a));
                        DoubleVector.fromArray(SPECIES, x, i).mul(slope).intoArray(result, i);
                    }
                }
                case TANH -> {
                    for (; i <= to - LENGTH; i += LENGTH) {
                        DoubleVector a = DoubleVector.fromArray(SPECIES, y, i);
                        DoubleVector slope = one.sub(a.mul(a));
                        DoubleVector.fromArray(SPECIES, x, i).mul(slope).intoArray(result, i);
                    }
                }
                case RELU -> {
                    for (; i <= to - LENGTH; i += LENGTH) {
                        DoubleVector a = DoubleVector.fromArray(SPECIES, y, i);
                        VectorMask<Double> above = a.compare(VectorOperators.GT, zero);
                        VectorMask<Double> lost = a.compare(VectorOperators.NE, a);
                        DoubleVector slope = zero.blend(one, above).blend(nan, lost);
                        DoubleVector.fromArray(SPECIES, x, i).mul(slope).intoArray(result, i);
                    }
                }
                default -> throw new IllegalArgumentException(g + " is not known as vectors");
            }
        }
        return i;
    }
}
