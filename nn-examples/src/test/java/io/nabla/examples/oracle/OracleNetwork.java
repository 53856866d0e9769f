package io.nabla.examples.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import io.nabla.api.Activation;
import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Parameters;
import io.nabla.core.Network;
import io.nabla.layers.Dense;

/** Builds the networks of the oracle's files. */
final class OracleNetwork {
    private OracleNetwork() {}

    static Network build(Kernels kernels, JsonNode file, Activation hidden, Activation output) {
        JsonNode sizes = file.get("sizes");
        Network.Builder builder = Network.builder(sizes.get(0).intValue()).kernels(kernels);
        for (int l = 1; l < sizes.size(); l++) {
            builder.layer(new Dense(sizes.get(l).intValue(), l < sizes.size() - 1 ? hidden : output));
        }
        Network network = builder.buildZeroed();
        for (int l = 0; l < network.layers().size(); l++) {
            Parameters parameters = network.layers().get(l).parameters();
            copy(Json.matrix(kernels, file.get("weights").get(l)), parameters.get("weights"));
            copy(Json.column(kernels, file.get("biases").get(l)), parameters.get("biases"));
        }
        return network;
    }

    private static void copy(Matrix from, Matrix to) {
        to.combine(0, 1, from);
    }
}
