package io.nabla.io.onnx;

import io.nabla.io.ModelFormatException;
import java.math.BigDecimal;
import java.util.List;

/**
 * Nodes that are layers.
 *
 * @param node the node
 * @param layout how the numbers lie that come in
 */
record LayerReader(NodeReader node, Layout layout) {
    private static final String BIASES = "biases";

    /**
     * A dense layer without biases.
     *
     * @param isOutputsFirst whether the weights are outputs × inputs, else inputs × outputs
     * @param factor of the weights
     */
    ReadLayer dense(boolean isOutputsFirst, double factor) throws ModelFormatException {
        Node turning = node.wiring().giver(node.node().input(1));
        return turning != null && ConstantFolding.isTranspose(turning)
                ? dense(new NodeReader(node.wiring(), node.folding(), turning), 0, !isOutputsFirst, factor)
                : dense(node, 1, isOutputsFirst, factor);
    }

    private ReadLayer dense(NodeReader holder, int place, boolean isOutputsFirst, double factor)
            throws ModelFormatException {
        if (layout.dimensions().size() != 1) {
            throw node.refuse("multiplies values of the shape " + layout.dimensions()
                    + "; rows of numbers are read, so flatten them before");
        }
        int in = layout.size();
        List<Long> shape = holder.constant(place).dimensions();
        long units = shape.size() == 2 ? shape.get(isOutputsFirst ? 0 : 1) : 0;
        if (units < 1 || shape.get(isOutputsFirst ? 1 : 0) != in) {
            throw node.refuse("has weights of the shape " + shape + ", but takes " + in + " inputs");
        }
        int out = (int) units;
        int[] sources = layout.sources();
        return ReadLayer.of("dense")
                .with("units", units)
                .withActivation(ReadLayer.IDENTITY)
                .with(
                        "weights",
                        new Numbers(
                                holder.numbers(place, units * in),
                                isOutputsFirst
                                        ? (row, column) -> row * in + sources[column]
                                        : (row, column) -> sources[column] * out + row,
                                factor));
    }

    /** A convolutional layer. */
    ReadLayer convolution(Windows windows) throws ModelFormatException {
        List<Long> shape = node.constant(1).dimensions();
        long filters = shape.get(0);
        int each = (int) (shape.get(1) * windows.size() * windows.size());
        ReadLayer layer = ReadLayer.of("convolution2d")
                .with("filters", filters)
                .with("kernel", windows.size())
                .with("stride", windows.stride())
                .with("padding", windows.padding())
                .withActivation(ReadLayer.IDENTITY)
                .with("weights", Numbers.of(node.numbers(1, filters * each), (row, column) -> row * each + column));
        return node.hasInput(2) ? layer.with(BIASES, Numbers.list(node.numbers(2, filters))) : layer;
    }

    /** The windows of a convolution. */
    Windows windowsOfFilters() throws ModelFormatException {
        checkImage();
        List<Long> shape = node.constant(1).dimensions();
        boolean areFilters = shape.size() == 4
                && shape.get(0) >= 1
                && shape.get(1) == (long) layout.dimensions().get(0);
        if (!areFilters || node.whole("group", 1) != 1) {
            throw node.refuse("has filters of the shape " + shape + " in " + node.whole("group", 1)
                    + " groups for an image of " + layout.dimensions() + "; one group, and filters × channels × height"
                    + " × width are read");
        }
        List<Long> sides = shape.subList(2, 4);
        if (!node.wholes("kernel_shape", sides).equals(sides)) {
            throw node.refuse("has a kernel_shape other than that of its filters, " + shape);
        }
        return Windows.of(node, layout.dimensions(), sides);
    }

    /** The windows of a pooling. */
    Windows windowsOfPool() throws ModelFormatException {
        checkImage();
        Windows windows = Windows.of(node, layout.dimensions(), node.wholes("kernel_shape", List.of()));
        if (windows.padding() != 0) {
            throw node.refuse("pads images, which poolings here do not; pad in a convolution, or not at all");
        }
        return windows;
    }

    /** The side of square images. */
    int side() throws ModelFormatException {
        checkImage();
        int side = layout.dimensions().get(1);
        if (side != layout.dimensions().get(2)) {
            throw node.refuse("takes the mean of images of " + layout.dimensions() + "; square ones are read");
        }
        return side;
    }

