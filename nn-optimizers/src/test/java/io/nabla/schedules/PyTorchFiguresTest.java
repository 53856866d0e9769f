package io.nabla.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nabla.api.EpochCompleted;
import io.nabla.api.Evaluation;
import io.nabla.api.Schedule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Against PyTorch's schedulers with a learning rate of 1: what they have in each step is the pace. */
class PyTorchFiguresTest {
    private static final JsonNode FIGURES = figures();

    /** Each with the steps of an epoch: PyTorch's schedulers of epochs are asked for every epoch's first step. */
    static Stream<Arguments> schedules() {
        return Stream.of(
                Arguments.of("step_lr(step_size=3,gamma=0.1)", new StepDecay(3, 0.1), 7),
                Arguments.of("exponential_lr(gamma=0.9)", new ExponentialDecay(0.9), 4),
                Arguments.of("cosine_annealing_lr(T_max=20,eta_min=0)", new CosineDecay(), 1),
                Arguments.of("cosine_annealing_lr(T_max=20,eta_min=0.1)", new CosineDecay(0.1), 1),
                Arguments.of("one_cycle_lr(total_steps=20)", new OneCycle(), 1),
                Arguments.of(
                        "one_cycle_lr(total_steps=37,pct_start=0.25,div_factor=10,final_div_factor=100)",
                        new OneCycle(0.25, 10, 100),
                        1),
                Arguments.of(
                        "linear_lr(start=1/3,total_iters=4) then cosine_annealing_lr(T_max=16)",
                        new LinearWarmUp(4, new CosineDecay()),
                        1),
                Arguments.of(
                        "reduce_lr_on_plateau(factor=0.5,patience=1,threshold=0,abs)",
                        ReduceOnPlateau.leastCost("validation", 0.5, 2),
                        3),
                Arguments.of(
                        "reduce_lr_on_plateau(factor=0.5,patience=2,threshold=0.05,abs,min_lr=0.3)",
                        new ReduceOnPlateau("validation", Evaluation::cost, 0.5, 3, 0.05, 0.3),
                        3));
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void thePaceIsPyTorchsLearningRate(String figures, Schedule schedule, int stepsPerEpoch) {
        JsonNode expected = FIGURES.get(figures);
        Schedule.Course course = schedule.start((long) expected.size() * stepsPerEpoch, stepsPerEpoch);
        for (int i = 0; i < expected.size(); i++) {
            for (int step = i * stepsPerEpoch; step < (i + 1) * stepsPerEpoch; step++) {
                double pace = course.pace(step);
                assertThat(pace).as("step %d", step).isCloseTo(expected.get(i).asDouble(), within(1e-14));
            }
            course.epochCompleted(epoch(i));
        }
    }

    @Test
    void noFiguresAreLeftOut() {
        List<String> tested = schedules().map(row -> (String) row.get()[0]).toList();
        assertThat(FIGURES.fieldNames())
                .toIterable()
                .hasSameElementsAs(Stream.concat(tested.stream(), Stream.of("source", "losses"))
                        .toList());
    }

    /** The epoch with PyTorch's loss: it takes NaN, too. */
    private static EpochCompleted epoch(int i) {
        JsonNode loss = FIGURES.get("losses").path(i);
        double cost = loss.isNumber() ? loss.asDouble() : Double.NaN;
        return new EpochCompleted(i + 1, 0, Map.of("validation", new Evaluation(1, cost, Map.of())), 0);
    }

    private static JsonNode figures() {
        try (InputStream json = PyTorchFiguresTest.class.getResourceAsStream("schedules.json")) {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
