package io.nabla.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nabla.api.Catalog;
import io.nabla.api.EpochCompleted;
import io.nabla.api.Evaluation;
import io.nabla.api.Plugins;
import io.nabla.api.Schedule;
import io.nabla.api.ScheduleFactory;
import io.nabla.api.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What PyTorch's figures do not show: parts of epochs, the shortest runs, runs side by side, factories, and refusals. */
class SchedulesTest {
    private static final Catalog<ScheduleFactory> FACTORIES = Catalog.of(
            "schedule",
            List.of(
                    new ConstantPaceFactory(),
                    new StepDecayFactory(),
                    new ExponentialDecayFactory(),
                    new CosineDecayFactory(),
                    new LinearWarmUpFactory(),
                    new OneCycleFactory(),
                    new ReduceOnPlateauFactory()));
    private static final Plugins PLUGINS = new Plugins(
            Catalog.of("activation", List.of()),
            Catalog.of("cost", List.of()),
            Catalog.of("layer", List.of()),
            Catalog.of("optimizer", List.of()),
            FACTORIES,
            Catalog.of("clipping", List.of()),
            Catalog.of("regularizer", List.of()),
            Catalog.of("initializer", List.of()));

    static Stream<Arguments> settings() {
        return Stream.of(
                Arguments.of("constant", "", new ConstantPace()),
                Arguments.of("step", "every=30", new StepDecay(30, 0.1)),
                Arguments.of("step", "every=2 factor=0.5", new StepDecay(2, 0.5)),
                Arguments.of("exponential", "factor=0.95", new ExponentialDecay(0.95)),
                Arguments.of("cosine", "", new CosineDecay(0)),
                Arguments.of("cosine", "floor=0.1", new CosineDecay(0.1)),
                Arguments.of("linear-warm-up", "epochs=5", new LinearWarmUp(5, 1.0 / 3, new ConstantPace())),
                Arguments.of(
                        "linear-warm-up",
                        "epochs=0.5 start=0.01 then=cosine then-floor=0.1",
                        new LinearWarmUp(0.5, 0.01, new CosineDecay(0.1))),
                Arguments.of(
                        "linear-warm-up",
                        "epochs=1 then=linear-warm-up then-epochs=2 then-then=step then-then-every=3",
                        new LinearWarmUp(1, new LinearWarmUp(2, new StepDecay(3, 0.1)))),
                Arguments.of("one-cycle", "", new OneCycle(0.3, 25, 1e4)),
                Arguments.of("one-cycle", "up-share=0.5 start-divisor=2 end-divisor=3", new OneCycle(0.5, 2, 3)));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void settingsMakeThatSchedule(String name, String settings, Schedule expected) {
        assertThat(create(name, settings)).isEqualTo(expected);
        assertThat(expected.name()).isEqualTo(name);
        assertThatThrownBy(() -> create(name, settings + " eta=1")).hasMessageContaining("unknown setting 'eta'");
    }

    @Test
    void aPlateauIsOfTheCostOrOfAMetricAsSet() {
        Evaluation evaluation = new Evaluation(2, 0.5, Map.of("accuracy", 1.5));
        ReduceOnPlateau cost = (ReduceOnPlateau) create("reduce-on-plateau", "dataset=test");
        assertThat(cost.loss().applyAsDouble(evaluation)).isEqualTo(0.5);
        assertThat(List.of(cost.factor(), (double) cost.patience(), cost.leastGain(), cost.floor()))
                .containsExactly(0.1, 10.0, 0.0, 0.0);
        assertThat(cost.datasets()).containsExactly("test");
        ReduceOnPlateau metric = (ReduceOnPlateau) create(
                "reduce-on-plateau", "dataset=test metric=accuracy factor=0.5 patience=3 least-gain=0.01 floor=0.2");
        assertThat(metric.loss().applyAsDouble(evaluation)).isEqualTo(-0.75);
        assertThat(List.of(metric.factor(), (double) metric.patience(), metric.leastGain(), metric.floor()))
                .containsExactly(0.5, 3.0, 0.01, 0.2);
        ReduceOnPlateau error =
                (ReduceOnPlateau) create("reduce-on-plateau", "dataset=test metric=accuracy goal=least");
        assertThat(error.loss().applyAsDouble(evaluation)).isEqualTo(0.75);
        assertThat(ReduceOnPlateau.greatest("test", "accuracy", 0.5, 1).loss().applyAsDouble(evaluation))
                .isEqualTo(-0.75);
        assertThatThrownBy(() -> create("reduce-on-plateau", "dataset=test goal=great"))
                .hasMessage("'goal' is least or greatest, but got 'great'");
        assertThatThrownBy(() -> create("reduce-on-plateau", "")).hasMessageContaining("'dataset' is not set");
    }

    /** Half of three steps is two: t / 2 of the way, then the other schedule's epochs begin. */
    @Test
    void aWarmUpMayTakeAPartOfAnEpoch() {
        Schedule.Course course = new LinearWarmUp(0.5, 0.5, new StepDecay(1, 0.25)).start(12, 3);
        assertThat(LongStream.range(0, 9).mapToDouble(course::pace))
                .containsExactly(0.5, 0.75, 1.0, 1.0, 1.0, 0.25, 0.25, 0.25, 0.0625);
    }

    @Test
    void aWarmUpTellsWhatIsBehindIt() {
        Schedule warmUp = new LinearWarmUp(1, ReduceOnPlateau.leastCost("test", 0.5, 1));
        assertThat(warmUp.datasets()).containsExactly("test");
        Schedule.Course course = warmUp.start(3, 1);
        assertThat(course.pace(0)).isCloseTo(1.0 / 3, within(1e-15));
        course.epochCompleted(epoch(1));
        assertThat(course.pace(1)).isEqualTo(1);
        course.epochCompleted(epoch(1));
        assertThat(course.pace(2)).isEqualTo(0.5);
    }

    @Test
    void runsOfOneScheduleDoNotKnowOfEachOther() {
        Schedule schedule = ReduceOnPlateau.leastCost("test", 0.5, 1);
        Schedule.Course one = schedule.start(9, 1);
        one.epochCompleted(epoch(1));
        one.epochCompleted(epoch(1));
        assertThat(one.pace(2)).isEqualTo(0.5);
        assertThat(schedule.start(9, 1).pace(0)).isEqualTo(1);
    }

    /** Also where the epoch without a gain is only half of what the patience wants, and behind a warm-up. */
    @Test
    void aCourseGoesOnFromTheStateOfAnother() {
        for (Schedule schedule : List.of(
                ReduceOnPlateau.leastCost("test", 0.5, 2),
                new LinearWarmUp(2, ReduceOnPlateau.leastCost("test", 0.5, 2)))) {
            double[] costs = {3, 2, 2.5, 2, 1, 4, 1, 1, 1};
            for (int at = 0; at <= costs.length; at++) {
                Schedule.Course whole = schedule.start(9, 1);
                Schedule.Course resumed = schedule.start(9, 1);
                for (int epoch = 0; epoch < costs.length; epoch++) {
                    if (epoch == at) {
                        resumed.restore(whole.state().orElseThrow());
                    }
                    if (epoch >= at) {
                        assertThat(resumed.pace(epoch)).isEqualTo(whole.pace(epoch));
                        resumed.epochCompleted(epoch(costs[epoch]));
                    }
                    whole.epochCompleted(epoch(costs[epoch]));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void everyCourseSaysWhatItRemembers(String name, String settings, Schedule schedule) {
        assertThat(schedule.start(10, 2).state()).isPresent();
    }

    private static EpochCompleted epoch(double cost) {
        return new EpochCompleted(1, 0, Map.of("test", new Evaluation(1, cost, Map.of())), 0);
    }

    /** Where the way up has no step, or the run only one. */
    @Test
    void theShortestCyclesHaveAPaceInEveryStep() {
        for (int steps = 1; steps <= 12; steps++) {
            for (double upShare : new double[] {0, 0.25, 0.5, 0.99}) {
                Schedule.Course course = new OneCycle(upShare, 25, 1e4).start(steps, 1);
                for (int step = 0; step < steps; step++) {
                    assertThat(course.pace(step)).isBetween(1 / 25e4 - 1e-12, 1.0);
                }
                assertThat(course.pace(steps - 1)).as("the last step").isCloseTo(1 / 25e4, within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "step              | every=0                       | every is at least 1 epoch, but got 0",
                "step              | every=1 factor=0              | the factor is a number above 0 and at most 1, such as 0.1, but got 0.0",
                "exponential       | factor=1.5                    | the factor is a number above 0 and at most 1, such as 0.95, but got 1.5",
                "cosine            | floor=-0.1                    | the floor is a share of the learning rate, from 0 to 1, but got -0.1",
                "linear-warm-up    | epochs=0                      | a warm-up takes a finite number of epochs above 0, such as 5 or 0.5, but got 0.0",
                "linear-warm-up    | epochs=1 start=0              | the start is a number above 0 and at most 1, such as 0.1, but got 0.0",
                "one-cycle         | up-share=1                    | the share of the way up is at least 0 and below 1, such as 0.3, but got 1.0",
                "one-cycle         | start-divisor=0.5             | the start divisor is a finite number of at least 1, such as 25.0, but got 0.5",
                "one-cycle         | end-divisor=0                 | the end divisor is a finite number of at least 1, such as 10000.0, but got 0.0",
                "reduce-on-plateau | dataset=test factor=2         | the factor is a number above 0 and at most 1, such as 0.1, but got 2.0",
                "reduce-on-plateau | dataset=test patience=0       | the patience is at least 1 epoch, but got 0",
                "reduce-on-plateau | dataset=test least-gain=-0.5  | the least gain is a finite number of at least 0, but got -0.5",
                "reduce-on-plateau | dataset=test floor=2          | the floor is a share of the learning rate, from 0 to 1, but got 2.0",
            })
    void aNumberOutOfItsRangeIsRefused(String name, String settings, String message) {
        assertThatThrownBy(() -> create(name, settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static Schedule create(String name, String settings) {
        Map<String, String> values = new HashMap<>();
        for (String setting :
                settings.isBlank() ? new String[0] : settings.strip().split(" ", -1)) {
            String[] keyAndValue = setting.split("=", -1);
            values.put(keyAndValue[0], keyAndValue[1]);
        }
        return FACTORIES.get(name).create(Settings.of(values), PLUGINS);
    }
}
