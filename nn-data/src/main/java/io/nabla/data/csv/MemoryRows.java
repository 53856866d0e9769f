package io.nabla.data.csv;

import java.util.List;
import java.util.Objects;

/** Rows in memory, in blocks of {@code rowsInBlock} rows each. */
record MemoryRows(List<double[]> blocks, int rowsInBlock, int rows, int width) implements RowStore {
    @Override
    public void copy(int[] numbers, int from, int count, double[] codes) {
        for (int i = 0; i < count; i++) {
            int row = Objects.checkIndex(numbers[from + i], rows);
            System.arraycopy(blocks.get(row / rowsInBlock), row % rowsInBlock * width, codes, i * width, width);
        }
    }

    @Override
    public void close() {
        // memory goes by itself
    }
}
