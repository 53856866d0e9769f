package io.nabla.io;

import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.core.Network;
import io.nabla.core.kernels.CommonsMathKernels;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.io.json.Json;
import io.nabla.io.json.JsonChoice;
import io.nabla.io.json.JsonList;
import io.nabla.io.json.JsonObject;
import io.nabla.io.json.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each layer of a network gave for a few inputs: read again, the network must give the same, bit for bit.
 *
 * @param exact whether it was computed with the bits that all kernels give but those that exist to be compared with
 * @param layers what each layer gave
 */
record Probes(boolean exact, List<LayerOutputs> layers) {
    /** The most inputs that are kept: to read a network may cost a few predictions, not more. */
    private static final int MOST = 8;

    /** The name of their inputs among the tensors, an example in a row. */
    static final String INPUTS = "probes.inputs";

    /** The name of the network's outputs for them among the tensors, an example in a row. */
    static final String OUTPUTS = "probes.outputs";

    private static final String EXACT = "exact";
    private static final String LAYERS = "layers";

    /** How far a reference that sums in another way may be off. */
    private static final double ROUNDING = 1e-6;

    Probes {
        layers = List.copyOf(layers);
    }

    /**
     * Lets the inputs pass through the network.
     *
     * @param x inputs × examples
     * @throws IllegalArgumentException if a layer does not take them, or gives NaN or infinity, naming the layer
     */
    static Probes of(Network network, Matrix x) {
        List<LayerOutputs> layers = new ArrayList<>();
        Matrix a = x;
        for (int l = 0; l < network.layers().size(); l++) {
            a = pass(network, l, a);
            layers.add(LayerOutputs.of(network.layers().get(l).kind(), a));
        }
        return new Probes(!network.kernels().name().equals(CommonsMathKernels.NAME), layers);
    }

    private static Matrix pass(Network network, int l, Matrix x) {
        Layer layer = network.layers().get(l);
        String name = "layer " + (l + 1) + ", " + layer.kind() + ",";
        Matrix a;
        try {
            a = layer.activation().apply(layer.weightedInput(x));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " does not take the probes: " + e.getMessage(), e);
        }
        for (int i = 0; i < a.size(); i++) {
            if (!Double.isFinite(a.get(i))) {
                throw new IllegalArgumentException(name + " gives " + a.get(i) + " as output " + (i % a.rows() + 1)
                        + " for probe " + (i / a.rows() + 1) + "; a network is saved only if its outputs for a few"
                        + " inputs are finite; give probes of its kind, or train it with smaller steps");
            }
        }
        return a;
    }

    /** How many inputs a network may have here: fewer if it is so wide that many would take much memory. */
    static int most(Network network) {
        return Math.min(MOST, ClaimedSize.mostExamples(network));
    }

    /** The inputs as a file has them: an example in a row, in floats where that loses nothing. */
    static NamedMatrix inputs(Matrix x) {
        boolean areFloats = true;
        for (int i = 0; i < x.size(); i++) {
            areFloats &= (float) x.get(i) == x.get(i);
        }
        Kernels kernels = areFloats ? PlainKernels.of(Precision.FLOAT) : x.kernels();
        return new NamedMatrix(INPUTS, Turned.of(x, kernels), false);
    }

    /** The network's outputs for the inputs as a file has them. */
    static NamedMatrix outputs(Network network, Matrix x) {
        return new NamedMatrix(OUTPUTS, Turned.of(network.feedforward(x)), false);
    }

    /** The digest of the network's outputs, which is that of their tensor. */
    String outputsSha256() {
        return layers.get(layers.size() - 1).sha256();
    }

    static Probes of(JsonObject json) {
        json.onlyKeys(EXACT, LAYERS);
        List<LayerOutputs> layers = json.get(LAYERS).asList().stream()
                .map(layer -> LayerOutputs.of(layer.asObject()))
                .toList();
        return new Probes(json.get(EXACT).asChoice(), layers);
    }

    JsonObject json() {
        Place place = Place.named("probes");
        List<Json> ofLayers = new ArrayList<>();
        layers.forEach(layer -> ofLayers.add(layer.json()));
        Map<String, Json> members = new LinkedHashMap<>();
        members.put(EXACT, new JsonChoice(place, exact));
        members.put(LAYERS, new JsonList(place, ofLayers));
        return new JsonObject(place, members);
    }

    /** The first layer that gives other outputs than it gave when it was saved, in words; nothing if no bit is other. */
    Optional<String> differenceFrom(Probes saved) {
        if (layers.size() != saved.layers.size()) {
            return Optional.of("the network has " + layers.size() + " layers, but its probes were saved with "
                    + saved.layers.size());
        }
        boolean sameArithmetic = exact == saved.exact;
        for (int l = 0; l < layers.size(); l++) {
            LayerOutputs now = layers.get(l);
            LayerOutputs then = saved.layers.get(l);
            Optional<String> difference = sameArithmetic ? now.differenceFrom(then) : now.farFrom(then, ROUNDING);
            if (difference.isPresent()) {
                return Optional.of("layer " + (l + 1) + ", " + now.kind() + ", " + difference.get());
            }
        }
        return Optional.empty();
    }
}
