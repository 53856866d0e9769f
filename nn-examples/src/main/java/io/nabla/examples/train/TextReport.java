package io.nabla.examples.train;

import io.nabla.api.EpochCompleted;
import io.nabla.api.Evaluation;
import io.nabla.core.TrainingDivergedException;
import io.nabla.examples.cli.Console;
import io.nabla.examples.cli.NetworkPlan;
import io.nabla.examples.cli.Seconds;
import io.nabla.examples.config.TrainingConfig;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A run for people: a line for each epoch. */
final class TextReport implements RunReport {
    private final Console console;
    private int epochs;
    private Score score;

    TextReport(Console console) {
        this.console = console;
    }

    @Override
    public void started(RunSettings settings) {
        TrainingConfig training = settings.config().training();
        NetworkPlan plan = settings.plan();
        epochs = training.epochs();
        score = Score.of(settings.data());
        console.result("data      " + settings.data());
        String sizes = NetworkPlan.sizes(settings.network()).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
        console.result("network   " + sizes + ": " + plan.layersText() + "; cost "
                + settings.config().network().cost().inWords() + ", initializer "
                + settings.config().network().initializer().inWords());
        console.result("training  " + epochs + (epochs == 1 ? " epoch" : " epochs") + ", mini-batch "
                + training.miniBatch() + ", " + settings.config().optimizer().inWords()
                + settings.config()
                        .schedule()
                        .map(schedule -> ", " + schedule.inWords())
                        .orElse("")
                + settings.config()
                        .clipping()
                        .map(rule -> ", clip " + rule.inWords())
                        .orElse("")
                + settings.config()
                        .regularizer()
                        .map(penalty -> ", " + penalty.inWords())
                        .orElse("") + ", seed " + training.seed());
        console.result("kernels   " + settings.arithmetic());
        settings.resumed()
                .ifPresent(checkpoint -> console.result("resumed   after " + checkpoint.epochs() + " epochs and "
                        + checkpoint.steps() + " mini-batches in all"));
    }

    @Override
    public void epoch(EpochCompleted epoch) {
        int width = String.valueOf(epochs).length();
        StringBuilder line = new StringBuilder(
                String.format(Locale.ROOT, "epoch %" + width + "d/%d  cost %s", epoch.epoch(), epochs, cost(epoch)));
        for (Map.Entry<String, Evaluation> measured : epoch.evaluations().entrySet()) {
            line.append("  ").append(measured.getKey()).append(' ').append(score.inWords(measured.getValue()));
        }
        console.result(
                line.append("  ").append(Seconds.inWords(epoch.seconds())).toString());
    }

    @Override
    public void finished(RunResult result) {
        String best = result.best()
                .map(epoch -> "best epoch " + epoch.epoch() + ": " + result.decisive() + " "
                        + score.inWords(epoch.evaluation(result.decisive().toString())) + "; ")
                .orElse("");
        int done = result.history().epochs().size();
        String end = result.history().stopped() ? "stopped after " + done + " of " + result.wanted() : "" + done;
        console.result(
                best + end + (result.wanted() == 1 ? " epoch in " : " epochs in ") + Seconds.inWords(result.seconds()));
        int kept = result.history().keptEpoch();
        if (kept != done) {
            console.result("the weights are those of epoch " + kept);
        }
        if (result.isInterrupted()) {
            result.checkpoints()
                    .ifPresent(folder -> console.result("checkpoint after " + folder.keptSteps() + " mini-batches in "
                            + folder + "; go on by: nn train --resume " + folder));
        }
        result.saved().ifPresent(file -> console.result("saved in " + file));
        console.result("weights sha256 " + result.weightsSha256());
    }

    @Override
    public void diverged(TrainingDivergedException e) {
        // Its message goes to stderr, as that of every error.
    }

    private static String cost(EpochCompleted epoch) {
        double cost = epoch.trainingCost();
        return String.format(Locale.ROOT, cost >= 0.001 && cost < 1e6 ? "%.4f" : "%.2e", cost);
    }
}
