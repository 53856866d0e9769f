package io.nabla.core;

import io.nabla.api.Activation;
import io.nabla.api.ArraySequence;
import io.nabla.api.Cost;
import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.MiniBatch;
import io.nabla.api.Parameter;
import io.nabla.api.Parameters;
import io.nabla.api.Sequence;
import io.nabla.core.Divergence.Place;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * Goes through a training step once more, forth and back as {@link Backpropagation} does, to the first number that is not
 * finite.
 */
final class DivergenceSearch {
    private static final String SMALLER_RATE = "take a smaller learning rate, smaller starting weights (initializer"
            + " 'default') or inputs scaled to about 0 to 1, or clip gradients";
    /** Numbers beyond it are too great to come from anything but a growth that went on. */
    private static final double HUGE = 1e12;

    private final Sequence<Layer> layers;
    private final Cost cost;
    private final MiniBatch miniBatch;
    private final IntUnaryOperator examples;
    private final double startNorm;
    private final ArraySequence<Matrix> zs = new ArraySequence<>();
    private final ArraySequence<Matrix> activations = new ArraySequence<>();

    /**
     * A search.
     *
     * @param layers as chance had them in the step
     * @param examples from a column of the mini-batch to the number of its example in the data set
     * @param startNorm the norm of all parameters when training began
     */
    DivergenceSearch(
            Sequence<Layer> layers, Cost cost, MiniBatch miniBatch, IntUnaryOperator examples, double startNorm) {
        this.layers = layers;
        this.cost = cost;
        this.miniBatch = miniBatch;
        this.examples = examples;
        this.startNorm = startNorm;
    }

    /** Looks through a step whose gradient has not moved the parameters. */
    Divergence beforeUpdate(Sequence<Parameters> nabla) {
        return data().or(this::forward)
                .or(this::costOfOutputs)
                .or(this::backward)
                .or(() -> ofEstimator(nabla))
                .orElseGet(() -> new Divergence(
                        Place.COST,
                        layers.size() + 1,
                        0,
                        0,
                        Double.NaN,
                        "the gradient estimator gives a cost that is NaN or infinite, where a pass through the layers"
                                + " finds none",
                        "look at the estimator"));
    }

    /** Looks for what moved a parameter out of range, after the update: the gradient, or the parameter itself. */
    Divergence afterUpdate(Sequence<Parameters> nabla) {
        return data().or(() -> ofEstimator(nabla)).or(this::forward).orElseThrow();
    }

    private Optional<Divergence> data() {
        return data(Place.INPUT, miniBatch.x(), "input")
                .or(() -> data(Place.WANTED_OUTPUT, miniBatch.y(), "wanted output"));
    }

    private Optional<Divergence> data(Place place, Matrix values, String what) {
        return first(values)
                .map(spot -> spot.in(
                        place,
                        0,
                        "the data itself is not finite: " + what + " " + spot.unit() + " of example " + spot.example()
                                + " is " + spot.value,
                        "replace what is missing, or leave the example out"));
    }

    private Optional<Divergence> forward() {
        activations.add(miniBatch.x());
        for (int l = 1; l <= layers.size(); l++) {
            Layer layer = layers.get(l - 1);
            Optional<Divergence> found = parameters(l, layer);
            if (found.isPresent()) {
                return found;
            }
            Matrix z = layer.weightedInput(activations.get(-1));
            zs.add(z);
            Optional<Spot> overflow = first(z);
            if (overflow.isPresent()) {
                return overflow.map(spot -> overflow(spot, zs.size()));
            }
            Matrix a = layer.activation().apply(z);
            activations.add(a);
            Optional<Spot> lost = first(a);
            if (lost.isPresent()) {
                return lost.map(spot -> spot.in(
                        Place.ACTIVATION,
                        zs.size(),
                        "the activation '" + layer.activation().name() + "' of " + name(zs.size()) + " gives "
                                + spot.value + " for z = " + z.get(spot.index) + spot.where(),
                        "an activation gives a finite number for every finite z; mend it, or keep z where it does"));
            }
        }
        return Optional.empty();
    }

