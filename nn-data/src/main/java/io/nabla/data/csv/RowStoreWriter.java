package io.nabla.data.csv;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes rows one after the other: into memory up to a limit, and all into a temporary file when there are more. */
final class RowStoreWriter implements Closeable {
    private static final int BLOCK = 1 << 16;

    private final int width;
    private final int rowsInBlock;
    private final long memoryLimit;
    private final Path folder;
    private final List<double[]> blocks = new ArrayList<>();
    private double[] block;
    private int rowsHere;
    private int rows;
    /** Null while all are in memory. */
    private FileRows file;

    RowStoreWriter(int width, long memoryLimit, Path folder) {
        this.width = width;
        this.rowsInBlock = Math.max(1, BLOCK / width);
        this.memoryLimit = memoryLimit;
        this.folder = folder;
        this.block = new double[rowsInBlock * width];
    }

    void add(double[] codes) throws IOException {
        if (rowsHere == rowsInBlock) {
            putBlock();
        }
        System.arraycopy(codes, 0, block, rowsHere * width, width);
        rowsHere++;
        rows++;
    }

    private void putBlock() throws IOException {
        long held = (blocks.size() + 1L) * block.length * Double.BYTES;
        if (file == null && held > memoryLimit) {
            file = FileRows.create(folder, width);
            for (double[] full : blocks) {
                file.append(full, rowsInBlock);
            }
            blocks.clear();
        }
        if (file == null) {
            blocks.add(block);
            block = new double[block.length];
        } else {
            file.append(block, rowsHere);
        }
        rowsHere = 0;
    }

    /** All rows that were added; nothing may be added later. */
    RowStore finish() throws IOException {
        if (file == null && rows * (long) width * Double.BYTES <= memoryLimit) {
            blocks.add(Arrays.copyOf(block, rowsHere * width));
            return new MemoryRows(List.copyOf(blocks), rowsInBlock, rows, width);
        }
        putBlock();
        FileRows finished = file;
        file = null;
        return finished;
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
