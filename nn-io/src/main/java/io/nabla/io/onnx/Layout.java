package io.nabla.io.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the numbers of one example lie in the file's network, and how in Nabla's.
 *
 * <p>Both are alike until the file's network turns its dimensions, as those of Keras do: channels last there, first here. Then the
 * numbers stay where they are here, and it is remembered where each of the file's stands.
 *
 */
final class Layout {
    private final List<Integer> dimensions;
    private final List<Integer> shape;
    private final Optional<int[]> places;

    /**
     * A layout.
     *
     * @param dimensions of the value in the file, without the mini-batch
     * @param shape of what Nabla's layers give
     * @param places for each number in the file's order its place in Nabla's; empty where they are the same
     */
    private Layout(List<Integer> dimensions, List<Integer> shape, Optional<int[]> places) {
        this.dimensions = List.copyOf(dimensions);
        this.shape = List.copyOf(shape);
        this.places = places;
    }

    /** The same in both. */
    static Layout of(List<Integer> dimensions) {
        return new Layout(dimensions, dimensions, Optional.empty());
    }

    /** Where the places are the same after all, and the shapes too, nothing is to be remembered. */
    private static Layout of(List<Integer> dimensions, List<Integer> shape, int[] places) {
        boolean isSame = dimensions.equals(shape);
        for (int i = 0; isSame && i < places.length; i++) {
            isSame = places[i] == i;
        }
        return isSame ? of(dimensions) : new Layout(dimensions, shape, Optional.of(places));
    }

    /** The shape of one example in the file. */
    List<Integer> dimensions() {
        return dimensions;
    }

    /** Whether it is the same here. */
    boolean isSame() {
        return places.isEmpty();
    }

    private int place(int ofFile) {
        return places.map(all -> all[ofFile]).orElse(ofFile);
    }

    /** All numbers in one row. */
    Layout flat() {
        List<Integer> row = List.of(size());
        return isSame() ? of(row) : of(row, row, places.get());
    }

    int size() {
        return size(dimensions);
    }

    static int size(List<Integer> dimensions) {
        return dimensions.stream().reduce(1, Math::multiplyExact);
    }

    /** For each place in Nabla's order the place in the file's. */
    int[] sources() {
        int[] sources = new int[size()];
        for (int i = 0; i < sources.length; i++) {
            sources[place(i)] = i;
        }
        return sources;
    }

    /**
     * The file's dimensions in another order; Nabla's stay.
     *
     * @param order for each dimension after it, which one it was before
     */
    Layout transposed(List<Integer> order) {
        List<Integer> turned = turned(dimensions, order);
        int[] strides = new int[order.size()];
        for (int d = order.size() - 1, stride = 1; d >= 0; d--) {
            strides[d] = stride;
            stride *= dimensions.get(d);
        }
        int[] after = new int[size()];
        int[] index = new int[order.size()];
        for (int i = 0; i < after.length; i++) {
            int before = 0;
            for (int d = 0; d < index.length; d++) {
                before += index[d] * strides[order.get(d)];
            }
            after[i] = place(before);
            for (int d = index.length - 1; d >= 0 && ++index[d] == turned.get(d); d--) {
                index[d] = 0;
            }
        }
        return of(turned, shape, after);
    }

    static List<Integer> turned(List<Integer> dimensions, List<Integer> order) {
        List<Integer> turned = new ArrayList<>();
        order.forEach(d -> turned.add(dimensions.get(d)));
        return turned;
    }
}
