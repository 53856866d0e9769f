package io.nabla.io.onnx;

import io.nabla.io.ModelFormatException;
import java.util.List;
import java.util.Optional;

/**
 * The attributes and constants of a node, each checked as it is read.
 *
 * @param wiring knows the constants
 * @param folding computes those that other nodes give
 * @param node the node
 */
record NodeReader(Wiring wiring, ConstantFolding folding, Node node) {
    /** Whether an attribute is there. */
    boolean has(String name) {
        return node.attributes().containsKey(name);
    }

    /** A whole number. */
    long whole(String name, long otherwise) throws ModelFormatException {
        Attribute attribute = node.attributes().get(name);
        if (attribute == null) {
            return otherwise;
        }
        if (attribute instanceof Attribute.Whole whole) {
            return whole.value();
        }
        throw refuse("has no whole number as its " + name);
    }

    /** Whole numbers. */
    List<Long> wholes(String name, List<Long> otherwise) throws ModelFormatException {
        Attribute attribute = node.attributes().get(name);
        if (attribute == null) {
            return otherwise;
        }
        if (attribute instanceof Attribute.Wholes wholes) {
            return wholes.values();
        }
        throw refuse("has no whole numbers as its " + name);
    }

    /** A finite number, in the digits of a float: 0.1 and not 0.10000000149. */
    double number(String name, double otherwise) throws ModelFormatException {
        Attribute attribute = node.attributes().get(name);
        if (attribute == null) {
            return otherwise;
        }
        if (attribute instanceof Attribute.Real real && Float.isFinite(real.value())) {
            return Double.parseDouble(Float.toString(real.value()));
        }
        throw refuse("has no finite number as its " + name);
    }

    /** A text. */
    String text(String name, String otherwise) throws ModelFormatException {
        Attribute attribute = node.attributes().get(name);
        if (attribute == null) {
            return otherwise;
        }
        if (attribute instanceof Attribute.Text text) {
            return text.value();
        }
        throw refuse("has no text as its " + name);
    }

    /** Whether there is an input at a place. */
    boolean hasInput(int place) {
        return !node.input(place).isEmpty();
    }

    /** The constant that is the input at a place, if there is one. */
    Optional<Tensor> constantIfAny(int place) throws ModelFormatException {
        return hasInput(place) ? Optional.of(constant(place)) : Optional.empty();
    }

    /** The constant that is the input at a place. */
    Tensor constant(int place) throws ModelFormatException {
        if (!hasInput(place)) {
            throw refuse("has no input " + (place + 1));
        }
        String name = node.input(place);
        if (!wiring.isConstant(name)) {
            throw refuse("computes its input " + Decoding.quoted(name) + " from others; only constants are read there");
        }
        return folding.tensor(name, node);
    }

    /** The floats or doubles that are the input at a place, of so many elements in all. */
    Tensor numbers(int place, long size) throws ModelFormatException {
        Tensor tensor = constant(place);
        if (!tensor.type().isFloating()) {
            throw refuse("takes whole numbers as its input " + (place + 1) + "; floats or doubles are read");
        }
        if (tensor.size() != size) {
            throw refuse("takes " + tensor.size() + " numbers of " + Decoding.quoted(tensor.name()) + " where " + size
                    + " fit");
        }
        return tensor;
    }

    /** The refusal of this node. */
    ModelFormatException refuse(String problem) {
        return wiring.refuse(node, problem);
    }
}
