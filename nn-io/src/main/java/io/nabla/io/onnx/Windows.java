package io.nabla.io.onnx;

import io.nabla.io.ModelFormatException;
import java.util.List;

/**
 * The square windows that a convolution or a pooling slides over images.
 *
 * @param size their side
 * @param stride how far they move
 * @param padding rows and columns of zeros around
 * @param height how many lie below each other
 * @param width how many lie beside each other
 */
record Windows(int size, int stride, int padding, int height, int width) {
    /**
     * The windows of a node.
     *
     * @param image channels × height × width
     * @param sides of one window
     * @throws ModelFormatException if they are not alike in both directions, or leave out places
     */
    static Windows of(NodeReader node, List<Integer> image, List<Long> sides) throws ModelFormatException {
        long size = alike(node, "windows", sides);
        long stride = alike(node, "strides", node.wholes("strides", List.of(1L, 1L)));
        if (alike(node, "dilations", node.wholes("dilations", List.of(1L, 1L))) != 1) {
            throw node.refuse("has windows with gaps (dilations), which are not read");
        }
        long padding = padding(node, image, size, stride);
        long height = image.get(1) + 2 * padding - size;
        long width = image.get(2) + 2 * padding - size;
        if (height < 0 || width < 0) {
            throw node.refuse(
                    "has windows of " + size + "×" + size + " on an image of " + image.get(1) + "×" + image.get(2));
        }
        boolean leavesOut = height % stride != 0 || width % stride != 0;
        if (node.whole("ceil_mode", 0) != 0 && leavesOut) {
            throw node.refuse("has windows beyond the edge (ceil_mode), which are not read");
        }
        return new Windows(
                (int) size, (int) stride, (int) padding, (int) (height / stride) + 1, (int) (width / stride) + 1);
    }

    private static long alike(NodeReader node, String what, List<Long> numbers) throws ModelFormatException {
        boolean isRead = numbers.size() == 2
                && numbers.get(0).equals(numbers.get(1))
                && numbers.get(0) >= 1
                && numbers.get(0) <= 1 << 20;
        if (!isRead) {
            throw node.refuse("has " + what + " of " + numbers + "; two equal numbers of at least 1 are read");
        }
        return numbers.get(0);
    }

    private static long padding(NodeReader node, List<Integer> image, long size, long stride)
            throws ModelFormatException {
        List<Long> pads = node.wholes("pads", List.of(0L, 0L, 0L, 0L));
        String automatic = node.text("auto_pad", "NOTSET");
        if (automatic.startsWith("SAME")) {
            long rows = missing(image.get(1), size, stride);
            long columns = missing(image.get(2), size, stride);
            pads = List.of(rows / 2, columns / 2, rows - rows / 2, columns - columns / 2);
        } else if (automatic.equals("VALID")) {
            pads = List.of(0L, 0L, 0L, 0L);
        } else if (!automatic.equals("NOTSET")) {
            throw node.refuse("has the padding " + Decoding.quoted(automatic) + ", which is not read");
        }
        if (pads.size() != 4 || pads.stream().distinct().count() != 1 || pads.get(0) < 0 || pads.get(0) >= size) {
            throw node.refuse("has paddings of " + pads
                    + "; the same on all four sides, and smaller than the window of " + size + ", is read");
        }
        return pads.get(0);
    }

    /** How many rows must be added so that windows begin at every stride. */
    private static long missing(long side, long size, long stride) {
        return Math.max(0, ((side + stride - 1) / stride - 1) * stride + size - side);
    }
}
