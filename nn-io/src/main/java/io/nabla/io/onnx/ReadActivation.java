package io.nabla.io.onnx;

import io.nabla.io.ModelFormatException;
import io.nabla.io.json.Json;

/**
 * An operator that is an activation.
 *
 * @param json its name, or an object with its name and its setting
 * @param isRising whether it never falls, so that it may change places with a maximum
 */
record ReadActivation(Json json, boolean isRising) {
    /** The activation that a node is; null if it is none. */
    static ReadActivation of(NodeReader node) throws ModelFormatException {
        return switch (node.node().operator()) {
            case "Sigmoid" -> rising("sigmoid");
            case "Tanh" -> rising("tanh");
            case "Relu" -> rising("relu");
            case "Softplus" -> rising("softplus");
            case "Softsign" -> rising("softsign");
            case "LeakyRelu" -> rising("leaky-relu", "slope", node.number("alpha", 0.01), 0.01);
            case "Elu" -> rising("elu", "alpha", node.number("alpha", 1), 1);
            case "Selu" -> fixed(node, "selu", node.number("alpha", ALPHA), ALPHA, node.number("gamma", GAMMA), GAMMA);
            case "HardSigmoid" ->
                fixed(node, "hard-sigmoid", node.number("alpha", 0.2), 1 / 6.0, node.number("beta", 0.5), 0.5);
            case "Clip" -> clip(node);
            case "Mish" -> named("mish");
            case "Gelu" -> named(node.text("approximate", "none").equals("tanh") ? "gelu-tanh" : "gelu");
            default -> null;
        };
    }

    private static final double ALPHA = 1.6732632423543772;
    private static final double GAMMA = 1.0507009873554805;

    static ReadActivation named(String name) {
        return new ReadActivation(ReadLayer.text(name), false);
    }

    private static ReadActivation rising(String name) {
        return new ReadActivation(ReadLayer.text(name), true);
    }

    private static ReadActivation rising(String name, String setting, double value, double usual) {
        Json json = value == usual ? ReadLayer.text(name) : ReadLayer.activation(name, setting, value);
        return new ReadActivation(json, value >= 0);
    }

    /** One that has no settings here, whose numbers must be the usual ones. */
    private static ReadActivation fixed(
            NodeReader node, String name, double first, double usualFirst, double second, double usualSecond)
            throws ModelFormatException {
        if (Math.abs(first - usualFirst) > 1e-6 || Math.abs(second - usualSecond) > 1e-6) {
            throw node.refuse("has the numbers " + first + " and " + second + ", but " + name + " here has "
                    + usualFirst + " and " + usualSecond);
        }
        return rising(name);
    }

    private static ReadActivation clip(NodeReader node) throws ModelFormatException {
        double least = bound(node, "min", 1);
        double most = bound(node, "max", 2);
        if (least != -1 || most != 1) {
            throw node.refuse("cuts off at " + least + " and " + most + "; -1 and 1, hard-tanh, are read");
        }
        return rising("hard-tanh");
    }

    private static double bound(NodeReader node, String attribute, int input) throws ModelFormatException {
        return node.hasInput(input) ? node.numbers(input, 1).number(0) : node.number(attribute, Double.NaN);
    }
}
