package io.nabla.benchmarks.epochs;

import io.nabla.benchmarks.cli.Images;
import io.nabla.benchmarks.cli.OpenKernels;
import io.nabla.benchmarks.measure.PeakMemory;
import io.nabla.benchmarks.workloads.Workload;
import io.nabla.core.Accuracy;
import io.nabla.core.Evaluator;
import io.nabla.core.Network;

/**
 * A training whose epochs are timed: shuffle and mini-batches inside, reading and evaluation outside.
 *
 * <p>It is one run of the trainer, so that the optimizer's state and the order of the examples go on from epoch to epoch.
 *
 * @param workload what is trained
 * @param epochs how many epochs, at least 1
 * @param seed where the start and the shuffle begin
 */
public record Training(Workload workload, int epochs, int seed) {
    /** Trains a new network. */
    public EpochResult run(Images images, OpenKernels kernels) {
        Network network = workload.network(kernels.kernels(), seed);
        Evaluator evaluator = new Evaluator(workload.cost());
        EpochTimes times =
                new EpochTimes(() -> evaluator.evaluate(network, images.test()).mean(Accuracy.NAME));
        workload.trainer(seed).epochs(epochs).listener(times).build().train(network, images.training());
        return new EpochResult(workload, kernels.variant(), times.spans(), times.accuracies(), PeakMemory.megabytes());
    }
}
