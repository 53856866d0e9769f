package io.nabla.io;

import io.nabla.api.Kernels;
import io.nabla.api.Plugins;
import io.nabla.api.Precision;
import io.nabla.core.Network;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads what PyTorch calls a state dict, out of a safetensors file: the weights of modules, {@code fc1.weight} and {@code fc1.bias}, for a
 * network that is described elsewhere.
 *
 * <pre>{@code
 * Network network = StateDictFile.read(path, description, Map.of(), plugins, precision -> new AvailableKernels().best(precision));
 * }</pre>
 *
 * <p>Read are the tensors of {@code Linear}, {@code Conv2d}, {@code BatchNorm}, {@code LayerNorm}, {@code Embedding} and {@code GRU} of one layer,
 * for dense, convolution2d, batch-norm, layer-norm, embedding and gru. Weights stand there as outputs × inputs, filters as filters ×
 * channels × height × width. A bias that is not there is zero; counters of mini-batches are passed over.
 *
 * <p>A module goes to the layer that its tensors fit. Where several fit, they go in the order of their names, numbers in them by their
 * value: {@code fc2} comes before {@code fc10}. Names that differ in more than numbers tell no order; then they must be
 * given, by the number of the layer, and in a residual layer also that of the inner one: {@code {"1": "hidden", "4.2": "gate"}}.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/notes/serialization.html">PyTorch, saving and loading tensors</a>
 */
public final class StateDictFile {
    private StateDictFile() {}

    /**
     * Reads a network.
     *
     * @param names of modules by the numbers of their layers; those of other layers are found
     * @param plugins where layers and activations are looked up
     * @param kernels gives the arithmetic: for floats, unless a tensor is of doubles
     * @throws ModelFormatException if the file is damaged, or a tensor has numbers that are NaN or infinite
     * @throws IllegalArgumentException if the description is of no network, or its layers and the modules do not fit each other
     * @throws IOException if the file cannot be read
     */
    public static Network read(
            Path file,
            NetworkDescription description,
            Map<String, String> names,
            Plugins plugins,
            Function<Precision, Kernels> kernels)
            throws IOException {
        try (SafetensorsFile tensors = SafetensorsFile.open(file)) {
            boolean areDoubles = tensors.tensors().stream().anyMatch(tensor -> tensor.type() == TensorType.F64);
            Network network =
                    description.buildZeroed(plugins, kernels.apply(areDoubles ? Precision.DOUBLE : Precision.FLOAT));
            List<LearningLayer> layers = LearningLayer.of(description, network);
            Map<LearningLayer, StateDictModule> modules =
                    ModuleChoice.chosen(layers, StateDictModule.of(tensors.tensors()), names);
            for (LearningLayer layer : layers) {
                modules.get(layer).copyTo(layer, tensors);
            }
            return network;
        }
    }
}
