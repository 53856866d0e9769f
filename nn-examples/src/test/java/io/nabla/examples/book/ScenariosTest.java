package io.nabla.examples.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScenariosTest {
    @Test
    void allAreThereInTheBooksOrder() {
        assertThat(Scenarios.names())
                .containsExactly(
                        "darkness",
                        "first",
                        "wide",
                        "slow",
                        "diverging",
                        "single-neuron",
                        "overfitting",
                        "overfitting-full",
                        "regularized",
                        "regularized-full",
                        "more-data",
                        "weight-initialization-30",
                        "weight-initialization-100",
                        "multiple-eta",
                        "gradient-norms",
                        "chapter-5",
                        "conv1",
                        "conv2",
                        "conv2-relu",
                        "dropout");
        assertThat(Scenarios.named("wide")).isPresent();
        assertThat(Scenarios.named("broad")).isEmpty();
    }

    @Test
    void everyPublishedFigureIsOneThatIsReadOff() {
        for (Scenario scenario : Scenarios.all()) {
            assertThat(scenario.published()).as(scenario.name()).isNotEmpty();
            if (scenario instanceof TrainingScenario training) {
                for (Published published : training.published()) {
                    List<TrainingRun> runs = training.runs().stream()
                            .filter(run -> run.name().equals(published.run()))
                            .toList();
                    assertThat(runs).as("run of %s", published).hasSize(1);
                    assertThat(training.measures())
                            .as("measures of %s", scenario.name())
                            .contains(published.measure());
                    published
                            .epoch()
                            .ifPresent(epoch ->
                                    assertThat(epoch).isBetween(1, runs.get(0).epochs()));
                }
            }
        }
    }

    @Test
    void everySizeOfMoreDataHasAsManyStepsAndTheSameDecay() {
        TrainingScenario moreData = (TrainingScenario) Chapter3.moreData();

        assertThat(moreData.runs()).hasSize(9);
        for (TrainingRun run : moreData.runs()) {
            int size = run.slice().orElseThrow();
            assertThat((long) run.epochs() * size).isEqualTo(1_500_000);
            assertThat(run.lambda() / size).isEqualTo(0.0001);
        }
    }
}
