package io.nabla.benchmarks.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.nabla.activations.Sigmoid;
import io.nabla.api.Precision;
import io.nabla.core.Network;
import io.nabla.core.Predictor;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.random.NumpyRandom;
import io.nabla.initializers.LargeGaussian;
import io.nabla.layers.Dense;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PredictionMemoryTest {
    private static final int PREDICTIONS = 10_000;

    @ParameterizedTest
    @EnumSource
    void predictionsAllocateNothingOnceTheMemoryIsThere(Precision precision) {
        Predictor predictor = Network.builder(20)
                .kernels(PlainKernels.of(precision))
                .layer(new Dense(30, new Sigmoid()))
                .layer(new Dense(10, new Sigmoid()))
                .build(new LargeGaussian(), new NumpyRandom(1))
                .predictor();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        double[] x = new double[20];
        double sum = predictor.predict(x)[0];
        long before = threads.getThreadAllocatedBytes(self);
        for (int i = 0; i < PREDICTIONS; i++) {
            x[i % 20] = i;
            sum += predictor.predict(x)[0];
        }
        // Less than a byte a prediction: what the test itself and the compiler's work on this thread may need.
        assertThat(threads.getThreadAllocatedBytes(self) - before).isLessThan(PREDICTIONS);
        assertThat(sum).isFinite();
    }
}