    private Optional<Divergence> parameters(int l, Layer layer) {
        for (Parameter parameter : layer.parameters()) {
            int bad = Finite.firstOther(parameter.value());
            if (bad >= 0) {
                int row = bad % parameter.value().rows() + 1;
                int column = bad / parameter.value().rows() + 1;
                double value = parameter.value().get(bad);
                return Optional.of(new Divergence(
                        Place.PARAMETER,
                        l,
                        row,
                        0,
                        value,
                        "the " + parameter.name() + " of " + name(l) + " became NaN or infinite: row " + row
                                + ", column " + column + " is " + value,
                        Double.isFinite(startNorm)
                                ? "an update has made them so, since a gradient or a step was out of range (the norm of all"
                                        + " parameters was " + figure(startNorm) + " at the start); " + SMALLER_RATE
                                : "they were so before the first step, since the norm of all parameters was "
                                        + startNorm
                                        + " then; start with finite ones. What else helps: a smaller learning rate"));
            }
        }
        return Optional.empty();
    }

    private Divergence overflow(Spot spot, int l) {
        return spot.in(
                Place.WEIGHTED_INPUT,
                l,
                "the weighted input of " + name(l) + " is " + spot.value + spot.where(),
                "its inputs reach " + figure(greatest(activations.get(-1))) + ", and " + growth() + "; "
                        + SMALLER_RATE);
    }

    private Optional<Divergence> costOfOutputs() {
        Matrix a = activations.get(-1);
        Matrix y = miniBatch.y();
        for (int column = 0; column < miniBatch.size(); column++) {
            double value = cost.value(a.columnCopy(column), y.columnCopy(column));
            if (!Double.isFinite(value)) {
                return Optional.of(cost(a, column, value));
            }
        }
        double sum = miniBatch.cost(cost, a);
        return Double.isFinite(sum)
                ? Optional.empty()
                : Optional.of(new Divergence(
                        Place.COST,
                        layers.size() + 1,
                        0,
                        0,
                        sum,
                        "the cost '" + cost.name() + "', summed over the mini-batch, is " + sum
                                + ", though that of each example is finite",
                        growth() + "; " + SMALLER_RATE));
    }

    private Divergence cost(Matrix a, int column, double value) {
        int greatest = 0;
        int edge = -1;
        for (int row = 0; row < a.rows(); row++) {
            double output = a.get(row, column);
            greatest = Math.abs(output) > Math.abs(a.get(greatest, column)) ? row : greatest;
            edge = edge < 0 && (output == 0 || output == 1) ? row : edge;
        }
        boolean isHuge = Math.abs(a.get(greatest, column)) > HUGE;
        int row = isHuge || edge < 0 ? greatest : edge;
        String cause = isHuge
                ? growth() + "; " + SMALLER_RATE
                : edge >= 0
                        ? "the logarithm of 0 is infinite, and so is what is divided by it; bound it in the cost, as"
                                + " log-likelihood and cross-entropy do, or take a smaller learning rate"
                        : "a cost gives a finite number for finite outputs; mend it";
        return new Divergence(
                Place.COST,
                layers.size() + 1,
                row + 1,
                examples.applyAsInt(column),
                value,
                "the cost '" + cost.name() + "' of example " + examples.applyAsInt(column)
                        + " became NaN or infinite: it is " + value + ", computed from finite outputs of layer "
                        + layers.size() + ", of which output " + (row + 1) + " is " + a.get(row, column),
                cause);
    }

    private Optional<Divergence> backward() {
        Matrix delta = cost.delta(layers.get(-1).activation(), zs.get(-1), activations.get(-1), miniBatch.y());
        miniBatch.weigh(delta);
        Optional<Spot> lost = first(delta);
        if (lost.isPresent()) {
            return lost.map(this::errorOfOutputs);
        }
        for (int l = layers.size(); l >= 1; l--) {
            Layer layer = layers.get(l - 1);
            Optional<Divergence> found = gradient(l, layer, delta);
            if (found.isPresent() || l == 1) {
                return found;
            }
            int before = l - 1;
            Matrix error = layer.backpropagate(delta, activations.get(before));
            double reach = greatest(delta);
            lost = first(error);
            if (lost.isPresent()) {
                return lost.map(spot -> errorOnItsWay(spot, before, reach));
            }
            Activation sigma = layers.get(before - 1).activation();
            delta = sigma.backward(error, zs.get(before - 1), activations.get(before));
            lost = first(delta);
            if (lost.isPresent()) {
                return lost.map(spot -> slope(spot, before, error.get(spot.index)));
            }
        }
        return Optional.empty();
    }

