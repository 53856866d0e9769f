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
 * The vectors are as wide as those of {@link FloatTiles}, though narrower ones would fit small images better: vectors of two lengths in
 * one program made the compiler of JDK 17 lose sight of the types in {@link FloatConvolvedGradient}. Where a row of windows is shorter
 * than a vector, the lanes behind it see what comes next in memory, and nobody looks at their results.
 */
final class FloatMaxPools {
    private static final VectorSpecies<Float> SPECIES = FloatTiles.SPECIES;
    private static final int LENGTH = SPECIES.length();
    private static final VectorShuffle<Float> PARTNER = VectorShuffle.fromOp(SPECIES, lane -> lane ^ 1);
    private static final VectorShuffle<Float> TWICE = VectorShuffle.fromOp(SPECIES, lane -> lane / 2);
    private static final VectorMask<Float> LEFT = left();

    private float[] rows = new float[LENGTH];
    private float[] rowsBelow = new float[LENGTH];

    private static VectorMask<Float> left() {
        boolean[] even = new boolean[LENGTH];
        for (int lane = 0; lane < LENGTH; lane += 2) {
            even[lane] = true;
        }
        return VectorMask.fromArray(SPECIES, even, 0);
    }

    /** Whether these are windows of 2×2 side by side, and a row of them fills at least a quarter of a vector. */
    static boolean canDo(Pooling pooling) {
        return pooling.size() == 2 && pooling.stride() == 2 && 8 * pooling.columns() >= LENGTH;
    }

    /**
     * The greatest of each window of a channel.
     *
     * @return false if the last vector would end behind the array: then nothing that was written counts
     */
    boolean pool(Pooling pooling, float[] x, float[] results, int plane) {
        if (isLast(pooling, x, plane)) {
            return false;
        }
        int width = pooling.width();
        int columns = pooling.columns();
        int used = 2 * columns;
        rows = rows.length < used ? new float[used] : rows;
        for (int row = 0; row < pooling.rows(); row++) {
            int from = plane * pooling.pixels() + 2 * row * width;
            for (int i = 0; i < used; i += LENGTH) {
                int at = begin(i, used);
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
        return true;
    }

    /** Where a vector begins: the last one of a row ends with it, if the row is that long. */
    private static int begin(int i, int used) {
        return Math.max(0, Math.min(i, used - LENGTH));
    }

    /** Whether a vector that begins with the last row would end behind the images. */
    private static boolean isLast(Pooling pooling, float[] x, int plane) {
        return 2 * pooling.columns() < LENGTH && (plane + 1) * pooling.pixels() + LENGTH > x.length;
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
        if (firstResult + pooling.count() + LENGTH > deltas.length || isLast(pooling, x, plane)) {
            return false;
        }
        if (pooling.width() > used || pooling.height() > 2 * pooling.rows()) {
            Arrays.fill(errors, first, first + pooling.pixels(), 0); // a last row or column that is in no window
        }
        boolean isShort = used < LENGTH;
        FloatVector zero = FloatVector.zero(SPECIES);
        for (int row = 0; row < pooling.rows(); row++) {
            int from = first + 2 * row * width;
            int result = firstResult + row * columns;
            for (int i = 0; i < used; i += LENGTH) {
                int at = begin(i, used);
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
                FloatVector errorAbove = zero.blend(delta, inAbove.and(isAbove));
                FloatVector errorBelow = zero.blend(delta, inBelow.andNot(isAbove));
                errorAbove.intoArray(isShort ? rows : errors, isShort ? 0 : from + at);
                errorBelow.intoArray(isShort ? rowsBelow : errors, isShort ? 0 : from + width + at);
            }
            if (isShort) {
                for (int i = 0; i < used; i++) {
                    errors[from + i] = rows[i];
                    errors[from + width + i] = rowsBelow[i];
                }
            }
        }
        return true;
    }
}
