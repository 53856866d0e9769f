package io.nabla.benchmarks.predictions;

import io.nabla.api.Dataset;
import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.benchmarks.cli.OpenKernels;
import io.nabla.benchmarks.measure.CallTimer;
import io.nabla.benchmarks.measure.Latency;
import io.nabla.benchmarks.workloads.Prediction;
import io.nabla.core.Network;
import io.nabla.core.Predictor;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Times predictions: call i gets test image i, and after the last one the first again.
 *
 * @param timer how long it measures
 * @param test the images
 * @param seed where the network's numbers begin
 */
public record PredictionTimes(CallTimer timer, Dataset test, int seed) {
    /** How many images are many. */
    public static final int MANY = 1024;

    /** Times a network's predictions. */
    public PredictionResult of(Prediction prediction, OpenKernels kernels) {
        Network network = prediction.network(kernels.kernels(), seed);
        Predictor predictor = network.predictor();
        Latency one = timer.time(single(predictor, inputs(kernels.kernels(), test.size())));
        Matrix many = inputs(kernels.kernels(), MANY);
        Latency batch = timer.time(i -> predictor.predict(many).get(0));
        return new PredictionResult(prediction, network.toString(), kernels.variant(), one, batch);
    }

    /** One image after another, each an array of its own as a caller would have it. */
    private static IntToDoubleFunction single(Predictor predictor, Matrix images) {
        int n = images.columns();
        int pixels = images.rows();
        if (images.precision() == Precision.DOUBLE) {
            double[][] rows = IntStream.range(0, n)
                    .mapToObj(i -> Arrays.copyOfRange(images.doubles(), i * pixels, (i + 1) * pixels))
                    .toArray(double[][]::new);
            return i -> predictor.predict(rows[i % n])[0];
        }
        float[][] rows = IntStream.range(0, n)
                .mapToObj(i -> Arrays.copyOfRange(images.floats(), i * pixels, (i + 1) * pixels))
                .toArray(float[][]::new);
        return i -> predictor.predict(rows[i % n])[0];
    }

    private Matrix inputs(Kernels kernels, int count) {
        Matrix x = Matrix.zeros(kernels, test.inputs().size(), count);
        Matrix y = Matrix.zeros(kernels, test.targets().size(), count);
        int n = test.size();
        test.copyExamples(IntStream.range(0, count).map(i -> i % n).toArray(), 0, x, y);
        return x;
    }
}
