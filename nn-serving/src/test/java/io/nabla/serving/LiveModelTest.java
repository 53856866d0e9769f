package io.nabla.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.core.random.NumpyRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LiveModelTest {
    private static final List<String> CLASSES = List.of("cat", "dog", "eel");
    private static final int THREADS = 64;
    private static final int SWAPS = 1_000;
    private static final int EXAMPLES = 16;

    private static double[][] examples() {
        NumpyRandom random = new NumpyRandom(9);
        double[][] x = new double[EXAMPLES][3];
        for (double[] one : x) {
            Arrays.setAll(one, i -> random.nextGaussian());
        }
        return x;
    }

    /** What a model says of each example, by the network's own way. */
    private static double[][] answers(ServedModel model, double[][] x) {
        double[][] answers = new double[x.length][CLASSES.size()];
        for (int i = 0; i < x.length; i++) {
            Matrix a = model.network().feedforward(Matrix.column(model.network().kernels(), x[i]));
            Arrays.setAll(answers[i], a::get);
        }
        return answers;
    }

    @Test
    @Timeout(300)
    void everyAnswerIsThatOfOneModelWhileTheyAreSwapped() throws Exception {
        ServedModel first = Models.classifier(CLASSES, 1);
        ServedModel second = Models.classifier(CLASSES, 2);
        double[][] x = examples();
        double[][] ofFirst = answers(first, x);
        double[][] ofSecond = answers(second, x);
        LiveModel live = new LiveModel(first);
        AtomicBoolean isOver = new AtomicBoolean();
        AtomicLong predicted = new AtomicLong();
        CountDownLatch started = new CountDownLatch(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<int[]>> counts = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                counts.add(threads.submit(predicting(live, x, ofFirst, ofSecond, isOver, started, predicted)));
            }
            started.await();
            for (int swap = 0; swap < SWAPS; swap++) {
                ServedModel next = swap % 2 == 0 ? second : first;
                assertThat(live.replace(next)).isSameAs(next == first ? second : first);
                long seen = predicted.get();
                while (predicted.get() == seen && counts.stream().noneMatch(Future::isDone)) {
                    Thread.onSpinWait(); // so that somebody predicts with each; a thread that has failed is done
                }
            }
            isOver.set(true);
            int[] all = new int[2];
            for (Future<int[]> count : counts) {
                all[0] += count.get()[0];
                all[1] += count.get()[1];
            }
            assertThat(all[0]).isPositive();
            assertThat(all[1]).isPositive();
            assertThat(all[0] + all[1]).isGreaterThanOrEqualTo(SWAPS);
        } finally {
            isOver.set(true);
            threads.shutdownNow();
        }
    }

    /** How often an answer was the first model's and the second's. */
    private static Callable<int[]> predicting(
            LiveModel live,
            double[][] x,
            double[][] ofFirst,
            double[][] ofSecond,
            AtomicBoolean isOver,
            CountDownLatch started,
            AtomicLong predicted) {
        return () -> {
            PredictionHandle handle = live.handle();
            int[] count = new int[2];
            started.countDown();
            for (int i = 0; !isOver.get(); i = (i + 1) % EXAMPLES) {
                double[] answer = handle.predict(x[i]);
                if (Arrays.equals(answer, ofFirst[i])) {
                    count[0]++;
                } else if (Arrays.equals(answer, ofSecond[i])) {
                    count[1]++;
                } else {
                    throw new AssertionError(Arrays.toString(answer) + " is neither " + Arrays.toString(ofFirst[i])
                            + " nor " + Arrays.toString(ofSecond[i]));
                }
                predicted.incrementAndGet();
                Thread.yield(); // the one that swaps would wait long for its turn among so many
            }
            return count;
        };
    }

    @Test
    @Timeout(300)
    void oneModelServesAnyNumberOfThreads() throws Exception {
        ServedModel model = Models.classifier(CLASSES, 1);
        double[][] x = examples();
        double[][] wanted = answers(model, x);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Boolean>> agree = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                agree.add(threads.submit(() -> {
                    boolean same = true;
                    for (int i = 0; i < 1_000; i++) {
                        double[] outputs = model.predict(x[i % EXAMPLES]).outputs().stream()
                                .mapToDouble(output -> output)
                                .toArray();
                        same &= Arrays.equals(outputs, wanted[i % EXAMPLES]);
                    }
                    return same;
                }));
            }
            for (Future<Boolean> one : agree) {
                assertThat(one.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aHandleNoticesTheNewModelAtItsNextPrediction() {
        ServedModel first = Models.classifier(CLASSES, 1);
        ServedModel second = ServedModel.of(
                Models.model("3", 3, "softmax", Precision.FLOAT, new Preprocessing.Numbers(), CLASSES, 2));
        LiveModel live = new LiveModel(first);
        PredictionHandle handle = live.handle();
        double[][] x = examples();
        assertThat(handle.predict(x[0])).isEqualTo(answers(first, x)[0]);
        assertThat(live.replace(second)).isSameAs(first);
        assertThat(handle.model()).isSameAs(first);
        assertThat(handle.predict(x[0])).isEqualTo(answers(second, x)[0]);
        assertThat(handle.model()).isSameAs(second);
        Matrix inDoubles = Matrix.column(first.network().kernels(), x[1]);
        assertThat(handle.predict(inDoubles).get(2)).isEqualTo(answers(second, x)[1][2]);
    }

    @Test
    void aModelOfOtherInputsOrOutputsIsRefused() {
        ServedModel inUse = Models.classifier(CLASSES, 1);
        LiveModel live = new LiveModel(inUse);
        Preprocessing numbers = new Preprocessing.Numbers();
        assertRefused(
                live,
                ServedModel.of(Models.model("4", 3, "softmax", Precision.DOUBLE, numbers, CLASSES, 1)),
                "the model in use takes 3 inputs, but the new one 4; start a service of its own for it");
        assertRefused(
                live,
                ServedModel.of(Models.model("3", 2, "softmax", Precision.DOUBLE, numbers, List.of(), 1)),
                "the model in use gives 3 outputs, but the new one 2; start a service of its own for it");
        assertRefused(
                live,
                Models.classifier(List.of("cat", "eel", "dog"), 1),
                "the model in use tells apart [cat, dog, eel], but the new one [cat, eel, dog]; start a service of its own"
                        + " for it");
        assertRefused(
                live,
                ServedModel.of(
                        Models.model("3", 3, "softmax", Precision.DOUBLE, new Preprocessing.Pixels(), CLASSES, 1)),
                "the model in use takes numbers, but the new one images; start a service of its own for it");
        assertThat(live.current()).isSameAs(inUse);
    }

    private static void assertRefused(LiveModel live, ServedModel next, String message) {
        assertThatThrownBy(() -> live.replace(next))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