    private Divergence errorOfOutputs(Spot spot) {
        int l = layers.size();
        return spot.in(
                Place.ERROR,
                l,
                "the error of " + name(l) + " is " + spot.value + spot.where() + ", by the slope of the cost '"
                        + cost.name()
                        + "' at an output of " + activations.get(-1).get(spot.index) + " and that of the activation '"
                        + layers.get(-1).activation().name() + "' at z = "
                        + zs.get(-1).get(spot.index),
                "a slope is finite; mend it, or keep outputs where it is by a smaller learning rate");
    }

    private Divergence errorOnItsWay(Spot spot, int l, double reach) {
        return spot.in(
                Place.ERROR,
                l,
                "the error of " + name(l) + " is " + spot.value + spot.where() + ", on its way back through layer "
                        + (l + 1),
                "the gradient explodes: the errors of layer " + (l + 1) + " reach " + figure(reach) + ", and "
                        + growth() + "; " + SMALLER_RATE);
    }

    private Divergence slope(Spot spot, int l, double error) {
        return spot.in(
                Place.ERROR,
                l,
                "the error of " + name(l) + " is " + spot.value + spot.where() + ": the activation '"
                        + layers.get(l - 1).activation().name() + "' makes that of " + error + " at z = "
                        + zs.get(l - 1).get(spot.index),
                "the slope of an activation is finite for every finite z; mend it, or keep z where it is by a smaller"
                        + " learning rate");
    }

    private Optional<Divergence> gradient(int l, Layer layer, Matrix delta) {
        Parameters nabla = layer.parameters().zeros();
        layer.gradient(delta, activations.get(l - 1), nabla);
        int greatest = 0;
        for (int i = 0; i < delta.size(); i++) {
            greatest = Math.abs(delta.get(i)) > Math.abs(delta.get(greatest)) ? i : greatest;
        }
        int example = examples.applyAsInt(greatest / delta.rows());
        return gradient(
                l,
                nabla,
                example,
                ", most of all for example " + example,
                "the gradient explodes: the errors reach " + figure(greatest(delta)) + " and the inputs of the layer "
                        + figure(greatest(activations.get(l - 1))) + ", and " + growth() + "; " + SMALLER_RATE);
    }

    /** A gradient that was estimated, looked through in the order in which it is found: from the last layer. */
    private Optional<Divergence> ofEstimator(Sequence<Parameters> nabla) {
        for (int l = layers.size(); l >= 1; l--) {
            Optional<Divergence> found = gradient(l, nabla.get(l - 1), 0, "", "the gradient explodes; " + SMALLER_RATE);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Divergence> gradient(int l, Parameters nabla, int example, String where, String cause) {
        for (Parameter parameter : nabla) {
            int bad = Finite.firstOther(parameter.value());
            if (bad >= 0) {
                int row = bad % parameter.value().rows() + 1;
                int column = bad / parameter.value().rows() + 1;
                double value = parameter.value().get(bad);
                return Optional.of(new Divergence(
                        Place.GRADIENT,
                        l,
                        row,
                        example,
                        value,
                        "the gradient by the " + parameter.name() + " of " + name(l) + " is " + value + " in row " + row
                                + ", column " + column + where,
                        cause));
            }
        }
        return Optional.empty();
    }

    private String growth() {
        double norm = ClipByNorm.norm(layers.map(Layer::parameters));
        return "the norm of all parameters is " + figure(norm) + ", at the start it was " + figure(startNorm);
    }

    private static double greatest(Matrix matrix) {
        double greatest = 0;
        for (int i = 0; i < matrix.size(); i++) {
            greatest = Math.max(greatest, Math.abs(matrix.get(i)));
        }
        return greatest;
    }

    private static String figure(double number) {
        return String.format(Locale.ROOT, "%.3g", number);
    }

    private String name(int l) {
        return "layer " + l + " (" + layers.get(l - 1).kind() + ")";
    }

    private Optional<Spot> first(Matrix matrix) {
        int index = Finite.firstOther(matrix);
        return index < 0
                ? Optional.empty()
                : Optional.of(new Spot(
                        index,
                        index % matrix.rows() + 1,
                        examples.applyAsInt(index / matrix.rows()),
                        matrix.get(index)));
    }

    /** One number of one example. */
    private record Spot(int index, int unit, int example, double value) {
        String where() {
            return ", at unit " + unit + " for example " + example;
        }

        Divergence in(Place place, int layer, String what, String cause) {
            return new Divergence(place, layer, unit, example, value, what, cause);
        }
    }
}
