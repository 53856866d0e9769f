package io.nabla.core;

import io.nabla.api.ArraySequence;
import io.nabla.api.Cost;
import io.nabla.api.Dataset;
import io.nabla.api.EpochCompleted;
import io.nabla.api.Evaluation;
import io.nabla.api.GradientEstimator;
import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.MiniBatch;
import io.nabla.api.MiniBatchCompleted;
import io.nabla.api.Norm;
import io.nabla.api.Optimizer;
import io.nabla.api.Parameter;
import io.nabla.api.Parameters;
import io.nabla.api.Schedule;
import io.nabla.api.Sequence;
import io.nabla.api.TrainingFinished;
import io.nabla.api.TrainingListener;
import io.nabla.api.TrainingStarted;
import io.nabla.api.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trains a network by stochastic gradient descent: the book's {@code SGD} and {@code update_mini_batch}.
 *
 * <pre>{@code
 * TrainingHistory history = Trainer.builder(new QuadraticCost(), new Sgd(3.0))
 *         .epochs(30)
 *         .miniBatchSize(10)
 *         .shuffle(new PythonRandom(42))
 *         .monitor("test", test)
 *         .build()
 *         .train(network, training);
 * }</pre>
 *
 * <p>A trainer may train one network after another; what goes on between runs is the generator of the shuffle alone.
 */
public final class Trainer {
    private final TrainerBuilder settings;
    private final Evaluator evaluator;
    private final List<TrainingListener> listeners;

    Trainer(TrainerBuilder settings) {
        this.settings = settings;
        this.evaluator = new Evaluator(settings.cost, settings.regularizer, settings.metrics);
        this.listeners = List.copyOf(settings.listeners);
    }

    /** Begins the settings of a trainer with what has no default. */
    public static TrainerBuilder builder(Cost cost, Optimizer optimizer) {
        return new TrainerBuilder(cost, optimizer);
    }

    /**
     * Trains a network on all examples, in their own order until the first shuffle.
     *
     * @throws IllegalArgumentException if the data does not fit the network, or a layer leaves something to chance and no
     *     {@link TrainerBuilder#sampling} is set
     * @throws TrainingDivergedException if a cost, a gradient or a parameter becomes NaN or infinite
     */
    public TrainingHistory train(Network network, Dataset training) {
        return train(network, training, ExampleOrder.of(training.size()));
    }

    /**
     * Trains a network on the examples of an order, which goes on to be shuffled: a later run can continue it.
     *
     * @throws IllegalArgumentException if the data does not fit the network, or the order the data
     * @throws TrainingDivergedException if a cost, a gradient or a parameter becomes NaN or infinite
     */
    public TrainingHistory train(Network network, Dataset training, ExampleOrder order) {
        checkFit(network, training);
        return new Run(network, training, order, settings.keeper.isPresent()).toItsEnd();
    }

    /**
     * Goes on from a checkpoint, with the same bits as if the run had never been interrupted.
     *
     * <p>Only kernels and threads, listeners and what stops the run may be others than those with which it began. The history has the
     * epochs from before the checkpoint too; listeners are told of the further ones.
     *
     * @param network of the same layers; its numbers are overwritten by those of the checkpoint
     * @param training the same data
     * @throws IllegalArgumentException if the checkpoint is of another run; then the network may have some of its numbers
     * @throws TrainingDivergedException if a cost, a gradient or a parameter becomes NaN or infinite
     */
    public TrainingHistory resume(Network network, Dataset training, Checkpoint checkpoint) {
        checkFit(network, training);
        Run run = new Run(network, training, ExampleOrder.ofLengthOf(checkpoint, training.size()), true);
        run.restore(checkpoint);
        return run.toItsEnd();
    }

    private void checkFit(Network network, Dataset training) {
        Fit.check(network, training, settings.cost);
        settings.monitored.values().forEach(data -> Fit.check(network, data, settings.cost));
    }

    /** One network's way through the epochs: its gradient, its optimizer's state and the memory of a step. */
    private final class Run {
        private final Network network;
        private final Dataset training;
        private final ExampleOrder order;
        private final int miniBatches;
        private final int inputs;
        private final int targets;
        private final Sequence<Parameters> nabla;
        private final Sequence<List<Optimizer.Update>> updates;
        private final Schedule.Course schedule;
        private final Optional<BestEpoch> best;
        private final Progress progress;
        /** Empty if none are made. */
        private final Optional<Checkpoints> checkpoints;

        private final boolean leavesToChance;
        /** The layers of the step that was done last, as chance had them. */
        private Sequence<Layer> layers;

        private final Workspace workspace = new Workspace();

