package io.nabla.examples.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nabla.examples.DigitFiles;
import io.nabla.examples.Nn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** {@code nn book} as a user types it. */
class BookCommandTest {
    @TempDir
    private Path folder;

    /** Runs it where no MNIST is. */
    private Nn book(String... options) {
        return Nn.run(
                folder, Stream.concat(Stream.of("book"), Stream.of(options)).toArray(String[]::new));
    }

    private static List<JsonNode> events(Nn run) throws IOException {
        assertThat(run.code()).isZero();
        List<JsonNode> events = new ArrayList<>();
        for (String line : run.lines()) {
            events.add(new ObjectMapper().readTree(line));
        }
        return events;
    }

    private static void assertRefused(Nn run, String message) {
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("nn: ").contains(message));
    }

    @Test
    void withoutANameItListsThemAll() {
        Nn run = book();

        assertThat(run.code()).isZero();
        assertThat(run.lines())
                .hasSameSizeAs(Scenarios.all())
                .anySatisfy(line -> assertThat(line).startsWith("overfitting ").contains("learned by heart"));
    }

    @Test
    void listsThemForPrograms() throws IOException {
        assertThat(events(book("--json")))
                .extracting(event -> event.get("scenario").textValue())
                .isEqualTo(Scenarios.names());
    }

    @Test
    void printsTheAuthorsFiguresBesideOurs() {
        Nn run = book("single-neuron");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.lines())
                .contains("epoch   0/300  output 0.817574", "epoch 300/300  output 0.093956")
                .anySatisfy(line -> assertThat(line)
                        .startsWith("weight=0.6,bias=0.9")
                        .contains("epoch 300", "0.090000", "0.093956", "equal"));
    }

    @Test
    void jsonIsOneObjectALine() throws IOException {
        List<JsonNode> events = events(book("single-neuron", "--epochs", "20", "--json"));

        String kinds = "started epoch epoch epoch epoch epoch epoch compared compared finished";
        assertThat(events).extracting(event -> event.get("event").textValue()).containsExactly(kinds.split(" "));
        assertThat(events.get(0).get("scenario").textValue()).isEqualTo("single-neuron");
        assertThat(events.get(3).get("run").textValue()).isEqualTo("weight=0.6,bias=0.9");
        assertThat(events.get(3).get("epoch").intValue()).isEqualTo(20);
        assertThat(events.get(3).get("output").doubleValue()).isBetween(0.5, 0.8);
        assertThat(events.get(9).get("stopped").booleanValue()).isFalse();
    }

    @Test
    void anUnknownNameIsRefusedWithTheKnownOnes() {
        assertRefused(book("underfitting"), "no experiment named 'underfitting'; have [darkness, first, ");
    }

    @Test
    void noEpochsAreRefused() {
        assertRefused(book("single-neuron", "--epochs", "0"), "--epochs is at least 1, but got 0");
    }

    @Test
    void withoutMnistTheWayOutIsTold() {
        assertRefused(book("darkness"), "run 'nn download mnist'");
    }

    @Test
    void otherImagesThanMnistAreRefused() throws IOException {
        DigitFiles.write(folder, 20, 10);

        assertRefused(book("darkness", "--data", folder.toString()), "20 training");
    }

    @Test
    @EnabledIfEnvironmentVariable(
            named = "NN_MNIST",
            matches = ".+",
            disabledReason = "the book's figures are about MNIST: set NN_MNIST to a folder with its four files")
    void aTrainingScenarioTellsWhatItMeasures() throws IOException {
        Map<String, String> env = Map.of("NN_MNIST", System.getenv("NN_MNIST"));

        List<JsonNode> events = events(Nn.run(env, "book", "overfitting", "--epochs", "1", "--json"));

        JsonNode epoch = events.get(1);
        assertThat(epoch.get("run").textValue()).isEqualTo("overfitting");
        assertThat(epoch.get("testCorrect").isInt()).isTrue();
        assertThat(epoch.get("testCorrect").intValue()).isEqualTo(5887);
        assertThat(epoch.get("trainingCorrect").intValue()).isEqualTo(690);
        assertThat(epoch.get("testCost").doubleValue()).isBetween(2.07, 2.08);
        assertThat(epoch.get("trainingCost").doubleValue()).isBetween(1.84, 1.85);
        assertThat(events.get(2).get("event").textValue()).isEqualTo("compared");
        assertThat(events.get(2).get("published").intValue()).isEqualTo(5887);
    }
}
