package io.nabla.benchmarks.quick;

import io.nabla.benchmarks.cli.Images;
import io.nabla.benchmarks.predictions.PredictionResult;

/** Shows each figure as soon as it is there. */
interface Report {
    /** First of all: what is measured, and with what. */
    void begin(Machine machine, Images images);

    /** A training was measured. */
    void trained(TrainingSpeed speed);

    /** Predictions were timed. */
    void predicted(PredictionResult result);
}