        Run(Network network, Dataset training, ExampleOrder order, boolean withCheckpoints) {
            this.network = network;
            this.training = training;
            this.order = order;
            this.miniBatches = (order.size() + settings.miniBatchSize - 1) / settings.miniBatchSize;
            this.inputs = training.inputs().size();
            this.targets = training.targets().size();
            this.nabla = network.zeroGradient();
            this.layers = network.layers();
            this.leavesToChance = Sampling.isNeeded(network.layers());
            if (leavesToChance && settings.sampling.isEmpty()) {
                throw Sampling.missing(network.layers());
            }
            ArraySequence<List<Optimizer.Update>> started = new ArraySequence<>();
            for (Layer layer : network.layers()) {
                List<Optimizer.Update> ofLayer = new ArrayList<>();
                for (Parameter parameter : layer.parameters()) {
                    ofLayer.add(
                            parameter.role().isLearned()
                                    ? settings.optimizer.start(parameter)
                                    : Optimizer.Update.stateless((w, nabla, m, pace) -> w.combine(1, -1.0 / m, nabla)));
                }
                started.add(ofLayer);
            }
            this.updates = started;
            this.schedule = settings.schedule.start((long) settings.epochs * miniBatches, miniBatches);
            this.best = settings.earlyStopping.map(rule -> new BestEpoch(rule, network));
            this.progress = new Progress(
                    miniBatches,
                    evaluator.table(settings.monitored.keySet()),
                    Norm.of(network.layers().map(Layer::parameters)));
            this.checkpoints = withCheckpoints ? Optional.of(checkpoints()) : Optional.empty();
        }

        /** Everything that the run remembers, so that it can be kept. */
        private Checkpoints checkpoints() {
            RunParts parts = new RunParts();
            parts.add("network", "the network", new NetworkState(network));
            parts.addUpdates(network, settings.optimizer, updates);
            parts.add("schedule", "the schedule '" + settings.schedule.name() + "'", schedule);
            settings.shuffle.ifPresent(random -> parts.add("shuffle", "the generator of the shuffle", random));
            settings.sampling
                    .filter(random -> leavesToChance)
                    .ifPresent(random -> parts.add("sampling", "the generator of sampling", random));
            parts.add("order", "the order of the examples", order);
            parts.add("progress", "the run", progress);
            best.ifPresent(kept -> parts.add("best", "early stopping", kept));
            return new Checkpoints(settings, network, parts, RunWords.of(settings, network, training, order), progress);
        }

        void restore(Checkpoint checkpoint) {
            checkpoints.orElseThrow().restore(checkpoint);
        }

        /** Trains epoch after epoch, as many as are wanted, or until there is no gain or somebody stops the run. */
        TrainingHistory toItsEnd() {
            checkpoints.ifPresent(Checkpoints::keep); // where none can be kept, that is seen before anybody is told
            listeners.forEach(l -> l.trainingStarted(new TrainingStarted(settings.epochs, order.size(), miniBatches)));
            List<EpochCompleted> epochs = progress.epochs();
            while (epochs.size() < settings.epochs && isWorthIt(epochs.size()) && epoch(epochs.size() + 1)) {
                EpochCompleted completed = epochs.get(epochs.size() - 1);
                listeners.forEach(l -> l.epochCompleted(completed));
                checkpoints.ifPresent(Checkpoints::keep);
            }
            checkpoints.ifPresent(Checkpoints::keep); // of a run that was stopped in the midst of an epoch
            boolean stopped = epochs.size() < settings.epochs;
            int kept = best.map(BestEpoch::putBack).orElse(epochs.size());
            listeners.forEach(l -> l.trainingFinished(new TrainingFinished(epochs.size(), stopped)));
            return new TrainingHistory(epochs, stopped, kept);
        }

        private boolean isWorthIt(int epochsDone) {
            return best.isEmpty() || best.get().goesOn(epochsDone);
        }

