package io.nabla.io;

import io.nabla.api.Matrix;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A module of a state dict: the tensors whose names are alike up to the last dot.
 *
 * @param name what stands before that dot; empty if there is none
 * @param tensors by what stands behind it
 */
record StateDictModule(String name, Map<String, TensorInfo> tensors) {
    private static final String COUNTER = "num_batches_tracked";
    private static final String BIAS = "bias";

    /** PyTorch's names of parameters, by the kinds of layers and the names that they have here. */
    private static final Map<String, Map<String, String>> NAMES = Map.of(
            "dense", Map.of("weights", "weight", "biases", BIAS),
            "convolution2d", Map.of("weights", "weight", "biases", BIAS),
            "embedding", Map.of("weights", "weight"),
            "layer-norm", Map.of("gamma", "weight", "beta", BIAS),
            "batch-norm",
                    Map.of(
                            "gamma", "weight",
                            "beta", BIAS,
                            "running-mean", "running_mean",
                            "running-variance", "running_var"),
            "gru",
                    Map.of(
                            "input-weights", "weight_ih_l0",
                            "recurrent-weights", "weight_hh_l0",
                            "input-biases", "bias_ih_l0",
                            "recurrent-biases", "bias_hh_l0"));

    /** The modules of a file, by the order of their first tensors. */
    static List<StateDictModule> of(List<TensorInfo> all) {
        Map<String, Map<String, TensorInfo>> modules = new LinkedHashMap<>();
        for (TensorInfo tensor : all) {
            int dot = tensor.name().lastIndexOf('.');
            String suffix = tensor.name().substring(dot + 1);
            if (!suffix.equals(COUNTER)) {
                modules.computeIfAbsent(tensor.name().substring(0, Math.max(0, dot)), name -> new LinkedHashMap<>())
                        .put(suffix, tensor);
            }
        }
        List<StateDictModule> list = new ArrayList<>();
        modules.forEach((name, tensors) -> list.add(new StateDictModule(name, tensors)));
        return list;
    }

    /** Whether its tensors are the parameters of a layer: all of them but maybe a bias, and no others. */
    boolean fits(LearningLayer layer) {
        Map<String, String> names = NAMES.getOrDefault(layer.kind(), Map.of());
        int found = 0;
        for (Map.Entry<String, Matrix> parameter : layer.parameters().entrySet()) {
            String suffix = names.get(parameter.getKey());
            TensorInfo tensor = suffix == null ? null : tensors.get(suffix);
            if (tensor == null && !BIAS.equals(suffix)) {
                return false;
            }
            if (tensor != null) {
                found++;
                if (!fits(tensor, layer, parameter.getValue())) {
                    return false;
                }
            }
        }
        return found == tensors.size();
    }

    private static boolean fits(TensorInfo tensor, LearningLayer layer, Matrix matrix) {
        List<Long> shape = tensor.shape();
        int first = isByColumns(layer) ? matrix.columns() : matrix.rows();
        int dimensions =
                matrix.columns() == 1 && shape.size() == 1 ? 1 : layer.kind().equals("convolution2d") ? 4 : 2;
        boolean isSquare = shape.size() < 4 || shape.get(2).equals(shape.get(3));
        return shape.size() == dimensions && isSquare && shape.get(0) == first && tensor.elements() == matrix.size();
    }

    /** A word's vector is a column here and a row there. */
    private static boolean isByColumns(LearningLayer layer) {
        return layer.kind().equals("embedding");
    }

    /** Copies its numbers into the layer that it fits. */
    void copyTo(LearningLayer layer, SafetensorsFile file) throws IOException {
        for (Map.Entry<String, Matrix> parameter : layer.parameters().entrySet()) {
            TensorInfo tensor = tensors.get(NAMES.get(layer.kind()).get(parameter.getKey()));
            if (tensor != null && isByColumns(layer)) {
                file.readColumns(tensor.name(), parameter.getValue());
            } else if (tensor != null) {
                file.readRows(tensor.name(), parameter.getValue());
            }
        }
    }

    /** What a message shows: {@code 'fc1' (weight [30, 784], bias [30])}. */
    @Override
    public String toString() {
        List<String> shapes = new ArrayList<>();
        tensors.forEach((suffix, tensor) -> shapes.add(suffix + " " + tensor.shape()));
        return SafetensorsHeader.quoted(name) + " (" + String.join(", ", shapes) + ")";
    }
}
