package io.nabla.simd;

import io.nabla.api.Pooling;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Max-pooling by windows of 2×2 side by side, without a branch: which of four numbers is the greatest nobody can foretell, the
 * processor neither.
 *
 * <p>Each lane meets the lane beside it (its partner in the window) by a shuffle, and the one below it in the next row.
 * The vectors are as int as those of {@link FloatTiles}, though shorter ones would fit more images: vectors of two lengths in one program
 * made the compiler of JDK 17 lose sight of the types in {@link FloatConvolvedGradient}.
 */
final class FloatMaxPools {
    private static final VectorSpecies<Float> SPECIES = FloatTiles.SPECIES;
    private static final int LENGTH = SPECIES.length();
    private static final VectorShuffle<Float> PARTNER = VectorShuffle.fromOp(SPECIES, lane -> lane ^ 1);
    private static final VectorShuffle<Float> TWICE = VectorShuffle.fromOp(SPECIES, lane -> lane / 2);
    private static final VectorMask<Float> LEFT = left();

    private float[] rows = new float[0];

    private static VectorMask<Float> left() {
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
    void pool(Pooling pooling, float[] x, float[] results, int plane) {
        int width = pooling.width();
        int columns = pooling.columns();
        int used = 2 * columns;
        rows = rows.length < used ? new float[used] : rows;
        for (int row = 0; row < pooling.rows(); row++) {
            int from = plane * pooling.pixels() + 2 * row * width;
            for (int i = 0; i < used; i += LENGTH) {
                int at = Math.min(i, used - LENGTH);
                FloatVector above = FloatVector.fromArray(SPECIES, x, from + at);
                FloatVector below = FloatVector.fromArray(SPECIES, x, from + width + at);
                FloatVector greatest = above.max(below);
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
    boolean spread(Pooling pooling, float[] x, float[] deltas, float[] errors, int plane) {
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
        FloatVector zero = FloatVector.zero(SPECIES);
        for (int row = 0; row < pooling.rows(); row++) {
            int from = first + 2 * row * width;
            int result = firstResult + row * columns;
            for (int i = 0; i < used; i += LENGTH) {
                int at = Math.min(i, used - LENGTH);
                FloatVector above = FloatVector.fromArray(SPECIES, x, from + at);
                FloatVector below = FloatVector.fromArray(SPECIES, x, from + width + at);
                FloatVector aboveBeside = above.rearrange(PARTNER);
                FloatVector belowBeside = below.rearrange(PARTNER);
                FloatVector greatestAbove = above.max(aboveBeside);
                FloatVector greatestBelow = below.max(belowBeside);
                FloatVector greatest = greatestAbove.max(greatestBelow);
                if (greatest.compare(VectorOperators.NE, greatest).anyTrue()) {
                    return false;
                }
                VectorMask<Float> isAbove = greatestAbove.compare(VectorOperators.GE, greatestBelow);
                // Of equals the left one: a right one has to be greater.
                VectorMask<Float> inAbove = above.compare(VectorOperators.GT, aboveBeside)
                        .or(above.compare(VectorOperators.EQ, aboveBeside).and(LEFT));
                VectorMask<Float> inBelow = below.compare(VectorOperators.GT, belowBeside)
                        .or(below.compare(VectorOperators.EQ, belowBeside).and(LEFT));
                FloatVector delta = zero.add(
                        FloatVector.fromArray(SPECIES, deltas, result + at / 2).rearrange(TWICE));
                zero.blend(delta, inAbove.and(isAbove)).intoArray(errors, from + at);
                zero.blend(delta, inBelow.andNot(isAbove)).intoArray(errors, from + width + at);
            }
        }
        return true;
    }
}
