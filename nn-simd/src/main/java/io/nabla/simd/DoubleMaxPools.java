package io.nabla.simd;

import io.nabla.api.Pooling;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Max-pooling by windows of 2×2 side by side, without a branch: which of four numbers is the greatest nobody can foretell, the
 * processor neither.
 *
 * <p>Each lane meets the lane beside it (its partner in the window) by a shuffle, and the one below it in the next row.
 * The vectors are as long as those of {@link DoubleTiles}, though shorter ones would fit more images: vectors of two lengths in one program
 * made the compiler of JDK 17 lose sight of the types in {@link DoubleConvolvedGradient}.
 */
final class DoubleMaxPools {
    private static final VectorSpecies<Double> SPECIES = DoubleTiles.SPECIES;
    private static final int LENGTH = SPECIES.length();
    private static final VectorShuffle<Double> PARTNER = VectorShuffle.fromOp(SPECIES, lane -> lane ^ 1);
    private static final VectorShuffle<Double> TWICE = VectorShuffle.fromOp(SPECIES, lane -> lane / 2);
    private static final VectorMask<Double> LEFT = left();

    private double[] rows = new double[0];

    private static VectorMask<Double> left() {
        boolean[] even = new boolean[LENGTH];
        for (int lane = 0; lane < LENGTH; lane += 2) {
            even[lane] = true;
        }
        return VectorMask.fromArray(SPECIES, even, 0);
    }

    /** Whether these are windows of 2×2 side by side, and a row of them fills a vector. */
    static boolean canDo(Pooling pooling) {
        return pooling.size() == 2 && pooling.stride() == 2 && 2 * pooling.columns() >= LENGTH;
    }

    /** The greatest of each window of a channel. */
    void pool(Pooling pooling, double[] x, double[] results, int plane) {
        int width = pooling.width();
        int columns = pooling.columns();
        int used = 2 * columns;
        rows = rows.length < used ? new double[used] : rows;
        for (int row = 0; row < pooling.rows(); row++) {
            int from = plane * pooling.pixels() + 2 * row * width;
            for (int i = 0; i < used; i += LENGTH) {
                int at = Math.min(i, used - LENGTH);
                DoubleVector above = DoubleVector.fromArray(SPECIES, x, from + at);
                DoubleVector below = DoubleVector.fromArray(SPECIES, x, from + width + at);
                DoubleVector greatest = above.max(below);
                greatest.max(greatest.rearrange(PARTNER)).intoArray(rows, at);
            }
            int to = plane * pooling.count() + row * columns;
            for (int i = 0; i < columns; i++) {
                results[to + i] = rows[2 * i];
            }
        }
    }

    /**
     * The errors of a channel's windows, each where the greatest number is.
     *
     * @return false if there is a NaN among the numbers, or the last vector of errors would end behind the array: then nothing
     *     that was written counts
     */
    boolean spread(Pooling pooling, double[] x, double[] deltas, double[] errors, int plane) {
        int width = pooling.width();
        int columns = pooling.columns();
        int used = 2 * columns;
        int first = plane * pooling.pixels();
        int firstResult = plane * pooling.count();
        if (firstResult + pooling.count() + LENGTH > deltas.length) {
            return false;
        }
        if (pooling.width() > used || pooling.height() > 2 * pooling.rows()) {
            Arrays.fill(errors, first, first + pooling.pixels(), 0); // a last row or column that is in no window
        }
        DoubleVector zero = DoubleVector.zero(SPECIES);
        for (int row = 0; row < pooling.rows(); row++) {
            int from = first + 2 * row * width;
            int result = firstResult + row * columns;
            for (int i = 0; i < used; i += LENGTH) {
                int at = Math.min(i, used - LENGTH);
                DoubleVector above = DoubleVector.fromArray(SPECIES, x, from + at);
                DoubleVector below = DoubleVector.fromArray(SPECIES, x, from + width + at);
                DoubleVector aboveBeside = above.rearrange(PARTNER);
                DoubleVector belowBeside = below.rearrange(PARTNER);
                DoubleVector greatestAbove = above.max(aboveBeside);
                DoubleVector greatestBelow = below.max(belowBeside);
                DoubleVector greatest = greatestAbove.max(greatestBelow);
                if (greatest.compare(VectorOperators.NE, greatest).anyTrue()) {
                    return false;
                }
                VectorMask<Double> isAbove = greatestAbove.compare(VectorOperators.GE, greatestBelow);
                // Of equals the left one: a right one has to be greater.
                VectorMask<Double> inAbove = above.compare(VectorOperators.GT, aboveBeside)
                        .or(above.compare(VectorOperators.EQ, aboveBeside).and(LEFT));
                VectorMask<Double> inBelow = below.compare(VectorOperators.GT, belowBeside)
                        .or(below.compare(VectorOperators.EQ, belowBeside).and(LEFT));
                DoubleVector delta = zero.add(
                        DoubleVector.fromArray(SPECIES, deltas, result + at / 2).rearrange(TWICE));
                zero.blend(delta, inAbove.and(isAbove)).intoArray(errors, from + at);
                zero.blend(delta, inBelow.andNot(isAbove)).intoArray(errors, from + width + at);
            }
        }
        return true;
    }
}
