package io.nabla.core;

import io.nabla.api.Clipping;
import io.nabla.api.Cost;
import io.nabla.api.Dataset;
import io.nabla.api.GradientEstimator;
import io.nabla.api.Metric;
import io.nabla.api.Optimizer;
import io.nabla.api.Regularizer;
import io.nabla.api.Schedule;
import io.nabla.api.TrainingListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/** The settings of a {@link Trainer}, each with the default that its method tells. */
public final class TrainerBuilder {
    final Cost cost;
    final Optimizer optimizer;
    final List<Metric> metrics = new ArrayList<>(List.of(new Accuracy()));
    final List<TrainingListener> listeners = new ArrayList<>();
    final Map<String, Dataset> monitored = new LinkedHashMap<>();
    Regularizer regularizer = new NoPenalty();
    Schedule schedule = new NoSchedule();
    Optional<Clipping> clipping = Optional.empty();
    GradientEstimator estimator = new Backpropagation();
    Optional<RandomGenerator> shuffle = Optional.empty();
    Optional<RandomGenerator> sampling = Optional.empty();
    BooleanSupplier stop = () -> false;
    Optional<EarlyStopping> earlyStopping = Optional.empty();
    Optional<CheckpointKeeper> keeper = Optional.empty();
    int checkpointSteps;
    int epochs = 1;
    int miniBatchSize = 10;

    TrainerBuilder(Cost cost, Optimizer optimizer) {
        this.cost = Objects.requireNonNull(cost, "cost");
        this.optimizer = Objects.requireNonNull(optimizer, "optimizer");
    }

    private TrainerBuilder(TrainerBuilder other) {
        this(other.cost, other.optimizer);
        metrics.clear();
        metrics.addAll(other.metrics);
        listeners.addAll(other.listeners);
        monitored.putAll(other.monitored);
        regularizer = other.regularizer;
        schedule = other.schedule;
        clipping = other.clipping;
        estimator = other.estimator;
        shuffle = other.shuffle;
        sampling = other.sampling;
        stop = other.stop;
        earlyStopping = other.earlyStopping;
        keeper = other.keeper;
        checkpointSteps = other.checkpointSteps;
        epochs = other.epochs;
        miniBatchSize = other.miniBatchSize;
    }

    /** How often every example is learned; 1 unless set. */
    public TrainerBuilder epochs(int number) {
        this.epochs = positive("epochs", number);
        return this;
    }

    /** m, the examples in a mini-batch; 10 unless set. With more than there are examples, all are one mini-batch. */
    public TrainerBuilder miniBatchSize(int m) {
        this.miniBatchSize = positive("mini-batch size", m);
        return this;
    }

    /** Shuffles the examples before each epoch; without this they stay in their order. */
    public TrainerBuilder shuffle(RandomGenerator random) {
        this.shuffle = Optional.of(random);
        return this;
    }

    /**
     * Where layers that leave something to chance, such as dropout, get their keys from: in each step one number for each
     * layer of the network. Networks with such layers need it.
     */
    public TrainerBuilder sampling(RandomGenerator random) {
        this.sampling = Optional.of(random);
        return this;
    }

    /** Adds a penalty on weights; none unless set. */
    public TrainerBuilder regularizer(Regularizer penalty) {
        this.regularizer = Objects.requireNonNull(penalty, "penalty");
        return this;
    }

    /** Changes the learning rate in the course of the run; it stays the optimizer's unless set. */
    public TrainerBuilder schedule(Schedule learningRate) {
        this.schedule = Objects.requireNonNull(learningRate, "learningRate");
        return this;
    }

    /** Cuts gradients that are too large, such as by their norm; they stay as they are unless set. */
    public TrainerBuilder clip(Clipping rule) {
        this.clipping = Optional.of(rule);
        return this;
    }

    /** How the gradient is found; by {@link Backpropagation} unless set. */
    public TrainerBuilder estimator(GradientEstimator gradientEstimator) {
        this.estimator = Objects.requireNonNull(gradientEstimator, "gradientEstimator");
        return this;
    }

    /** Measures the network on this data after each epoch, under this name. */
    public TrainerBuilder monitor(String name, Dataset data) {
        if (monitored.putIfAbsent(Objects.requireNonNull(name, "name"), Objects.requireNonNull(data, "data")) != null) {
            throw new IllegalArgumentException("a data set named '" + name + "' is monitored already");
        }
        return this;
    }

    /** What to measure beside the cost; the {@link Accuracy} unless set. */
    public TrainerBuilder metrics(Metric... chosen) {
        metrics.clear();
        metrics.addAll(List.of(chosen));
        return this;
    }

    /** Tells a listener what happens. */
    public TrainerBuilder listener(TrainingListener listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
        return this;
    }

    /** Ends the run, with what was learned so far, once the condition holds; it is asked before each mini-batch. */
    public TrainerBuilder stopWhen(BooleanSupplier condition) {
        this.stop = Objects.requireNonNull(condition, "condition");
        return this;
    }

    /**
     * Ends the run once a monitored data set shows no gain any more, and then puts back the weights of the best epoch, also where all
     * epochs were done or the run was stopped.
     */
    public TrainerBuilder earlyStopping(EarlyStopping rule) {
        this.earlyStopping = Optional.of(rule);
        return this;
    }

    /**
     * Makes a checkpoint at the beginning, at the end of each epoch and where the run is stopped; none is made unless set.
     *
     * <p>{@link Trainer#resume} goes on from it with the same bits. Everything that remembers something must then say what: the
     * optimizer's updates, the schedule's course and the generators ({@link io.nabla.api.Stateful}).
     *
     * @param checkpointKeeper is handed them
     */
    public TrainerBuilder checkpoints(CheckpointKeeper checkpointKeeper) {
        this.keeper = Optional.of(checkpointKeeper);
        return this;
    }

    /**
     * Makes such checkpoints, and one after every so many steps too: a crash loses no more of them.
     *
     * @param everySteps how many mini-batches, counted over the whole run; at least 1
     */
    public TrainerBuilder checkpoints(int everySteps, CheckpointKeeper checkpointKeeper) {
        this.checkpointSteps = positive("the steps from one checkpoint to the next", everySteps);
        return checkpoints(checkpointKeeper);
    }

    /**
     * A trainer with these settings; later changes of the builder do not reach it.
     *
     * @throws IllegalArgumentException if early stopping or the schedule asks for a data set that is not monitored
     */
    public Trainer build() {
        earlyStopping.ifPresent(rule -> requireMonitored("early stopping", rule.dataset()));
        schedule.datasets().forEach(dataset -> requireMonitored("the schedule '" + schedule.name() + "'", dataset));
        return new Trainer(new TrainerBuilder(this));
    }

    private void requireMonitored(String who, String dataset) {
        if (!monitored.containsKey(dataset)) {
            throw new IllegalArgumentException(
                    who + " watches data set '" + dataset + "', which is not monitored; have " + monitored.keySet());
        }
    }

    private static int positive(String what, int number) {
        if (number < 1) {
            throw new IllegalArgumentException(what + " is at least 1, but got " + number);
        }
        return number;
    }
}
