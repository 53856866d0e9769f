package io.nabla.io.onnx;

import io.nabla.io.ModelFormatException;
import io.nabla.io.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The layers along the way of a value through a graph, node by node.
 *
 * <p>A network here is a chain: each value goes into one node. Two forks are read besides, those of a residual layer, whose ways meet
 * in an addition, and of an activation that is written as arithmetic.
 */
final class LayerChain {
    /** Nodes that change nothing that an activation sees, each number by itself; so it may stand before them. */
    private static final Set<String> INDIFFERENT = Set.of("flatten", "reshape", "dropout");

    private static final String OPERATORS =
            "Gemm, MatMul, Add, Conv, MaxPool, AveragePool, GlobalAveragePool, ReduceMean,"
                    + " BatchNormalization, LayerNormalization, Dropout, Flatten, Reshape, Squeeze, Unsqueeze, Transpose, Identity, Cast,"
                    + " Softmax, Sigmoid, Tanh, Relu, LeakyRelu, Elu, Selu, Softplus, Softsign, HardSigmoid, Clip, Gelu, Mish";

    private static final String MAX_POOL = "max-pool2d";
    private static final String AVERAGE_POOL = "average-pool2d";
    private static final int MAX_DEPTH = 16;

    /** How many operators a message names. */
    private static final int SHOWN = 4;

    /** The position of no node. */
    static final long NONE = -1;

    private final Wiring wiring;
    private final ConstantFolding folding;
    private final Arithmetic arithmetic;
    private final GraphFacts facts;
    private final int depth;
    private final List<ReadLayer> layers = new ArrayList<>();
    private long merging;
    private String value;
    private Layout layout;
    private List<Integer> inputs;

    /**
     * A way that begins at a value.
     *
     * @param layout of the value
     * @param depth how many residual layers are around
     * @param merging the position of a node that takes the first value too, and is not on the way
     */
    LayerChain(GraphFacts facts, String value, Layout layout, int depth, long merging) {
        this.facts = facts;
        this.wiring = facts.wiring();
        this.folding = facts.folding();
        this.arithmetic = facts.arithmetic();
        this.value = value;
        this.layout = layout;
        this.inputs = layout.dimensions();
        this.depth = depth;
        this.merging = merging;
    }

    /** The layers, in their order. */
    List<ReadLayer> layers() {
        return List.copyOf(layers);
    }

    /** The shape of what the first layer takes. */
    List<Integer> inputs() {
        return inputs;
    }

    /** How the numbers lie at the end of the way. */
    Layout layout() {
        return layout;
    }

    /** Goes on until a value. */
    void walkTo(String end) throws ModelFormatException {
        folding.remember(value, layout.dimensions());
        while (!value.equals(end)) {
            step();
            folding.remember(value, layout.dimensions());
        }
    }

    private void step() throws ModelFormatException {
        List<Node> takers = new ArrayList<>(wiring.takers(value));
        takers.removeIf(node -> node.position() == merging);
        merging = NONE;
        if (takers.size() == 1 && wiring.data(takers.get(0)).equals(List.of(value))) {
            apply(takers.get(0));
            return;
        }
        Optional<Arithmetic.Found> found = arithmetic.activation(value);
        if (found.isPresent()) {
            activate(takers.get(0), found.get().activation());
            value = found.get().value();
        } else if (takers.size() == 2) {
            fork(takers);
        } else {
            throw facts.refuse(
                    takers.isEmpty()
                            ? "value " + Decoding.quoted(value) + " goes nowhere, but the graph gives "
                                    + Decoding.quoted(wiring.output())
                            : noChain(takers));
        }
    }

    private String noChain(List<Node> takers) {
        List<String> names = takers.stream()
                .limit(SHOWN)
                .map(Node::operator)
                .map(Decoding::quoted)
                .toList();
        return "value " + Decoding.quoted(value) + " goes into " + names
                + "; a network here is a chain of layers, or adds what layers make of a value to the value itself";
    }

    /** A residual layer: one way through layers, one past them, both into an addition. */
    private void fork(List<Node> takers) throws ModelFormatException {
        Node addition = takers.get(isAddition(takers.get(0)) ? 0 : 1);
        List<String> added = wiring.data(addition);
        if (!isAddition(addition) || added.size() != 2 || !added.contains(value) || depth == MAX_DEPTH) {
            throw facts.refuse(noChain(takers));
        }
        String other = added.get(added.get(0).equals(value) ? 1 : 0);
        LayerChain inner = new LayerChain(facts, value, layout, depth + 1, addition.position());
        inner.walkTo(other);
        if (!inner.layout.isSame()
                || !layout.isSame()
                || !inner.layout.dimensions().equals(layout.dimensions())) {
            throw wiring.refuse(
                    addition,
                    "adds values of the shapes " + layout.dimensions() + " and " + inner.layout.dimensions()
                            + "; equal ones are read");
        }
        layers.add(ReadLayer.of("residual").around(inner.layers()).withActivation(ReadLayer.IDENTITY));
        value = addition.output();
    }

