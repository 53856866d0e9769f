package io.nabla.examples.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nabla.activations.Sigmoid;
import io.nabla.api.Dataset;
import io.nabla.api.Kernels;
import io.nabla.api.Parameters;
import io.nabla.api.Precision;
import io.nabla.core.Fingerprint;
import io.nabla.core.Network;
import io.nabla.core.Trainer;
import io.nabla.core.kernels.CommonsMathKernels;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.kernels.ThreadedKernels;
import io.nabla.costs.QuadraticCost;
import io.nabla.optimizers.Sgd;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * The book's algorithm over some epochs, through the real trainer: 23 examples in mini-batches of 5, so the last has 3,
 * not shuffled.
 */
class SgdTrajectoryTest {
    private static final JsonNode ORACLE = Json.resource("sgd-trajectory.json");

    @Test
    void plainKernelsInDoubleGoTheSameWay() {
        assertEnd(trained(PlainKernels.of(Precision.DOUBLE)), Precision.DOUBLE);
    }

    @Test
    void plainKernelsInFloatGoTheSameWay() {
        assertEnd(trained(PlainKernels.of(Precision.FLOAT)), Precision.FLOAT);
    }

    @Test
    void commonsMathGoesTheSameWay() {
        assertEnd(trained(new CommonsMathKernels()), Precision.DOUBLE);
    }

    @Test
    void threadsGoTheSameWayToTheBit() {
        try (ThreadedKernels threads = new ThreadedKernels(PlainKernels.of(Precision.DOUBLE), 3)) {
            Network network = trained(threads);
            assertEnd(network, Precision.DOUBLE);
            assertThat(Fingerprint.sha256(network))
                    .isEqualTo(Fingerprint.sha256(trained(PlainKernels.of(Precision.DOUBLE))));
        }
    }

    private static Network trained(Kernels kernels) {
        Network network = OracleNetwork.build(kernels, ORACLE, new Sigmoid(), new Sigmoid());
        Dataset training = Dataset.of(rows("x"), rows("y"));
        Trainer.builder(new QuadraticCost(), new Sgd(ORACLE.get("eta").doubleValue()))
                .epochs(ORACLE.get("epochs").intValue())
                .miniBatchSize(ORACLE.get("mini_batch").intValue())
                .build()
                .train(network, training);
        return network;
    }

    private static double[][] rows(String key) {
        return StreamSupport.stream(ORACLE.get(key).spliterator(), false)
                .map(Json::numbers)
                .toArray(double[][]::new);
    }

    private static void assertEnd(Network network, Precision precision) {
        Kernels exact = PlainKernels.of(Precision.DOUBLE);
        for (int l = 0; l < network.layers().size(); l++) {
            Parameters parameters = network.layers().get(l).parameters();
            Near.assertMatrix(
                    "weights of layer " + (l + 1),
                    parameters.get("weights"),
                    1,
                    Json.matrix(exact, ORACLE.get("final_weights").get(l)),
                    precision);
            Near.assertMatrix(
                    "biases of layer " + (l + 1),
                    parameters.get("biases"),
                    1,
                    Json.column(exact, ORACLE.get("final_biases").get(l)),
                    precision);
        }
    }
}
