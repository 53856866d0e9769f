package io.nabla.core;

import io.nabla.api.Cost;
import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.Norm;
import io.nabla.api.Sequence;
import io.nabla.core.Divergence.Place;
import java.util.Locale;

/**
 * What is said of a number that is not finite: its place, what it likely comes from, and a way out.
 *
 * @param startNorm the norm of all parameters when training began
 */
record DivergenceWords(Sequence<Layer> layers, Cost cost, double startNorm) {
    private static final String SMALLER_RATE = "take a smaller learning rate, smaller starting weights (initializer"
            + " 'default') or inputs scaled to about 0 to 1, or clip gradients";
    private static final String MEND_SLOPE =
            "a slope is finite for every finite number; mend it, or keep away from there by a smaller learning rate";
    /** Outputs beyond it are too great to come from anything but a growth that went on. */
    private static final double HUGE = 1e12;

    Divergence data(Spot spot, Place place, String what) {
        return spot.in(
                place,
                0,
                "the data itself is not finite: " + what + " " + spot.unit() + " of example " + spot.example() + " is "
                        + spot.value(),
                "replace what is missing, or leave the example out");
    }

    Divergence parameter(int l, String parameter, Matrix w, int index) {
        return new Divergence(
                Place.PARAMETER,
                l,
                index % w.rows() + 1,
                0,
                w.get(index),
                "the " + parameter + " of " + name(l) + " became NaN or infinite: " + at(w, index) + " is "
                        + w.get(index),
                Double.isFinite(startNorm)
                        ? "an update has made them so, since a gradient or a step was out of range (the norm of all"
                                + " parameters was " + figure(startNorm) + " at the start); " + SMALLER_RATE
                        : "they were so before the first step, since the norm of all parameters was " + startNorm
                                + " then; start with finite ones. What else helps: a smaller learning rate");
    }

    Divergence weightedInput(Spot spot, int l, Matrix inputs) {
        return spot.in(
                Place.WEIGHTED_INPUT,
                l,
                "the weighted input of " + name(l) + " is " + spot.inWords(),
                "its inputs reach " + figure(greatest(inputs)) + ", and " + growth());
    }

    Divergence activation(Spot spot, int l, double z) {
        return spot.in(
                Place.ACTIVATION,
                l,
                "the activation '" + sigma(l) + "' of " + name(l) + " for z = " + z + " gives " + spot.inWords(),
                "an activation gives a finite number for every finite z; mend it, or keep z where it does");
    }

    Divergence costOf(int example, double value, Matrix outputs) {
        int greatest = greatestPlace(outputs);
        int edge = edge(outputs);
        boolean isHuge = Math.abs(outputs.get(greatest)) > HUGE;
        int row = isHuge || edge < 0 ? greatest : edge;
        String cause = isHuge
                ? growth()
                : edge < 0
                        ? "a cost gives a finite number for finite outputs; mend it"
                        : "the logarithm of 0 is infinite, and so is what is divided by it; bound it in the cost, as"
                                + " log-likelihood and cross-entropy do, or take a smaller learning rate";
        return new Divergence(
                Place.COST,
                layers.size() + 1,
                row + 1,
                example,
                value,
                "the cost '" + cost.name() + "' of example " + example + " became NaN or infinite: it is " + value
                        + ", computed from finite outputs of layer " + layers.size() + ", of which output " + (row + 1)
                        + " is " + outputs.get(row),
                cause);
    }

    /** The first output that is exactly 0 or 1, whose logarithm or that of its complement is infinite; -1 if there is none. */
    private static int edge(Matrix outputs) {
        for (int row = 0; row < outputs.rows(); row++) {
            if (outputs.get(row) == 0 || outputs.get(row) == 1) {
                return row;
            }
        }
        return -1;
    }

    Divergence sumOfCosts(double sum) {
        return new Divergence(
                Place.COST,
                layers.size() + 1,
                0,
                0,
                sum,
                "the cost '" + cost.name() + "', summed over the mini-batch, is " + sum
                        + ", though that of each example is finite",
                growth());
    }

    Divergence errorOfOutputs(Spot spot, double z, double a) {
        return spot.in(
                Place.ERROR,
                layers.size(),
                "the error of " + name(layers.size()) + " is " + spot.inWords() + ", by the slope of the cost '"
                        + cost.name() + "' at an output of " + a + " and that of the activation '"
                        + sigma(layers.size()) + "' at z = " + z,
                MEND_SLOPE);
    }

    Divergence errorOnItsWay(Spot spot, int l, Matrix delta) {
        return spot.in(
                Place.ERROR,
                l,
                "the error of " + name(l) + " is " + spot.inWords() + ", on its way back through layer " + (l + 1),
                "the gradient explodes: the errors of layer " + (l + 1) + " reach " + figure(greatest(delta)) + ", and "
                        + growth());
    }

    Divergence slope(Spot spot, int l, double error, double z) {
        return spot.in(
                Place.ERROR,
                l,
                "the error of " + name(l) + " is " + spot.inWords() + ": the activation '" + sigma(l)
                        + "' makes that of " + error + " at z = " + z,
                MEND_SLOPE);
    }

    /** Of a gradient, for which the error of one example counts most; 0 if that is not known. */
    Divergence gradient(int l, String parameter, Matrix gradient, int index, int example) {
        return new Divergence(
                Place.GRADIENT,
                l,
                index % gradient.rows() + 1,
                example,
                gradient.get(index),
                "the gradient by the " + parameter + " of " + name(l) + " is " + gradient.get(index) + " in "
                        + at(gradient, index) + (example == 0 ? "" : ", most of all for example " + example),
                "the gradient explodes; " + growth());
    }

    Divergence estimator() {
        return new Divergence(
                Place.COST,
                layers.size() + 1,
                0,
                0,
                Double.NaN,
                "the gradient estimator gives a cost that is NaN or infinite, where a pass through the layers finds none",
                "look at the estimator");
    }

    private String growth() {
        double norm = Norm.of(layers.map(Layer::parameters));
        String why = norm > 1000 * startNorm ? "too large a learning rate lets parameters grow without end: " : "";
        return why + "the norm of all parameters is " + figure(norm) + ", at the start it was " + figure(startNorm)
                + "; " + SMALLER_RATE;
    }

    private String name(int l) {
        return "layer " + l + " (" + layers.get(l - 1).kind() + ")";
    }

    private String sigma(int l) {
        return layers.get(l - 1).activation().name();
    }

    private static String at(Matrix matrix, int index) {
        return "row " + (index % matrix.rows() + 1) + ", column " + (index / matrix.rows() + 1);
    }

    private static double greatest(Matrix matrix) {
        return Math.abs(matrix.get(greatestPlace(matrix)));
    }

    /** The place of the number that is farthest from 0. */
    static int greatestPlace(Matrix matrix) {
        int greatest = 0;
        for (int i = 0; i < matrix.size(); i++) {
            greatest = Math.abs(matrix.get(i)) > Math.abs(matrix.get(greatest)) ? i : greatest;
        }
        return greatest;
    }

    private static String figure(double number) {
        return String.format(Locale.ROOT, "%.3g", number);
    }
}