    private static boolean isAddition(Node node) {
        return node.domain().isEmpty() && node.operator().equals("Add");
    }

    private void apply(Node plain) throws ModelFormatException {
        NodeReader node = new NodeReader(wiring, folding, plain);
        if (!plain.domain().isEmpty()) {
            throw node.refuse("is an operator of " + Decoding.quoted(plain.domain())
                    + ", which is not read; export with" + " ONNX's own operators");
        }
        if (plain.output().isEmpty() || wantsOther(node)) {
            throw node.refuse(
                    "takes the examples as another input than the first, or gives nothing, which is not read");
        }
        read(node, new LayerReader(node, layout));
        value = plain.output();
    }

    private void read(NodeReader node, LayerReader layer) throws ModelFormatException {
        switch (node.node().operator()) {
            case "Gemm" -> gemm(node, layer);
            case "MatMul" -> addRows(node, layer.dense(false, 1));
            case "Add" -> bias(node, isFirst(node) ? 1 : 0, 1);
            case "Conv" -> {
                Windows windows = layer.windowsOfFilters();
                ReadLayer filters = layer.convolution(windows);
                addImages(node, filters, filters.number("filters"), windows);
            }
            case "MaxPool" -> pool(MAX_POOL, node, layer);
            case "AveragePool" -> pool(AVERAGE_POOL, node, layer);
            case "GlobalAveragePool" -> poolAll(node, layer);
            case "ReduceMean" -> mean(node, layer);
            case "BatchNormalization" -> addAsItIs(node, layer.batchNorm());
            case "LayerNormalization" -> addAsItIs(node, layer.layerNorm());
            case "Dropout" -> layers.add(layer.dropout());
            case "Flatten" -> reshapeTo(node, ShapeNodes.flattened(node, layout.dimensions()));
            case "Reshape" -> reshapeTo(node, ShapeNodes.reshaped(node, layout.dimensions(), facts.miniBatch()));
            case "Squeeze" -> reshapeTo(node, ShapeNodes.squeezed(node, layout.dimensions()));
            case "Unsqueeze" -> reshapeTo(node, ShapeNodes.unsqueezed(node, layout.dimensions()));
            case "Transpose" -> transpose(node, ShapeNodes.order(node, layout.dimensions()));
            case "Softmax", "LogSoftmax" -> softmax(node);
            case "Cast" -> cast(node);
            case "Identity" -> {}
            default -> {
                ReadActivation activation = ReadActivation.of(node);
                if (activation == null) {
                    throw node.refuse("is an operator that is not read; have " + OPERATORS);
                }
                activate(node.node(), activation);
            }
        }
    }

    /** A sum may have the examples on either side. */
    private boolean wantsOther(NodeReader node) {
        return !isFirst(node) && !isAddition(node.node());
    }

    private boolean isFirst(NodeReader node) {
        return value.equals(node.node().input(0));
    }

    private int channels() {
        return layout.dimensions().get(0);
    }

    private void gemm(NodeReader node, LayerReader layer) throws ModelFormatException {
        if (node.whole("transA", 0) != 0) {
            throw node.refuse("turns the examples, which is not read");
        }
        addRows(node, layer.dense(node.whole("transB", 0) != 0, node.number("alpha", 1)));
        if (node.hasInput(2)) {
            bias(node, 2, node.number("beta", 1));
        }
    }

    private void addRows(NodeReader node, ReadLayer dense) throws ModelFormatException {
        layers.add(dense);
        become(node, List.of(dense.number("units")));
    }

    private void bias(NodeReader node, int place, double factor) throws ModelFormatException {
        ReadLayer last = layers.isEmpty() ? ReadLayer.of("none") : layers.remove(layers.size() - 1);
        layers.add(new LayerReader(node, layout).biased(last, place, factor));
    }

    private void pool(String kind, NodeReader node, LayerReader layer) throws ModelFormatException {
        Windows windows = layer.windowsOfPool();
        ReadLayer pool = ReadLayer.of(kind).with("size", windows.size()).with("stride", windows.stride());
        addImages(node, pool, channels(), windows);
    }

    private void poolAll(NodeReader node, LayerReader layer) throws ModelFormatException {
        int side = layer.side();
        Windows whole = new Windows(side, side, 0, 1, 1);
        addImages(node, ReadLayer.of(AVERAGE_POOL).with("size", side), channels(), whole);
    }

    /** The mean over rows and columns. */
    private void mean(NodeReader node, LayerReader layer) throws ModelFormatException {
        Set<Long> axes = ShapeNodes.axes(node, layout.dimensions().size() + 1);
        if (!axes.equals(Set.of(2L, 3L))) {
            throw node.refuse(
                    "takes the mean over the dimensions " + axes + "; over 2 and 3, those of an image, is read");
        }
        poolAll(node, layer);
        if (node.whole("keepdims", 1) == 0) {
            reshapeTo(node, List.of(channels()));
        }
    }

