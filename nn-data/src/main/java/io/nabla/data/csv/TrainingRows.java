package io.nabla.data.csv;

/** The rows that figures are learned from, always in the same order, so that sums have the same bits. */
final class TrainingRows {
    private static final int BLOCK = 1024;

    private final RowStore rows;
    private final int[] part;

    TrainingRows(RowStore rows, int[] part) {
        this.rows = rows;
        this.part = part;
    }

    /** Is shown one row after the other: its codes begin at {@code from}. */
    interface Visitor {
        void row(double[] codes, int from);
    }

    void forEach(Visitor visitor) {
        int width = rows.width();
        double[] codes = new double[Math.min(BLOCK, part.length) * width];
        for (int first = 0; first < part.length; first += BLOCK) {
            int count = Math.min(BLOCK, part.length - first);
            rows.copy(part, first, count, codes);
            for (int i = 0; i < count; i++) {
                visitor.row(codes, i * width);
            }
        }
    }
}
