package io.nabla.examples.book;

import io.nabla.costs.CrossEntropyCost;
import io.nabla.examples.book.TrainingScenario.Occasion;
import io.nabla.initializers.ScaledGaussian;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The experiments of chapter 5 with {@code network2.py}: more hidden layers do not help by themselves.
 *
 * <p>The author gives the accuracies as what one gets "or thereabouts", without a seed; we take that of chapter 3.
 */
final class Chapter5 {
    private static final String PLACE = "chapter 5, The vanishing gradient problem";

    private Chapter5() {}

    /** One to four hidden layers of 30: 96.48, 96.90, 96.57 and 96.53 percent of the validation images. */
    static Scenario deeper() {
        int[] validationCorrect = {9648, 9690, 9657, 9653};
        List<Scenario.OnMnist> parts = IntStream.rangeClosed(1, validationCorrect.length)
                .<Scenario.OnMnist>mapToObj(count -> part(count, validationCorrect[count - 1]))
                .toList();
        return new Series("chapter-5", PLACE, "one to four hidden layers of 30: deeper is hardly better", parts);
    }

    private static TrainingScenario part(int count, int validationCorrect) {
        int[] hidden = new int[count];
        Arrays.fill(hidden, 30);
        String run = count == 1 ? "1 hidden layer" : count + " hidden layers";
        return new TrainingScenario(
                "chapter-5",
                PLACE,
                run,
                TrainingScenario.sigmoids(hidden),
                new ScaledGaussian(),
                new CrossEntropyCost(),
                Scenarios.SEED,
                Set.of(Measure.VALIDATION_CORRECT),
                Occasion.EACH_EPOCH,
                List.of(TrainingRun.onAll(run, Start.AS_BUILT, 0.1, 5, 30)),
                List.of(Published.after(30, run, Measure.VALIDATION_CORRECT, validationCorrect)
                        .noting("the author's start is not known")));
    }
}