    private void addImages(NodeReader node, ReadLayer layer, int channels, Windows windows)
            throws ModelFormatException {
        layers.add(layer);
        become(node, List.of(channels, windows.height(), windows.width()));
    }

    private void addAsItIs(NodeReader node, ReadLayer normalization) throws ModelFormatException {
        layers.add(normalization);
        facts.take(node, layout.size());
    }

    private void transpose(NodeReader node, List<Integer> order) throws ModelFormatException {
        if (isAtBeginning()) {
            inputs = Layout.turned(layout.dimensions(), order); // the network takes what comes out of it
            become(node, inputs);
        } else {
            layout = layout.transposed(order);
        }
    }

    /** The same numbers in the same order under another shape. */
    private void reshapeTo(NodeReader node, List<Integer> shape) throws ModelFormatException {
        if (shape.equals(layout.dimensions())) {
            return;
        }
        if (shape.isEmpty() || Layout.size(shape) != layout.size()) {
            throw node.refuse("makes the shape " + shape + " of " + layout.dimensions());
        }
        if (isAtBeginning() && shape.size() > 1) {
            inputs = shape; // the network may as well take this shape
            become(node, shape);
        } else if (shape.size() == 1) {
            layers.add(ReadLayer.of("flatten"));
            layout = layout.flat();
        } else if (layout.isSame()) {
            layers.add(ReadLayer.of("reshape").with("shape", shape));
            become(node, shape);
        } else {
            throw node.refuse("makes the shape " + shape + " of turned values, which is not read");
        }
    }

    private boolean isAtBeginning() {
        return layers.isEmpty() && depth == 0;
    }

    private void cast(NodeReader node) throws ModelFormatException {
        if (node.whole("to", 0) != facts.type()) {
            throw node.refuse("makes numbers of another type, which is not read");
        }
    }

    /** Nabla's softmax is over all outputs of an example. */
    private void softmax(NodeReader node) throws ModelFormatException {
        boolean isOld = facts.opset() < 13; // then it is over all dimensions from the axis on
        long axis = node.whole("axis", isOld ? 1 : -1);
        boolean isOverAll = (isOld && axis == 1) || (layout.dimensions().size() == 1 && (axis == 1 || axis == -1));
        if (!isOverAll) {
            throw node.refuse("is over dimension " + axis + " of values of the shape " + layout.dimensions()
                    + "; one over all outputs is read");
        }
        boolean isLog = node.node().operator().equals("LogSoftmax");
        boolean isLast = node.node().output().equals(wiring.output());
        if (isLog && !(isLast && facts.isClassifier())) {
            throw node.refuse(
                    "gives logarithms of probabilities, for which there is no activation; if it is the last, read the network as a"
                            + " classifier (nn import --softmax), whose outputs are probabilities");
        }
        activate(node.node(), ReadActivation.named("softmax"));
    }

    /** Gives an activation to the layer that it belongs to, past what it may change places with. */
    private void activate(Node node, ReadActivation activation) throws ModelFormatException {
        int l = before(activation);
        if (l < 0 || !layers.get(l).takesActivation()) {
            throw wiring.refuse(
                    node,
                    "is an activation "
                            + (l < 0
                                    ? "without a layer before it"
                                    : "behind " + layers.get(l).kind() + ", which has "
                                            + (layers.get(l)
                                                            .json()
                                                            .find("activation")
                                                            .isPresent()
                                                    ? "one already"
                                                    : "none"))
                            + ", which is not read; let it follow a dense layer, a convolution or a normalization");
        }
        layers.set(l, layers.get(l).withActivation(activation.json()));
    }

    /** The last layer that an activation must stand behind; -1 if there is none. */
    private int before(ReadActivation activation) {
        int l = layers.size() - 1;
        while (l >= 0 && isPassed(layers.get(l).kind(), activation)) {
            l--;
        }
        return l;
    }

    private static boolean isPassed(String kind, ReadActivation activation) {
        return INDIFFERENT.contains(kind) || (kind.equals(MAX_POOL) && activation.isRising());
    }

    /** Makes probabilities of the outputs, unless they are some already. */
    void endInSoftmax() throws ModelFormatException {
        ReadActivation softmax = ReadActivation.named("softmax");
        int l = before(softmax);
        Optional<Json> activation =
                l < 0 ? Optional.empty() : layers.get(l).json().find("activation");
        if (activation.equals(Optional.of(softmax.json()))) {
            return;
        }
        if (l < 0 || !layers.get(l).takesActivation()) {
            throw facts.refuse("no softmax fits behind the last layer; read the network as it is, not as a classifier");
        }
        layers.set(l, layers.get(l).withActivation(softmax.json()));
    }

    private void become(NodeReader node, List<Integer> dimensions) throws ModelFormatException {
        facts.take(node, dimensions.stream().mapToDouble(n -> n).reduce(1, (a, b) -> a * b));
        layout = Layout.of(dimensions);
    }
}
