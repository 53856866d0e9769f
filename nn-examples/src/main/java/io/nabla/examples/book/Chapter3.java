package io.nabla.examples.book;

import static io.nabla.examples.book.Measure.TEST_CORRECT;
import static io.nabla.examples.book.Measure.TEST_COST;
import static io.nabla.examples.book.Measure.TRAINING_CORRECT;
import static io.nabla.examples.book.Measure.TRAINING_COST;
import static io.nabla.examples.book.Measure.VALIDATION_CORRECT;

import io.nabla.costs.CrossEntropyCost;
import io.nabla.examples.book.TrainingScenario.Occasion;
import io.nabla.initializers.ScaledGaussian;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The experiments of chapter 3 with {@code network2.py}: cross-entropy cost, the scaled start where no other is named, and
 * the author's own seed.
 *
 * <p>The published figures are those of the book's repository, mnielsen/neural-networks-and-deep-learning (MIT licence): the
 * JSON file of the same name in its folder {@code fig}. Each scenario follows the Python script there that wrote the file.
 */
final class Chapter3 {
    private static final int ALL = 50_000;
    private static final String OVERFITTING = "chapter 3, Overfitting and regularization";
    private static final String INITIALIZATION = "chapter 3, Weight initialization";
    private static final String OTHER_TECHNIQUES = "chapter 3, Other techniques for regularization";
    private static final String HYPERPARAMETERS = "chapter 3, How to choose a neural network's hyper-parameters?";
    private static final String ROUNDING_GROWS = "rounding grows over the epochs";

    private Chapter3() {}

    /** Figures "Cost on the training data" to "Accuracy (%) on the training data": the training set is learned by heart. */
    static Scenario overfitting() {
        String name = "overfitting";
        return overfitting(
                name,
                "1,000 images are learned by heart: the training cost falls on, the test accuracy does not rise",
                TrainingRun.onFirst(1_000, name, Start.DRAWN_LARGE, 0.5, 0, 400),
                List.of(
                        Published.after(1, name, TEST_CORRECT, 5887),
                        Published.after(1, name, TEST_COST, 2.076277232332908),
                        Published.after(20, name, TEST_CORRECT, 8107),
                        Published.after(20, name, TEST_COST, 1.2284082512336671),
                        Published.after(400, name, TRAINING_CORRECT, 1000),
                        Published.after(400, name, TRAINING_COST, 0.0042016444290295845),
                        Published.after(400, name, TEST_CORRECT, 8223),
                        Published.after(400, name, TEST_COST, 1.7731493757222807)));
    }

    /** The same figures with λ = 0.1: the test accuracy goes on rising. */
    static Scenario regularized() {
        String name = "regularized";
        return overfitting(
                name,
                "the same 1,000 images with L2 regularization: the test accuracy goes on rising",
                TrainingRun.onFirst(1_000, name, Start.DRAWN_LARGE, 0.5, 0.1, 400),
                List.of(
                        Published.after(1, name, TEST_CORRECT, 5898),
                        Published.after(1, name, TEST_COST, 2.1903999605374445),
                        Published.after(20, name, TEST_CORRECT, 8163),
                        Published.after(20, name, TEST_COST, 1.2735961691755695),
                        Published.after(400, name, TRAINING_CORRECT, 1000),
                        Published.after(400, name, TRAINING_COST, 0.1153905733766095),
                        Published.after(400, name, TEST_CORRECT, 8695),
                        Published.after(400, name, TEST_COST, 0.8910413169859033)));
    }

    /** Figure "Accuracy on the test data, accuracy on the training data": with 50,000 images there is less overfitting. */
    static Scenario overfittingFull() {
        String name = "overfitting-full";
        return overfitting(
                name,
                "all 50,000 images: much less overfitting",
                TrainingRun.onFirst(ALL, name, Start.DRAWN_LARGE, 0.5, 0, 30),
                List.of(
                        Published.after(1, name, TEST_CORRECT, 9136),
                        Published.after(1, name, TEST_COST, 0.5613559005863086),
                        Published.after(1, name, TRAINING_CORRECT, 45708),
                        Published.after(1, name, TRAINING_COST, 0.559945885825547),
                        Published.after(30, name, TEST_CORRECT, 9531).noting(ROUNDING_GROWS),
                        Published.after(30, name, TRAINING_CORRECT, 48932).noting(ROUNDING_GROWS)));
    }

    /** The same figure with λ = 5: more is right, and training and test accuracy are nearer to each other. */
    static Scenario regularizedFull() {
        String name = "regularized-full";
        return overfitting(
                name,
                "all 50,000 images with L2 regularization: the best so far",
                TrainingRun.onFirst(ALL, name, Start.DRAWN_LARGE, 0.5, 5, 30),
                List.of(
                        Published.after(1, name, TEST_CORRECT, 9212),
                        Published.after(1, name, TEST_COST, 4.307279191865604),
                        Published.after(1, name, TRAINING_CORRECT, 45919),
                        Published.after(1, name, TRAINING_COST, 1.2925405259017666),
                        Published.best(name, TEST_CORRECT, 9649),
                        Published.after(30, name, TRAINING_CORRECT, 48235)));
    }

