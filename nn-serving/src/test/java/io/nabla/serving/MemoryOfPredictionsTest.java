package io.nabla.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import io.nabla.api.Precision;
import io.nabla.io.NetworkDescription;
import io.nabla.io.json.JsonReader;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MemoryOfPredictionsTest {
    private static final List<String> CLASSES = List.of("cat", "dog", "eel");
    private static final int MANY = 1_000_000;

    private static ThreadMXBean threads() {
        assumeTrue(
                ManagementFactory.getThreadMXBean() instanceof ThreadMXBean,
                "skipped: this JVM does not tell how much memory a thread takes");
        return (ThreadMXBean) ManagementFactory.getThreadMXBean();
    }

    private static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void aMillionPredictionsLeaveTheHeapWhereItWas(Precision precision) {
        ThreadMXBean threads = threads();
        ServedModel model =
                ServedModel.of(Models.model("3", 3, "softmax", precision, new Preprocessing.Pixels(), CLASSES, 1));
        PredictionHandle handle = model.handle();
        double[] x = {0.5, -1, 2};
        byte[] pixels = {1, 2, 3};
        double sum = predict(handle, x, pixels, 100_000);

        long heap = usedHeap();
        long before = threads.getCurrentThreadAllocatedBytes();
        sum += predict(handle, x, pixels, MANY);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(Double.isFinite(sum)).isTrue();
        assertThat(allocated).describedAs("bytes of " + MANY + " predictions").isLessThan(MANY / 10);
        assertThat(usedHeap() - heap).describedAs("more bytes in use").isLessThan(1 << 20);
    }

    private static double predict(PredictionHandle handle, double[] x, byte[] pixels, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            x[0] = i * 1e-6;
            sum += (i % 2 == 0 ? handle.predict(x) : handle.predict(pixels))[handle.best()];
        }
        return sum;
    }

    @Test
    void swappedModelsAreNotHeld() {
        LiveModel live = new LiveModel(Models.classifier(CLASSES, 1));
        PredictionHandle handle = live.handle();
        double[] x = {0.5, -1, 2};
        handle.predict(x);
        long heap = usedHeap();
        for (int seed = 2; seed < 300; seed++) {
            live.replace(large(seed));
            handle.predict(x);
        }
        live.replace(Models.classifier(CLASSES, 1));
        handle.predict(x);
        assertThat(usedHeap() - heap).describedAs("more bytes in use").isLessThan(1 << 20);
    }

    /** 300 kB of weights. */
    private static ServedModel large(int seed) {
        NetworkDescription description = NetworkDescription.of(JsonReader.parse("d", """
                {"inputs":3,"layers":[{"kind":"dense","units":5000,"activation":"relu"},\
                {"kind":"dense","units":3,"activation":"softmax"}]}"""));
        return ServedModel.of(Models.drawn(description, Precision.DOUBLE, new Preprocessing.Numbers(), CLASSES, seed));
    }
}