    private void checkImage() throws ModelFormatException {
        if (layout.dimensions().size() != 3 || !layout.isSame()) {
            throw node.refuse("takes values of the shape " + layout.dimensions()
                    + (layout.isSame() ? "" : ", turned")
                    + "; images of channels × height × width are read");
        }
    }

    /** Batch normalization by its running averages. */
    ReadLayer batchNorm() throws ModelFormatException {
        int features = layout.dimensions().get(0);
        boolean isOfRows = layout.dimensions().size() == 1;
        if (node.whole("training_mode", 0) != 0 || (!isOfRows && !layout.isSame())) {
            throw node.refuse("normalizes as in training, or turned values, which is not read; export for inference");
        }
        int[] sources =
                isOfRows ? layout.sources() : Layout.of(List.of(features)).sources();
        Numbers.Order order = (row, column) -> sources[row];
        ReadLayer layer = ReadLayer.of("batch-norm")
                .with("epsilon", node.number("epsilon", 1e-5))
                .withActivation(ReadLayer.IDENTITY)
                .with("gamma", Numbers.of(node.numbers(1, features), order))
                .with("beta", Numbers.of(node.numbers(2, features), order))
                .with("running-mean", Numbers.of(node.numbers(3, features), order))
                .with("running-variance", Numbers.of(variances(features), order));
        // ONNX tells the share of what was before, not of what comes.
        double momentum = BigDecimal.ONE
                .subtract(BigDecimal.valueOf(node.number("momentum", 0.9)))
                .doubleValue();
        return momentum > 0 && momentum <= 1 ? layer.with("momentum", momentum) : layer;
    }

    private Tensor variances(int features) throws ModelFormatException {
        Tensor variances = node.numbers(4, features);
        for (int i = 0; i < features; i++) {
            if (variances.number(i) < 0) {
                throw node.refuse("has a variance of " + variances.number(i) + "; a variance is at least 0");
            }
        }
        return variances;
    }

    /** Layer normalization over the last dimension. */
    ReadLayer layerNorm() throws ModelFormatException {
        int rank = layout.dimensions().size();
        long axis = node.whole("axis", -1);
        if ((axis != -1 && axis != rank) || !layout.isSame()) {
            throw node.refuse("normalizes from dimension " + axis + " on; the last alone is read");
        }
        int size = layout.dimensions().get(rank - 1);
        ReadLayer layer = ReadLayer.of("layer-norm")
                .with("epsilon", node.number("epsilon", 1e-5))
                .withActivation(ReadLayer.IDENTITY)
                .with("gamma", Numbers.list(node.numbers(1, size)));
        return node.hasInput(2) ? layer.with("beta", Numbers.list(node.numbers(2, size))) : layer;
    }

    /** Dropout, which does nothing but in later training. */
    ReadLayer dropout() throws ModelFormatException {
        boolean isTraining = node.hasInput(2)
                && (node.constant(2).size() != 1 || node.constant(2).number(0) != 0);
        double rate = node.hasInput(1)
                ? Double.parseDouble(Float.toString((float) node.numbers(1, 1).number(0)))
                : node.number("ratio", 0.5);
        if (isTraining || !(rate >= 0 && rate < 1)) {
            throw node.refuse("forgets inputs as in training, or all of them, which is not read; export for inference");
        }
        return ReadLayer.of("dropout").with("rate", rate);
    }

    /**
     * A layer with biases that are added behind it.
     *
     * @param layer a dense or convolutional one
     * @param place of the constant among the node's inputs
     * @param factor of the biases
     */
    ReadLayer biased(ReadLayer layer, int place, double factor) throws ModelFormatException {
        boolean takesBiases = List.of("dense", "convolution2d").contains(layer.kind())
                && layer.takesActivation()
                && !layer.parameters().containsKey(BIASES);
        if (!takesBiases) {
            throw node.refuse("adds a constant where no layer that has biases is before it, which is not read");
        }
        int units = layout.dimensions().get(0);
        Tensor biases = node.numbers(place, units);
        List<Long> shape = biases.dimensions();
        int behind = layout.dimensions().size() - 1; // in an image, rows and columns stand behind the channels
        if (shape.size() <= behind || shape.get(shape.size() - 1 - behind) != units) {
            throw node.refuse("adds a constant of the shape " + shape + " to values of the shape " + layout.dimensions()
                    + "; one number for each output or channel is read");
        }
        return layer.with(BIASES, new Numbers(biases, (row, column) -> row, factor));
    }
}