    private static Scenario overfitting(String name, String title, TrainingRun run, List<Published> published) {
        return scenario(
                name,
                OVERFITTING,
                title,
                30,
                EnumSet.of(TEST_COST, TEST_CORRECT, TRAINING_COST, TRAINING_CORRECT),
                Occasion.EACH_EPOCH,
                List.of(run),
                published);
    }

    /** Figure "Classification accuracy", old against new approach, 30 hidden neurons: the scaled start learns faster. */
    static Scenario weightInitialization30() {
        return weightInitialization(
                30,
                List.of(
                        Published.after(1, "default", VALIDATION_CORRECT, 9270),
                        Published.after(30, "default", VALIDATION_CORRECT, 9650),
                        Published.after(1, "large", VALIDATION_CORRECT, 8643),
                        Published.after(30, "large", VALIDATION_CORRECT, 9637)));
    }

    /** The same figure with 100 hidden neurons. */
    static Scenario weightInitialization100() {
        return weightInitialization(
                100,
                List.of(
                        Published.after(1, "default", VALIDATION_CORRECT, 9295),
                        Published.after(30, "default", VALIDATION_CORRECT, 9781),
                        Published.after(1, "large", VALIDATION_CORRECT, 8994),
                        Published.after(30, "large", VALIDATION_CORRECT, 9742)));
    }

    private static Scenario weightInitialization(int hidden, List<Published> published) {
        return scenario(
                "weight-initialization-" + hidden,
                INITIALIZATION,
                "weights of N(0,1)/sqrt(fan-in) learn faster than those of N(0,1): " + hidden + " hidden neurons",
                hidden,
                Set.of(VALIDATION_CORRECT),
                Occasion.EACH_EPOCH,
                List.of(
                        TrainingRun.onAll("default", Start.AS_BUILT, 0.1, 5, 30),
                        TrainingRun.onAll("large", Start.DRAWN_LARGE, 0.1, 5, 30)),
                published);
    }

    /** Figure "Accuracy (%) on the validation data" by training set size, each with as many steps as the greatest. */
    static Scenario moreData() {
        int[] sizes = {100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, ALL};
        int[] validationCorrect = {6909, 7637, 8529, 8885, 9127, 9324, 9489, 9585, 9597};
        List<TrainingRun> runs = new ArrayList<>();
        List<Published> published = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            int size = sizes[i];
            int epochs = 1_500_000 / size;
            String run = "size=" + size;
            runs.add(TrainingRun.onFirst(size, run, Start.DRAWN_LARGE, 0.5, size * 0.0001, epochs));
            published.add(Published.after(epochs, run, VALIDATION_CORRECT, validationCorrect[i]));
        }
        return scenario(
                "more-data",
                OTHER_TECHNIQUES,
                "the more training images, the better",
                30,
                Set.of(VALIDATION_CORRECT),
                Occasion.END_OF_RUN,
                runs,
                published);
    }

    /** Figure "Cost" by three learning rates: one too small, one right, one too great. */
    static Scenario multipleEta() {
        String chaotic = "eta = 2.5 is chaotic: rounding changes its curve";
        return scenario(
                "multiple-eta",
                HYPERPARAMETERS,
                "three learning rates: too small, right, too great",
                30,
                Set.of(TRAINING_COST),
                Occasion.EACH_EPOCH,
                List.of(
                        TrainingRun.onAll("eta=0.025", Start.AS_BUILT, 0.025, 5, 30),
                        TrainingRun.onAll("eta=0.25", Start.NEW_NETWORK, 0.25, 5, 30),
                        TrainingRun.onAll("eta=2.5", Start.NEW_NETWORK, 2.5, 5, 30)),
                List.of(
                        Published.after(1, "eta=0.025", TRAINING_COST, 0.87809508908378),
                        Published.after(30, "eta=0.025", TRAINING_COST, 0.3391998088023035),
                        Published.after(1, "eta=0.25", TRAINING_COST, 0.49501954654296704),
                        Published.after(30, "eta=0.25", TRAINING_COST, 0.33879633130932685),
                        Published.after(1, "eta=2.5", TRAINING_COST, 0.9248929330510212)
                                .noting(chaotic),
                        Published.after(30, "eta=2.5", TRAINING_COST, 0.8606850171349092)
                                .noting(chaotic)));
    }

    private static Scenario scenario(
            String name,
            String place,
            String title,
            int hidden,
            Set<Measure> measures,
            Occasion occasion,
            List<TrainingRun> runs,
            List<Published> published) {
        return new TrainingScenario(
                name,
                place,
                title,
                TrainingScenario.sigmoids(hidden),
                new ScaledGaussian(),
                new CrossEntropyCost(),
                Scenarios.SEED,
                measures,
                occasion,
                runs,
                published);
    }
}
