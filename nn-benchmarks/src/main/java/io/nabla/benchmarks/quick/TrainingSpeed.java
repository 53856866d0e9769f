package io.nabla.benchmarks.quick;

import io.nabla.benchmarks.cli.Images;
import io.nabla.benchmarks.measure.Span;
import io.nabla.benchmarks.workloads.Workload;

/**
 * How fast a workload trained.
 *
 * @param workload what was trained
 * @param images how many images were learned while it was measured
 * @param span how long they took
 * @param learned how many images were learned in all, warming up included
 * @param accuracy the part of the test images that was right in the end
 */
record TrainingSpeed(Workload workload, long images, Span span, long learned, double accuracy) {
    /** Images learned in a second. */
    double imagesPerSecond() {
        return images / span.wall();
    }

    /** How long an epoch of MNIST's 50,000 images takes at this speed. */
    double epochSeconds() {
        return Images.EPOCH / imagesPerSecond();
    }
}
