package io.nabla.examples.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nabla.examples.Nn;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** {@code nn train} on MNIST itself. */
@EnabledIfEnvironmentVariable(
        named = "NN_MNIST",
        matches = ".+",
        disabledReason = "MNIST is not here: set NN_MNIST to the folder of its four files to run this test")
class RealMnistTest {
    @Test
    void oneEpochReadsNineOfTenDigits() throws IOException {
        Nn run = Nn.run(
                Map.of("NN_MNIST", System.getenv("NN_MNIST")),
                "train",
                "--epochs",
                "1",
                "--json",
                "--monitor",
                "test,validation");
        assertThat(run.err()).isEmpty();
        ObjectMapper mapper = new ObjectMapper();
        JsonNode started = mapper.readTree(run.lines().get(0));
        assertThat(started.get("dataOrigin").asText()).isEqualTo("NN_MNIST");
        assertThat(started.get("trainingSize").asInt()).isEqualTo(50_000);
        assertThat(started.get("validationSize").asInt()).isEqualTo(10_000);
        assertThat(started.get("testSize").asInt()).isEqualTo(10_000);
        JsonNode epoch = mapper.readTree(run.lines().get(1));
        assertThat(epoch.get("testCorrect").asInt()).isGreaterThan(8900);
        assertThat(epoch.get("validationCorrect").asInt()).isGreaterThan(8900);
        assertThat(epoch.get("validationTotal").asInt()).isEqualTo(10_000);
    }
}
