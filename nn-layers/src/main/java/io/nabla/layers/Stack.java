package io.nabla.layers;

import io.nabla.api.Activation;
import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.LayerDescription;
import io.nabla.api.Matrix;
import io.nabla.api.Parameter;
import io.nabla.api.Parameters;
import io.nabla.api.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Layers one behind the other within another layer, F(a), each with its activation.
 *
 * <p>Their parameters, the very matrices, have the number of their layer before their names: {@code 1.weights}. What a layer's
 * {@code weightedInput} has found is not kept, so each way back goes forward first.
 */
final class Stack {
    private final List<Layer> layers;
    private final Parameters parameters;

    private Stack(List<Layer> layers, Parameters parameters) {
        this.layers = List.copyOf(layers);
        this.parameters = parameters;
    }

    /** Builds the layers, the first of which takes these inputs. */
    static Stack of(List<LayerDescription> descriptions, Shape inputs, Kernels kernels) {
        List<Layer> layers = new ArrayList<>();
        List<Parameter> parameters = new ArrayList<>();
        Shape shape = inputs;
        for (LayerDescription description : descriptions) {
            Layer layer;
            try {
                layer = description.build(shape, kernels);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "inner layer " + (layers.size() + 1) + " (" + description.kind() + ") cannot take " + shape
                                + " inputs: " + e.getMessage(),
                        e);
            }
            layers.add(layer);
            for (Parameter parameter : layer.parameters()) {
                parameters.add(renamed(parameter, layers.size() + "." + parameter.name(), parameter.value()));
            }
            shape = layer.outputs();
        }
        return new Stack(layers, Parameters.of(parameters.toArray(Parameter[]::new)));
    }

    Shape outputs() {
        return layers.get(layers.size() - 1).outputs();
    }

    Parameters parameters() {
        return parameters;
    }

    /** σ behind a parameter, in its own layer. */
    Activation activationBehind(Parameter parameter) {
        for (Layer layer : layers) {
            for (Parameter own : layer.parameters()) {
                if (own.value() == parameter.value()) {
                    return layer.activationBehind(own);
                }
            }
        }
        throw new IllegalArgumentException("no parameter named '" + parameter.name() + "' is in these layers");
    }

    boolean leavesToChance() {
        return layers.stream().anyMatch(Layer::leavesToChance);
    }

    /** The layers of one training step, each with a key of its own; this very stack, where none does otherwise. */
    Stack sample(long key) {
        List<Layer> samples = new ArrayList<>();
        boolean differs = false;
        for (int l = 0; l < layers.size(); l++) {
            samples.add(layers.get(l).sample(SplitMix64.number(key, l)));
            differs |= samples.get(l) != layers.get(l);
        }
        return differs ? new Stack(samples, parameters) : this;
    }

    /** F(a). */
    Matrix forward(Matrix a) {
        return Pass.through(layers, a).output();
    }

    /**
     * ∂C/∂a.
     *
     * @param error ∂C by what comes out, F(a)
     */
    Matrix backpropagate(Matrix error, Matrix a) {
        return layers.get(0).backpropagate(Pass.through(layers, a).deltas(error).get(0), a);
    }

    /** Adds to nabla, which has the form of {@link #parameters}, the derivatives by each parameter. */
    void gradient(Matrix error, Matrix a, Parameters nabla) {
        Pass pass = Pass.through(layers, a);
        List<Matrix> deltas = pass.deltas(error);
        for (int l = 0; l < layers.size(); l++) {
            layers.get(l).gradient(deltas.get(l), pass.inputs().get(l), part(nabla, l));
        }
    }

    /** The part of nabla that belongs to one layer, under the names that it knows. */
    private Parameters part(Parameters nabla, int l) {
        List<Parameter> part = new ArrayList<>();
        for (Parameter own : layers.get(l).parameters()) {
            part.add(renamed(own, own.name(), nabla.get((l + 1) + "." + own.name())));
        }
        return Parameters.of(part.toArray(Parameter[]::new));
    }

    private static Parameter renamed(Parameter parameter, String name, Matrix value) {
        return new Parameter(name, parameter.role(), value, parameter.fanIn(), parameter.fanOut());
    }

    /** What a listing shows: {@code dense 64 -> 64, relu; dense 64 -> 64, identity}. */
    @Override
    public String toString() {
        return layers.stream().map(Layer::toString).collect(Collectors.joining("; "));
    }

    /**
     * What one pass forward has found.
     *
     * @param inputs a of each layer, as it comes in
     * @param zs z of each layer
     * @param output a of the last layer
     */
    private record Pass(List<Layer> layers, List<Matrix> inputs, List<Matrix> zs, Matrix output) {
        static Pass through(List<Layer> layers, Matrix a) {
            List<Matrix> inputs = new ArrayList<>();
            List<Matrix> zs = new ArrayList<>();
            Matrix activation = a;
            for (Layer layer : layers) {
                inputs.add(activation);
                Matrix z = layer.weightedInput(activation);
                zs.add(z);
                activation = layer.activation().apply(z);
            }
            return new Pass(layers, inputs, zs, activation);
        }

        /** BP2 from the last layer to the first: δ of each, in their order. */
        List<Matrix> deltas(Matrix errorOnOutput) {
            ArrayList<Matrix> deltas = new ArrayList<>();
            Matrix error = errorOnOutput;
            for (int l = layers.size() - 1; l >= 0; l--) {
                Matrix a = l + 1 < layers.size() ? inputs.get(l + 1) : output;
                Matrix delta = layers.get(l).activation().backward(error, zs.get(l), a);
                deltas.add(0, delta);
                if (l > 0) {
                    error = layers.get(l).backpropagate(delta, inputs.get(l));
                }
            }
            return deltas;
        }
    }
}
