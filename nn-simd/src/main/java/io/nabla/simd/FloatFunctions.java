package io.nabla.simd;

import io.nabla.api.ElementaryBackward;
import io.nabla.api.ElementaryFunction;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Functions element by element: those that are known by whole vectors, any other one by one.
 *
 * <p>What is rounded at all is computed in double and rounded once, as {@link ElementaryFunction} has it: a piece at a time is
 * widened into a small buffer and goes the way of {@link DoubleFunctions}.
 */
final class FloatFunctions {
    private static final VectorSpecies<Float> SPECIES = FloatTiles.SPECIES;
    private static final int LENGTH = FloatTiles.LENGTH;
    private static final int PIECE = 512;

    private final DoubleFunctions wide = new DoubleFunctions();
    private final double[] wideX = new double[PIECE];
    private final double[] wideY = new double[PIECE];

    void map(DoubleUnaryOperator f, float[] x, float[] result, int from, int to) {
        if (f == ElementaryFunction.RELU) {
            for (int i = from; i < to; i++) {
                result[i] = Math.max(0, x[i]);
            }
        } else if (f instanceof ElementaryFunction) {
            for (int first = from; first < to; first += PIECE) {
                int n = Math.min(PIECE, to - first);
                widen(x, first, wideX, n);
                wide.map(f, wideX, wideX, 0, n);
                narrow(wideX, result, first, n);
            }
        } else {
            for (int i = from; i < to; i++) {
                result[i] = (float) f.applyAsDouble(x[i]);
            }
        }
    }

    void zip(DoubleBinaryOperator f, float[] x, float[] y, float[] result, int from, int to) {
        if (f == ElementaryBackward.RELU) {
            relu(x, y, result, from, to);
        } else if (f instanceof ElementaryBackward) {
            for (int first = from; first < to; first += PIECE) {
                int n = Math.min(PIECE, to - first);
                widen(x, first, wideX, n);
                widen(y, first, wideY, n);
                wide.zip(f, wideX, wideY, wideX, 0, n);
                narrow(wideX, result, first, n);
            }
        } else {
            for (int i = from; i < to; i++) {
                result[i] = (float) f.applyAsDouble(x[i], y[i]);
            }
        }
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
            result[i] = (float) ElementaryBackward.RELU.applyAsDouble(x[i], y[i]);
        }
    }

    private static void widen(float[] values, int first, double[] wider, int n) {
        for (int i = 0; i < n; i++) {
            wider[i] = values[first + i];
        }
    }

    private static void narrow(double[] wider, float[] result, int first, int n) {
        for (int i = 0; i < n; i++) {
            result[first + i] = (float) wider[i];
        }
    }
}
