package io.nabla.io.onnx;

import io.nabla.api.Activation;
import io.nabla.api.Catalog;
import io.nabla.api.Elementary;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.io.ModelFormatException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * Recognizes an activation that is written as arithmetic, such as x · sigmoid(x), by its values: exporters write it in many ways.
 *
 * <p>The nodes behind a value are computed at some points, until all ways meet again; then the result is held against
 * the activations that are there.
 *
 * @param wiring the graph
 * @param folding gives its constants
 * @param activations where activations are looked up
 */
record Arithmetic(Wiring wiring, ConstantFolding folding, Catalog<Activation> activations) {
    private static final List<String> CANDIDATES =
            List.of("silu", "gelu", "gelu-tanh", "mish", "softplus", "softsign", "elu", "selu", "hard-sigmoid");

    private static final int POINTS = 161;
    private static final double FIRST = -8;
    private static final double STEP = 0.1;
    private static final double TOLERANCE = 1e-5;
    private static final int MAX_NODES = 32;

    /**
     * An activation.
     *
     * @param activation which one it is
     * @param value what it gives
     */
    record Found(ReadActivation activation, String value) {}

    /** The activation of a value; empty if what is behind is not arithmetic, or not known. */
    Optional<Found> activation(String value) throws ModelFormatException {
        double[] points = new double[POINTS];
        Arrays.setAll(points, i -> FIRST + i * STEP);
        Map<String, double[]> known = new HashMap<>(Map.of(value, points));
        Set<Long> done = new HashSet<>();
        while (done.size() < MAX_NODES) {
            Optional<Node> next = known.keySet().stream()
                    .flatMap(name -> wiring.takers(name).stream())
                    .filter(node -> !done.contains(node.position()))
                    .min(Comparator.comparing(Node::position));
            Optional<double[]> result = next.isEmpty() ? Optional.empty() : computed(next.get(), known);
            if (result.isEmpty()) {
                return Optional.empty();
            }
            done.add(next.get().position());
            String given = next.get().output();
            known.put(given, result.get());
            boolean waysMeet = known.keySet().stream()
                    .allMatch(name -> name.equals(given)
                            || (!name.equals(wiring.output())
                                    && wiring.takers(name).stream().allMatch(node -> done.contains(node.position()))));
            Optional<String> name = waysMeet ? named(points, result.get()) : Optional.empty();
            if (name.isPresent()) {
                return Optional.of(new Found(ReadActivation.named(name.get()), given));
            }
        }
        return Optional.empty();
    }

    private Optional<String> named(double[] points, double[] values) {
        Matrix z = Matrix.zeros(PlainKernels.of(Precision.DOUBLE), 1, points.length);
        for (int i = 0; i < points.length; i++) {
            z.set(i, points[i]);
        }
        for (Activation activation : activations.all()) {
            if (CANDIDATES.contains(activation.name()) && agrees(activation.apply(z), values)) {
                return Optional.of(activation.name());
            }
        }
        return Optional.empty();
    }

    private static boolean agrees(Matrix a, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!(Math.abs(a.get(i) - values[i]) <= TOLERANCE)) {
                return false;
            }
        }
        return true;
    }

    /** The values of a node at all points; empty if it is none that is known here. */
    private Optional<double[]> computed(Node node, Map<String, double[]> known) throws ModelFormatException {
        if (!node.domain().isEmpty() || node.output().isEmpty()) {
            return Optional.empty();
        }
        DoubleUnaryOperator one = function(node.operator());
        if (one != null && node.inputs().size() == 1 && known.containsKey(node.input(0))) {
            return Optional.of(Arrays.stream(known.get(node.input(0))).map(one).toArray());
        }
        DoubleBinaryOperator two = operation(node.operator());
        if (two == null || node.inputs().size() != 2) {
            return Optional.empty();
        }
        Optional<double[]> left = operand(node, 0, known);
        Optional<double[]> right = operand(node, 1, known);
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        double[] values = new double[POINTS];
        Arrays.setAll(values, i -> two.applyAsDouble(left.get()[i], right.get()[i]));
        return Optional.of(values);
    }

    /** A value that is known, or a single number. */
    private Optional<double[]> operand(Node node, int place, Map<String, double[]> known) throws ModelFormatException {
        String name = node.input(place);
        if (known.containsKey(name)) {
            return Optional.of(known.get(name));
        }
        if (name.isEmpty() || !wiring.isConstant(name)) {
            return Optional.empty();
        }
        Tensor constant = folding.tensor(name, node);
        if (constant.size() != 1) {
            return Optional.empty();
        }
        double[] values = new double[POINTS];
        Arrays.fill(values, constant.number(0));
        return Optional.of(values);
    }

    private static DoubleUnaryOperator function(String operator) {
        return switch (operator) {
            case "Sigmoid" -> Elementary::sigmoid;
            case "Tanh" -> Elementary::tanh;
            case "Exp" -> Elementary::exp;
            case "Log" -> StrictMath::log;
            case "Softplus" -> x -> StrictMath.log1p(Elementary.exp(x));
            case "Erf" -> Arithmetic::erf;
            case "Neg" -> x -> -x;
            case "Abs" -> Math::abs;
            case "Relu" -> x -> Math.max(0, x);
            default -> null;
        };
    }

    private static DoubleBinaryOperator operation(String operator) {
        return switch (operator) {
            case "Add" -> Double::sum;
            case "Sub" -> (x, y) -> x - y;
            case "Mul" -> (x, y) -> x * y;
            case "Div" -> (x, y) -> x / y;
            case "Pow" -> StrictMath::pow;
            case "Min" -> Math::min;
            case "Max" -> Math::max;
            default -> null;
        };
    }

    /** To 1.5e-7: Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.26. */
    private static double erf(double x) {
        double t = 1 / (1 + 0.3275911 * Math.abs(x));
        double sum = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
        return Math.copySign(1 - sum * Elementary.exp(-x * x), x);
    }
}
