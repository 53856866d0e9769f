package io.nabla.io.onnx;

import io.nabla.io.ModelFormatException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Constants that nodes give: written in the node, or computed from the shape of a value, as {@code x.view(x.size(0), -1)} is.
 *
 * <p>The size of the mini-batch, which nobody knows yet, is told as 0: where a shape begins with 0, it stands for what comes in.
 */
final class ConstantFolding {
    private static final Set<String> FOLDABLE = Set.of(
            "Constant", "Shape", "Gather", "Unsqueeze", "Squeeze", "Concat", "Cast", "Identity", "Slice", "Transpose");

    private static final int MAX_DEPTH = 32;
    private static final int MAX_WHOLES = 64;

    private final Wiring wiring;
    private final Map<String, List<Integer>> shapes = new HashMap<>();
    private int depth;

    ConstantFolding(Wiring wiring) {
        this.wiring = wiring;
    }

    /** Whether a node gives a constant where it takes constants. */
    static boolean isFoldable(Node node) {
        return node.domain().isEmpty() && FOLDABLE.contains(node.operator());
    }

    /** Whether a node tells a shape. */
    static boolean isShape(Node node) {
        return node.domain().isEmpty() && node.operator().equals("Shape");
    }

    /** Whether a node turns a value, such as weights. */
    static boolean isTranspose(Node node) {
        return node.domain().isEmpty() && node.operator().equals("Transpose");
    }

    /** Remembers the shape of one example of a value. */
    void remember(String value, List<Integer> dimensions) {
        shapes.put(value, List.copyOf(dimensions));
    }

    /** A constant by its name; the node that takes it is blamed for what is wrong. */
    Tensor tensor(String name, Node taker) throws ModelFormatException {
        Tensor tensor = wiring.tensor(name);
        if (tensor != null) {
            return tensor;
        }
        if (++depth > MAX_DEPTH) {
            throw wiring.refuse(taker, "takes a constant that goes through more than " + MAX_DEPTH + " nodes");
        }
        try {
            return folded(new NodeReader(wiring, this, wiring.giver(name)));
        } finally {
            depth--;
        }
    }

    private Tensor folded(NodeReader node) throws ModelFormatException {
        return switch (node.node().operator()) {
            case "Constant" -> written(node);
            case "Shape" -> shape(node);
            case "Identity" -> node.constant(0);
            case "Cast" -> cast(node);
            case "Gather" -> gathered(node);
            case "Concat" -> joined(node);
            case "Slice" -> sliced(node);
            case "Transpose" ->
                throw node.refuse("turns a constant, which is read for the weights of dense layers alone");
            default -> ofWholes(wholes(node, 0)); // Unsqueeze and Squeeze: the same numbers
        };
    }

    private static Tensor ofWholes(List<Long> numbers) {
        return Tensor.ofWholes("", numbers);
    }

    private static Tensor written(NodeReader node) throws ModelFormatException {
        Map<String, Attribute> attributes = node.node().attributes();
        if (attributes.get("value") instanceof Attribute.Constant constant) {
            return constant.value();
        }
        if (attributes.get("value_int") instanceof Attribute.Whole whole) {
            return ofWholes(List.of(whole.value()));
        }
        if (attributes.get("value_ints") instanceof Attribute.Wholes wholes) {
            return ofWholes(wholes.values());
        }
        if (attributes.get("value_float") instanceof Attribute.Real real) {
            ByteBuffer data = ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            return new Tensor(
                    "",
                    ElementType.FLOAT,
                    List.of(),
                    data.putFloat(real.value()).flip(),
                    0);
        }
        throw node.refuse("has no value that is read");
    }

    private Tensor shape(NodeReader node) throws ModelFormatException {
        List<Integer> dimensions = shapes.get(node.node().input(0));
        if (dimensions == null || node.has("start") || node.has("end")) {
            throw node.refuse("asks for the shape of a value that is not on the way");
        }
        List<Long> numbers = new ArrayList<>();
        numbers.add(0L);
        dimensions.forEach(dimension -> numbers.add((long) dimension));
        return ofWholes(numbers);
    }

    private static Tensor cast(NodeReader node) throws ModelFormatException {
        Tensor tensor = node.constant(0);
        ElementType to = ElementType.of(node.whole("to", 0)).orElse(ElementType.BOOL);
        if (to != tensor.type() && (to.isFloating() || tensor.type().isFloating() || to == ElementType.BOOL)) {
            throw node.refuse("makes another type of a constant, which is not read");
        }
        return to == tensor.type() ? tensor : ofWholes(wholes(node, 0));
    }

    private static Tensor gathered(NodeReader node) throws ModelFormatException {
        List<Long> from = wholes(node, 0);
        List<Long> numbers = new ArrayList<>();
        for (long index : wholes(node, 1)) {
            long place = index < 0 ? index + from.size() : index;
            if (place < 0 || place >= from.size()) {
                throw node.refuse("takes number " + index + " of " + from.size());
            }
            numbers.add(from.get((int) place));
        }
        return ofWholes(numbers);
    }

    private static Tensor joined(NodeReader node) throws ModelFormatException {
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < node.node().inputs().size(); i++) {
            numbers.addAll(wholes(node, i));
            if (numbers.size() > MAX_WHOLES) {
                throw node.refuse("joins more than " + MAX_WHOLES + " whole numbers");
            }
        }
        return ofWholes(numbers);
    }

    private static Tensor sliced(NodeReader node) throws ModelFormatException {
        List<Long> from = wholes(node, 0);
        List<Long> starts = wholes(node, 1);
        List<Long> ends = wholes(node, 2);
        boolean isPlain = starts.size() == 1
                && ends.size() == 1
                && (!node.hasInput(4) || wholes(node, 4).equals(List.of(1L)));
        if (!isPlain) {
            throw node.refuse("takes other than one run of a list, which is not read");
        }
        int begin = place(starts.get(0), from.size());
        return ofWholes(from.subList(begin, Math.max(begin, place(ends.get(0), from.size()))));
    }

    private static int place(long index, int size) {
        long place = index < 0 ? Math.max(index, -size) + size : index;
        return (int) Math.min(place, size);
    }

    /** A constant that is a few whole numbers. */
    static List<Long> wholes(NodeReader node, int place) throws ModelFormatException {
        Tensor tensor = node.constant(place);
        if (tensor.type().isFloating() || tensor.dimensions().size() > 1 || tensor.size() > MAX_WHOLES) {
            throw node.refuse("takes as its input " + (place + 1) + " other than a list of at most " + MAX_WHOLES
                    + " whole numbers");
        }
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < tensor.size(); i++) {
            numbers.add(tensor.whole(i));
        }
        return numbers;
    }
}
