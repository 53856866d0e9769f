package io.nabla.data.csv;

/**
 * Exact medians of all columns at once, in memory that does not grow with the rows: selection by radix.
 *
 * <p>The bits of a double, turned so that they count up as the numbers do, are found from the left, eight at a time. Each of eight
 * passes counts how many numbers that begin as the median does go on with which byte.
 */
final class Medians {
    private static final int BITS = 8;
    private static final int BYTES = 1 << BITS;

    private final TrainingRows rows;
    private final int columns;
    /** For each column the beginnings of the lower and the upper middle number, and their ranks among those that begin so. */
    private final long[] beginnings;

    private final long[] ranks;

    /** The medians of the first columns of the rows, of which each has so many numbers that are not NaN. */
    static double[] of(TrainingRows rows, long[] counts) {
        Medians medians = new Medians(rows, counts);
        for (int shift = Long.SIZE - BITS; shift >= 0; shift -= BITS) {
            medians.pass(shift);
        }
        double[] found = new double[counts.length];
        for (int c = 0; c < found.length; c++) {
            found[c] = (number(medians.beginnings[2 * c]) + number(medians.beginnings[2 * c + 1])) / 2;
        }
        return found;
    }

    private Medians(TrainingRows rows, long[] counts) {
        this.rows = rows;
        this.columns = counts.length;
        this.beginnings = new long[2 * columns];
        this.ranks = new long[2 * columns];
        for (int c = 0; c < columns; c++) {
            ranks[2 * c] = (counts[c] - 1) / 2;
            ranks[2 * c + 1] = counts[c] / 2;
        }
    }

    private void pass(int shift) {
        boolean first = shift == Long.SIZE - BITS;
        long[][] counts = new long[2 * columns][BYTES];
        rows.forEach((codes, from) -> {
            for (int c = 0; c < columns; c++) {
                double number = codes[from + c];
                if (!Double.isNaN(number)) {
                    long key = key(number);
                    for (int i = 2 * c; i < 2 * c + 2; i++) {
                        if (first || key >>> (shift + BITS) == beginnings[i]) {
                            counts[i][(int) (key >>> shift) & (BYTES - 1)]++;
                        }
                    }
                }
            }
        });
        for (int i = 0; i < ranks.length; i++) {
            int next = 0;
            while (next < BYTES - 1 && ranks[i] >= counts[i][next]) {
                ranks[i] -= counts[i][next];
                next++;
            }
            beginnings[i] = beginnings[i] << BITS | next;
        }
    }

    /** Bits that count up, as unsigned numbers, from the least double to the greatest. */
    private static long key(double number) {
        long bits = Double.doubleToRawLongBits(number);
        return bits < 0 ? ~bits : bits ^ Long.MIN_VALUE;
    }

    private static double number(long key) {
        return Double.longBitsToDouble(key < 0 ? key ^ Long.MIN_VALUE : ~key);
    }
}