        /** Trains one epoch, or what a checkpoint has left of it; false if the run was stopped in it. */
        boolean epoch(int epoch) {
            progress.begin();
            for (int i = progress.miniBatches(); i < miniBatches; i++) {
                if (settings.stop.getAsBoolean()) {
                    return false;
                }
                if (i == 0) {
                    settings.shuffle.ifPresent(order::shuffle);
                }
                MiniBatch miniBatch = miniBatch(i * settings.miniBatchSize);
                double pace = pace();
                double cost = updateMiniBatch(miniBatch, pace);
                if (!Double.isFinite(cost)) {
                    throw new TrainingDivergedException(
                            epoch, i + 1, search(i, miniBatch).beforeUpdate(nabla));
                }
                progress.miniBatchCompleted(cost);
                MiniBatchCompleted event =
                        new MiniBatchCompleted(epoch, i + 1, miniBatches, miniBatch.size(), cost, pace);
                listeners.forEach(l -> l.miniBatchCompleted(event));
                if (i + 1 == miniBatches && !Finite.parameters(network.layers())) {
                    throw new TrainingDivergedException(
                            epoch, i + 1, search(i, miniBatch).afterUpdate(nabla));
                }
                if (i + 1 < miniBatches) {
                    checkpoints.ifPresent(Checkpoints::stepCompleted);
                }
            }
            double cost = progress.costs() / order.size();
            double seconds = progress.seconds();
            EpochCompleted event = new EpochCompleted(epoch, cost, evaluations(), seconds);
            schedule.epochCompleted(event);
            best.ifPresent(kept -> kept.epochCompleted(event));
            progress.epochCompleted(event);
            return true;
        }

        private MiniBatch miniBatch(int from) {
            int m = Math.min(settings.miniBatchSize, order.size() - from);
            // The gradient first: what it has put off is no longer wanted, and would be computed by the reset.
            for (Parameters ofLayer : nabla) {
                ofLayer.forEach(parameter -> parameter.value().clear());
            }
            workspace.reset();
            Matrix x = workspace.matrix(network.kernels(), inputs, m);
            Matrix y = workspace.matrix(network.kernels(), targets, m);
            training.copyExamples(order.indices(), from, x, y);
            return new MiniBatch(x, y, training.isWeighted() ? Optional.of(weights(from, m)) : Optional.empty());
        }

        private Matrix weights(int from, int m) {
            Matrix weights = workspace.matrix(network.kernels(), 1, m);
            for (int i = 0; i < m; i++) {
                weights.set(i, training.weight(order.indices()[from + i]));
            }
            return weights;
        }

        /** The factor on the learning rate of the next step. */
        private double pace() {
            double pace = schedule.pace(progress.steps());
            if (!(pace >= 0 && Double.isFinite(pace))) {
                throw new IllegalArgumentException("the schedule '" + settings.schedule.name() + "' gives step "
                        + (progress.steps() + 1) + " a pace of " + pace + "; a pace is finite and at least 0");
            }
            return pace;
        }

        /** Moves every parameter by one step: w ← w - (η/m)·∇w with plain gradient descent. Gives the cost before; NaN, and
         * then nothing is moved, if that or the gradient is not finite. Statistics move with η = 1. */
        private double updateMiniBatch(MiniBatch miniBatch, double pace) {
            int m = miniBatch.size();
            GradientEstimator estimator = settings.estimator;
            layers = leavesToChance
                    ? Sampling.of(network.layers(), settings.sampling.orElseThrow())
                    : Sampling.withoutChance(network.layers());
            double cost = estimator.estimate(layers, settings.cost, miniBatch, nabla);
            if (!Double.isFinite(cost) || !Finite.smallGradients(nabla)) {
                return Double.NaN;
            }
            addPenalty((double) m / order.size());
            settings.clipping.ifPresent(clipping -> clipping.clip(nabla, m));
            for (int l = 0; l < nabla.size(); l++) {
                Parameters parameters = network.layers().get(l).parameters();
                for (int i = 0; i < parameters.size(); i++) {
                    Parameter parameter = parameters.get(i);
                    updates.get(l)
                            .get(i)
                            .step(parameter.value(), nabla.get(l).get(i).value(), m, pace);
                    if (parameter.role() == Parameter.Role.WEIGHTS) {
                        settings.regularizer.limit(parameter.value());
                    }
                }
            }
            return cost;
        }

        /** Adds the mini-batch's share of the penalty to the gradient. */
        private void addPenalty(double share) {
            for (int l = 0; l < nabla.size(); l++) {
                Parameters parameters = network.layers().get(l).parameters();
                for (int i = 0; i < parameters.size(); i++) {
                    Parameter parameter = parameters.get(i);
                    if (parameter.role() == Parameter.Role.WEIGHTS) {
                        settings.regularizer.addGradient(
                                parameter.value(), share, nabla.get(l).get(i).value());
                    }
                }
            }
        }

        private Map<String, Evaluation> evaluations() {
            Map<String, Evaluation> evaluations = new LinkedHashMap<>();
            settings.monitored.forEach((name, data) -> evaluations.put(name, evaluator.evaluate(network, data)));
            return evaluations;
        }

        private DivergenceSearch search(int i, MiniBatch miniBatch) {
            int from = i * settings.miniBatchSize;
            return new DivergenceSearch(
                    layers, settings.cost, miniBatch, training, order.indices(), from, progress.startNorm());
        }
    }
}
