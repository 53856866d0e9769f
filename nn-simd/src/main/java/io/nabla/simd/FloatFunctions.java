package io.nabla.simd;

import io.nabla.api.ElementaryBackward;
import io.nabla.api.ElementaryFunction;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Functions element by element: those that are known by whole vectors, any other one by one.
 *
 * <p>The vectors go the way of {@link io.nabla.api.FloatElementary}, operation by operation, and so have its bits.
 */
final class FloatFunctions {
    private static final VectorSpecies<Float> SPECIES = FloatTiles.SPECIES;
    private static final VectorSpecies<Integer> BITS = IntVector.SPECIES_PREFERRED.withShape(SPECIES.vectorShape());
    private static final int LENGTH = FloatTiles.LENGTH;
    /** Adding it rounds to a whole number n, which then stands in the lowest bits. */
    private static final float ROUND = 0x1.8p23f;

    void map(DoubleUnaryOperator f, float[] x, float[] result, int from, int to) {
        if (f == ElementaryFunction.RELU) {
            for (int i = from; i < to; i++) {
                result[i] = Math.max(0, x[i]);
            }
        } else if (f instanceof ElementaryFunction known) {
            int done = exponential(known, x, result, from, to);
            for (int i = done; i < to; i++) {
                result[i] = known.applyAsFloat(x[i]);
            }
        } else {
            for (int i = from; i < to; i++) {
                result[i] = (float) f.applyAsDouble(x[i]);
            }
        }
    }

    // The compiler turns the loops without a choice into vector instructions by itself.
    void zip(DoubleBinaryOperator f, float[] x, float[] y, float[] result, int from, int to) {
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
                result[i] = (float) f.applyAsDouble(x[i], y[i]);
            }
        }
    }

    /** Computes as many elements as fill vectors, and gives the place of the first that is left. */
    private static int exponential(ElementaryFunction f, float[] x, float[] result, int from, int to) {
        boolean isTanh = f == ElementaryFunction.TANH;
        boolean isSigmoid = f == ElementaryFunction.SIGMOID;
        // All three are made of the exponential of a multiple of x: of 2x, -x, or x itself.
        FloatVector multiple = FloatVector.broadcast(SPECIES, isTanh ? 2 : isSigmoid ? -1 : 1);
        FloatVector lowest = FloatVector.broadcast(SPECIES, isTanh ? -40 : -106);
        FloatVector highest = FloatVector.broadcast(SPECIES, isTanh ? 40 : 90);
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        FloatVector two = FloatVector.broadcast(SPECIES, 2);
        FloatVector halfOne = FloatVector.broadcast(SPECIES, 0.5f);
        FloatVector round = FloatVector.broadcast(SPECIES, ROUND);
        FloatVector log2e = FloatVector.broadcast(SPECIES, 0x1.715476p0f);
        FloatVector ln2High = FloatVector.broadcast(SPECIES, 0x1.62ep-1f);
        FloatVector ln2Low = FloatVector.broadcast(SPECIES, 0x1.0bfbe8p-15f);
        FloatVector c2 = FloatVector.broadcast(SPECIES, 0.5f);
        FloatVector c3 = FloatVector.broadcast(SPECIES, 1f / 6);
        FloatVector c4 = FloatVector.broadcast(SPECIES, 1f / 24);
        FloatVector c5 = FloatVector.broadcast(SPECIES, 1f / 120);
        FloatVector c6 = FloatVector.broadcast(SPECIES, 1f / 720);
        FloatVector c7 = FloatVector.broadcast(SPECIES, 1f / 5040);
        IntVector roundBits = IntVector.broadcast(BITS, Float.floatToRawIntBits(ROUND));
        IntVector bias = IntVector.broadcast(BITS, 127);
        int i = from;
        for (; i <= to - LENGTH; i += LENGTH) {
            FloatVector bounded = FloatVector.fromArray(SPECIES, x, i)
                    .mul(multiple)
                    .min(highest)
                    .max(lowest);
            FloatVector rounded = bounded.mul(log2e).add(round);
            FloatVector minus = rounded.sub(round).neg();
            FloatVector r = minus.fma(ln2Low, minus.fma(ln2High, bounded));
            FloatVector r2 = r.mul(r);
            FloatVector q0 = r.fma(c5, c4).fma(r2, r.fma(c3, c2));
            FloatVector small = r.fma(c7, c6).fma(r2.mul(r2), q0).fma(r2, r);
            IntVector n = rounded.reinterpretAsInts().sub(roundBits);
            IntVector half = n.lanewise(VectorOperators.ASHR, 1);
            FloatVector p1 = half.add(bias).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
            FloatVector p2 =
                    n.sub(half).add(bias).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
            if (isTanh) {
                FloatVector scale = halfOne.mul(p1).mul(p2);
                FloatVector expm1 = scale.fma(small, scale.sub(halfOne)).mul(two);
                expm1.div(expm1.add(two)).intoArray(result, i);
            } else {
                FloatVector exp = small.add(one).mul(p1).mul(p2);
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
    private static void relu(float[] x, float[] y, float[] result, int from, int to) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        FloatVector nan = FloatVector.broadcast(SPECIES, Float.NaN);
        int i = from;
        for (; i <= to - 4 * LENGTH; i += 4 * LENGTH) {
            FloatVector a0 = FloatVector.fromArray(SPECIES, y, i);
            FloatVector slope0 = zero.blend(one, a0.compare(VectorOperators.GT, zero))
                    .blend(nan, a0.compare(VectorOperators.NE, a0));
            FloatVector.fromArray(SPECIES, x, i).mul(slope0).intoArray(result, i);
            FloatVector a1 = FloatVector.fromArray(SPECIES, y, i + LENGTH);
            FloatVector slope1 = zero.blend(one, a1.compare(VectorOperators.GT, zero))
                    .blend(nan, a1.compare(VectorOperators.NE, a1));
            FloatVector.fromArray(SPECIES, x, i + LENGTH).mul(slope1).intoArray(result, i + LENGTH);
            FloatVector a2 = FloatVector.fromArray(SPECIES, y, i + 2 * LENGTH);
            FloatVector slope2 = zero.blend(one, a2.compare(VectorOperators.GT, zero))
                    .blend(nan, a2.compare(VectorOperators.NE, a2));
            FloatVector.fromArray(SPECIES, x, i + 2 * LENGTH).mul(slope2).intoArray(result, i + 2 * LENGTH);
            FloatVector a3 = FloatVector.fromArray(SPECIES, y, i + 3 * LENGTH);
            FloatVector slope3 = zero.blend(one, a3.compare(VectorOperators.GT, zero))
                    .blend(nan, a3.compare(VectorOperators.NE, a3));
            FloatVector.fromArray(SPECIES, x, i + 3 * LENGTH).mul(slope3).intoArray(result, i + 3 * LENGTH);
        }
        for (; i < to; i++) {
            result[i] = ElementaryBackward.RELU.applyAsFloat(x[i], y[i]);
        }
    }
}
