package io.nabla.api;

import java.util.Objects;

/** Consecutive examples of another data set. */
record DatasetSlice(Dataset whole, int from, int to) implements Dataset {
    DatasetSlice {
        Objects.checkFromToIndex(from, to, whole.size());
        if (from == to) {
            throw new IndexOutOfBoundsException("a slice of a data set needs at least one example");
        }
    }

    @Override
    public int size() {
        return to - from;
    }

    @Override
    public Shape inputs() {
        return whole.inputs();
    }

    @Override
    public Shape targets() {
        return whole.targets();
    }

    @Override
    public void copyExamples(int[] order, int first, Matrix x, Matrix y) {
        int[] shifted = new int[x.columns()];
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] = from + Objects.checkIndex(order[first + i], size());
        }
        whole.copyExamples(shifted, 0, x, y);
    }

    @Override
    public boolean isWeighted() {
        return whole.isWeighted();
    }

    @Override
    public double weight(int example) {
        return whole.weight(from + Objects.checkIndex(example, size()));
    }
}
