package io.nabla.io.onnx;

import io.nabla.io.ModelFormatException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Nodes that give the same numbers another shape: what they make of that of one example. */
final class ShapeNodes {
    private ShapeNodes() {}

    /** The shape that a Flatten gives. */
    static List<Integer> flattened(NodeReader node, List<Integer> dimensions) throws ModelFormatException {
        long axis = node.whole("axis", 1);
        if (axis != 1 && axis != -dimensions.size()) {
            throw node.refuse("flattens from dimension " + axis + " on; 1, which keeps the examples apart, is read");
        }
        return List.of(Layout.size(dimensions));
    }

    /**
     * The shape that a Reshape gives.
     *
     * @param miniBatch how many examples the file wants, where it says that
     */
    static List<Integer> reshaped(NodeReader node, List<Integer> dimensions, long miniBatch)
            throws ModelFormatException {
        List<Long> target = ConstantFolding.wholes(node, 1);
        String problem = "makes the shape " + target + " of examples of " + dimensions
                + "; a first dimension of 0 or -1 keeps the examples apart, and the others give as many numbers";
        boolean keepsExamples =
                target.size() > 1 && (target.get(0) == 0 || target.get(0) == -1 || target.get(0) == miniBatch);
        if (!keepsExamples || (node.whole("allowzero", 0) != 0 && target.contains(0L))) {
            throw node.refuse(problem);
        }
        int size = Layout.size(dimensions);
        int open = -1;
        long known = 1;
        List<Integer> shape = new ArrayList<>();
        for (int d = 0; d < target.size() - 1; d++) {
            long wanted = target.get(d + 1) == 0 && d < dimensions.size() ? dimensions.get(d) : target.get(d + 1);
            if (wanted == -1 && open < 0 && target.get(0) != -1) {
                open = d;
                wanted = 1;
            }
            if (wanted < 1 || wanted > size || known * wanted > size) {
                throw node.refuse(problem);
            }
            known *= wanted;
            shape.add((int) wanted);
        }
        if (open >= 0 && size % known == 0) {
            shape.set(open, (int) (size / known));
        } else if (known != size) {
            throw node.refuse(problem);
        }
        return shape;
    }

    /** The shape that a Squeeze gives. */
    static List<Integer> squeezed(NodeReader node, List<Integer> dimensions) throws ModelFormatException {
        Set<Long> axes = axes(node, dimensions.size() + 1);
        List<Integer> shape = new ArrayList<>();
        for (int d = 0; d < dimensions.size(); d++) {
            if (!axes.contains(d + 1L)) {
                shape.add(dimensions.get(d));
            } else if (dimensions.get(d) != 1) {
                throw node.refuse("leaves out a dimension of " + dimensions.get(d));
            }
        }
        return shape;
    }

    /** The shape that an Unsqueeze gives. */
    static List<Integer> unsqueezed(NodeReader node, List<Integer> dimensions) throws ModelFormatException {
        int rank = dimensions.size() + 1 + given(node).size();
        Set<Long> axes = axes(node, rank);
        List<Integer> before = new ArrayList<>(dimensions);
        List<Integer> shape = new ArrayList<>();
        for (long d = 1; d < rank; d++) {
            boolean isNew = axes.contains(d);
            if (!isNew && before.isEmpty()) {
                throw node.refuse("adds dimensions at " + axes + " to a value of the shape " + dimensions);
            }
            shape.add(isNew ? 1 : before.remove(0));
        }
        return shape;
    }

    /** The axes of a node, none that of the examples, counted from the front. */
    static Set<Long> axes(NodeReader node, int rank) throws ModelFormatException {
        List<Long> axes = given(node);
        Set<Long> distinct = new HashSet<>();
        axes.forEach(axis -> distinct.add(axis < 0 ? axis + rank : axis));
        boolean isRead = !axes.isEmpty()
                && distinct.size() == axes.size()
                && distinct.stream().allMatch(axis -> axis >= 1 && axis < rank);
        if (!isRead) {
            throw node.refuse("changes the dimensions " + axes + "; some behind that of the examples are read");
        }
        return distinct;
    }

    private static List<Long> given(NodeReader node) throws ModelFormatException {
        return node.hasInput(1) ? ConstantFolding.wholes(node, 1) : node.wholes("axes", List.of());
    }

    /** The order in which a Transpose puts the dimensions of one example: for each, which one it was. */
    static List<Integer> order(NodeReader node, List<Integer> dimensions) throws ModelFormatException {
        List<Long> order = node.wholes("perm", List.of());
        List<Integer> ofExample = new ArrayList<>();
        boolean isOrder = order.size() == dimensions.size() + 1 && order.get(0) == 0;
        for (int d = 1; isOrder && d < order.size(); d++) {
            long before = order.get(d) - 1;
            isOrder = before >= 0 && before < dimensions.size() && !ofExample.contains((int) before);
            ofExample.add((int) before);
        }
        if (!isOrder) {
            throw node.refuse(
                    "puts the dimensions in the order " + order + "; one that leaves the examples first is read");
        }
        return ofExample;
    }
}
