package io.nabla.core;

import io.nabla.api.Activation;
import io.nabla.api.ArraySequence;
import io.nabla.api.Cost;
import io.nabla.api.Dataset;
import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.MiniBatch;
import io.nabla.api.Parameter;
import io.nabla.api.Parameters;
import io.nabla.api.Sequence;
import io.nabla.core.Divergence.Place;
import java.util.Optional;

/**
 * Goes through a training step once more, forth and back as {@link Backpropagation} does, to the first number that is not
 * finite.
 */
final class DivergenceSearch {
    private final Sequence<Layer> layers;
    private final Cost cost;
    private final MiniBatch miniBatch;
    private final Dataset training;
    private final int[] order;
    private final int from;
    private final DivergenceWords words;
    private final ArraySequence<Matrix> zs = new ArraySequence<>();
    private final ArraySequence<Matrix> activations = new ArraySequence<>();

    /**
     * A search.
     *
     * @param layers as chance had them in the step
     * @param training the data set
     * @param order in which its examples are met
     * @param from where in the order the mini-batch begins
     * @param startNorm the norm of all parameters when training began
     */
    DivergenceSearch(
            Sequence<Layer> layers,
            Cost cost,
            MiniBatch miniBatch,
            Dataset training,
            int[] order,
            int from,
            double startNorm) {
        this.layers = layers;
        this.cost = cost;
        this.miniBatch = miniBatch;
        this.training = training;
        this.order = order;
        this.from = from;
        this.words = new DivergenceWords(layers, cost, startNorm);
    }

    /** Looks through a step whose gradient has not moved the parameters. */
    Divergence beforeUpdate(Sequence<Parameters> nabla) {
        return data(miniBatch, from)
                .or(this::forward)
                .or(this::costOfOutputs)
                .or(this::backward)
                .or(() -> estimated(nabla))
                .orElseGet(words::estimator);
    }

    /** Looks for what moved a parameter out of range, after the update: the gradient, or the parameter itself. */
    Divergence afterUpdate(Sequence<Parameters> nabla) {
        return data(miniBatch, from)
                .or(() -> estimated(nabla))
                .or(this::parameters)
                .orElseThrow();
    }

    private Optional<Divergence> data(MiniBatch examples, int begin) {
        Optional<Divergence> input =
                Spot.first(examples.x(), order, begin).map(spot -> words.data(spot, Place.INPUT, "input"));
        return input.or(() -> Spot.first(examples.y(), order, begin)
                .map(spot -> words.data(spot, Place.WANTED_OUTPUT, "wanted output")));
    }

    /** All of the data: an activation that swallows NaN lets it come to weights, and be found when it is long past. */
    private Optional<Divergence> allData() {
        Optional<Divergence> found = Optional.empty();
        for (int begin = 0; found.isEmpty() && begin < order.length; begin += miniBatch.size()) {
            int m = Math.min(miniBatch.size(), order.length - begin);
            Matrix x = Matrix.zeros(miniBatch.x().kernels(), miniBatch.x().rows(), m);
            Matrix y = Matrix.zeros(miniBatch.y().kernels(), miniBatch.y().rows(), m);
            training.copyExamples(order, begin, x, y);
            found = data(new MiniBatch(x, y), begin);
        }
        return found;
    }

    private Optional<Divergence> parameters() {
        Optional<Divergence> found = Optional.empty();
        for (int l = 1; found.isEmpty() && l <= layers.size(); l++) {
            found = parameters(l);
        }
        return found;
    }

    private Optional<Divergence> parameters(int l) {
        for (Parameter parameter : layers.get(l - 1).parameters()) {
            int bad = Finite.firstOther(parameter.value());
            if (bad >= 0) {
                return allData().or(() -> Optional.of(words.parameter(l, parameter.name(), parameter.value(), bad)));
            }
        }
        return Optional.empty();
    }

