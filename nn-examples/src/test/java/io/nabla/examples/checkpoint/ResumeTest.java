package io.nabla.examples.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.activations.Identity;
import io.nabla.activations.Relu;
import io.nabla.activations.Softmax;
import io.nabla.api.Dataset;
import io.nabla.api.Kernels;
import io.nabla.api.Optimizer;
import io.nabla.api.Precision;
import io.nabla.api.Schedule;
import io.nabla.core.Checkpoint;
import io.nabla.core.EarlyStopping;
import io.nabla.core.Fingerprint;
import io.nabla.core.Network;
import io.nabla.core.Trainer;
import io.nabla.core.TrainerBuilder;
import io.nabla.core.kernels.AvailableKernels;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.kernels.ThreadedKernels;
import io.nabla.core.random.NumpyRandom;
import io.nabla.core.random.PythonRandom;
import io.nabla.costs.LogLikelihoodCost;
import io.nabla.initializers.HeGaussian;
import io.nabla.io.CheckpointFile;
import io.nabla.layers.BatchNorm;
import io.nabla.layers.Dense;
import io.nabla.layers.Dropout;
import io.nabla.optimizers.Adadelta;
import io.nabla.optimizers.Adagrad;
import io.nabla.optimizers.Adam;
import io.nabla.optimizers.AdamW;
import io.nabla.optimizers.Momentum;
import io.nabla.optimizers.NAdam;
import io.nabla.optimizers.Nesterov;
import io.nabla.optimizers.RmsProp;
import io.nabla.optimizers.Sgd;
import io.nabla.schedules.ExponentialDecay;
import io.nabla.schedules.LinearWarmUp;
import io.nabla.schedules.OneCycle;
import io.nabla.schedules.ReduceOnPlateau;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs with dropout, batch-norm, any optimizer and schedule go on from a file, on other kernels and threads, with the same bits. */
class ResumeTest {
    private static final int EXAMPLES = 50;
    private static final int INPUTS = 6;
    private static final Dataset DATA = data(1, EXAMPLES);
    private static final Dataset VALIDATION = data(2, 20);

    @TempDir
    Path folder;

    private static Dataset data(int seed, int examples) {
        NumpyRandom random = new NumpyRandom(seed);
        double[][] inputs = new double[examples][INPUTS];
        int[] classes = new int[examples];
        for (int i = 0; i < examples; i++) {
            for (int j = 0; j < INPUTS; j++) {
                inputs[i][j] = random.nextGaussian();
            }
            classes[i] = inputs[i][0] > inputs[i][1] ? 0 : inputs[i][2] > 0 ? 1 : 2;
        }
        return Dataset.ofClasses(inputs, classes);
    }

    static Stream<Arguments> runs() {
        Schedule plateau = ReduceOnPlateau.leastCost("validation", 0.5, 1);
        List<Optimizer> optimizers = List.of(
                new Sgd(0.1),
                new Momentum(0.05),
                new Nesterov(0.05),
                new Adagrad(0.05),
                new RmsProp(0.01),
                new Adadelta(),
                new Adam(0.01),
                new AdamW(0.01),
                new NAdam(0.01));
        List<Schedule> schedules =
                List.of(plateau, new LinearWarmUp(1.5, plateau), new OneCycle(), new ExponentialDecay(0.9));
        List<Arguments> runs = new ArrayList<>();
        for (Precision precision : Precision.values()) {
            for (int i = 0; i < optimizers.size(); i++) {
                runs.add(Arguments.of(optimizers.get(i), schedules.get(i % schedules.size()), precision));
            }
        }
        return runs.stream();
    }

    private static Network network(Kernels kernels, int seed) {
        return Network.builder(INPUTS)
                .kernels(kernels)
                .layer(new Dense(16, new Identity()))
                .layer(new BatchNorm(new Relu()))
                .layer(new Dense(16, new Relu()))
                .layer(new Dropout(0.3))
                .layer(new Dense(3, new Softmax()))
                .build(new HeGaussian(), new NumpyRandom(seed));
    }

    private static TrainerBuilder trainer(Optimizer optimizer, Schedule schedule, int seed) {
        return Trainer.builder(new LogLikelihoodCost(), optimizer)
                .epochs(6)
                .miniBatchSize(8)
                .schedule(schedule)
                .monitor("validation", VALIDATION)
                .earlyStopping(EarlyStopping.leastCost("validation", 4))
                .shuffle(new PythonRandom(seed))
                .sampling(new NumpyRandom(seed));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void aRunGoesOnFromAFileWithTheSameBits(Optimizer optimizer, Schedule schedule, Precision precision)
            throws IOException {
        Network whole = network(PlainKernels.of(precision), 3);
        trainer(optimizer, schedule, 3).build().train(whole, DATA);

        List<Path> files = new ArrayList<>();
        trainer(optimizer, schedule, 3)
                .checkpoints(5, checkpoint -> files.add(written(checkpoint)))
                .build()
                .train(network(PlainKernels.of(precision), 3), DATA);
        // The beginning, the midst of an epoch, an epoch's end, and the end of the run.
        for (int at : new int[] {0, 1, 2, files.size() / 2, files.size() - 1}) {
            Checkpoint checkpoint = CheckpointFile.read(files.get(at)).checkpoint();
            try (ThreadedKernels others = new ThreadedKernels(new AvailableKernels().best(precision), 2)) {
                Network resumed = network(others, 4);
                trainer(optimizer, schedule, 4).build().resume(resumed, DATA, checkpoint);
                assertThat(Fingerprint.sha256(resumed))
                        .as("from step %d", checkpoint.steps())
                        .isEqualTo(Fingerprint.sha256(whole));
            }
        }
    }

    private Path written(Checkpoint checkpoint) {
        Path file = folder.resolve(String.valueOf(checkpoint.steps()));
        try {
            CheckpointFile.write(file, checkpoint, Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