    private Optional<Divergence> forward() {
        activations.add(miniBatch.x());
        for (int number = 1; number <= layers.size(); number++) {
            int l = number;
            Layer layer = layers.get(l - 1);
            Matrix inputs = activations.get(-1);
            Optional<Divergence> found = parameters(l);
            if (found.isPresent()) {
                return found;
            }
            Matrix z = layer.weightedInput(inputs);
            zs.add(z);
            found = first(z).map(spot -> words.weightedInput(spot, l, inputs));
            if (found.isPresent()) {
                return found;
            }
            Matrix a = layer.activation().apply(z);
            activations.add(a);
            found = first(a).map(spot -> words.activation(spot, l, z.get(spot.index())));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Divergence> costOfOutputs() {
        Matrix a = activations.get(-1);
        for (int column = 0; column < miniBatch.size(); column++) {
            Matrix outputs = a.columnCopy(column);
            double value = cost.value(outputs, miniBatch.y().columnCopy(column));
            if (!Double.isFinite(value)) {
                return Optional.of(words.costOf(example(column), value, outputs));
            }
        }
        double sum = miniBatch.cost(cost, a);
        return Double.isFinite(sum) ? Optional.empty() : Optional.of(words.sumOfCosts(sum));
    }

    private Optional<Divergence> backward() {
        Matrix z = zs.get(-1);
        Matrix a = activations.get(-1);
        Matrix delta = cost.delta(layers.get(-1).activation(), z, a, miniBatch.y());
        miniBatch.weigh(delta);
        Optional<Divergence> found =
                first(delta).map(spot -> words.errorOfOutputs(spot, z.get(spot.index()), a.get(spot.index())));
        for (int l = layers.size(); found.isEmpty() && l >= 1; l--) {
            found = gradient(l, delta);
            if (found.isEmpty() && l > 1) {
                Matrix error = layers.get(l - 1).backpropagate(delta, activations.get(l - 1));
                Activation sigma = layers.get(l - 2).activation();
                Matrix before = sigma.backward(error, zs.get(l - 2), activations.get(l - 1));
                found = errors(l - 1, delta, error, before);
                delta = before;
            }
        }
        return found;
    }

    /** The error on the activation of layer l, which came back from that of the layer behind, and δ of layer l. */
    private Optional<Divergence> errors(int l, Matrix behind, Matrix error, Matrix delta) {
        Optional<Divergence> onItsWay = first(error).map(spot -> words.errorOnItsWay(spot, l, behind));
        return onItsWay.or(() -> first(delta)
                .map(spot -> words.slope(
                        spot, l, error.get(spot.index()), zs.get(l - 1).get(spot.index()))));
    }

    private Optional<Divergence> gradient(int l, Matrix delta) {
        Layer layer = layers.get(l - 1);
        Parameters nabla = layer.parameters().zeros();
        layer.gradient(delta, activations.get(l - 1), nabla);
        return gradient(l, nabla, example(DivergenceWords.greatestPlace(delta) / delta.rows()));
    }

    /** A gradient that was estimated, looked through in the order in which it is found: from the last layer. */
    private Optional<Divergence> estimated(Sequence<Parameters> nabla) {
        Optional<Divergence> found = Optional.empty();
        for (int l = layers.size(); found.isEmpty() && l >= 1; l--) {
            found = gradient(l, nabla.get(l - 1), 0);
        }
        return found;
    }

    private Optional<Divergence> gradient(int l, Parameters nabla, int example) {
        for (Parameter parameter : nabla) {
            int bad = Finite.firstOther(parameter.value());
            if (bad >= 0) {
                return Optional.of(words.gradient(l, parameter.name(), parameter.value(), bad, example));
            }
        }
        return Optional.empty();
    }

    /** The number in the data set of the example in a column of the mini-batch. */
    private int example(int column) {
        return order[from + column] + 1;
    }

    private Optional<Spot> first(Matrix matrix) {
        return Spot.first(matrix, order, from);
    }
}
