package io.nabla.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private static final String WIPE = "\r\u001b[K";

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong(-5);

    private ProgressBar bar(int columns) {
        return new ProgressBar(new PrintStream(err, true, StandardCharsets.UTF_8), columns, nanos::get);
    }

    private String written() {
        String text = err.toString(StandardCharsets.UTF_8);
        err.reset();
        return text;
    }

    private void pass(double seconds) {
        nanos.addAndGet((long) (seconds * 1e9));
    }

    @Test
    void itShowsHowFarTheJobIsAndHowLongItWillTake() {
        ProgressBar bar = bar(80);
        bar.start();
        pass(10);
        bar.show("epoch 3/30", 0.25);
        assertThat(written()).isEqualTo(WIPE + "epoch 3/30 [" + "#".repeat(7) + ".".repeat(23) + "]  25 %  30 s left");
    }

    @Test
    void itIsRedrawnAtMostTenTimesASecond() {
        ProgressBar bar = bar(80);
        bar.start();
        int drawings = 0;
        for (int i = 0; i < 2000; i++) {
            bar.show("epoch 1/1", i / 2000.0);
            drawings += written().isEmpty() ? 0 : 1;
            pass(0.001);
        }
        assertThat(drawings).isBetween(18, 20);
    }

    @Test
    void itNeverFillsTheLastColumn() {
        for (int columns = 20; columns < 120; columns++) {
            ProgressBar bar = bar(columns);
            bar.start();
            pass(1000);
            bar.show("train-images-idx3-ubyte from a mirror", 0.5);
            assertThat(written().substring(WIPE.length()).length()).isLessThan(columns);
        }
    }

    @Test
    void itIsWipedAwayOnce() {
        ProgressBar bar = bar(80);
        bar.start();
        bar.clear();
        assertThat(written()).isEmpty();
        bar.show("epoch 1/1", 0.1);
        written();
        bar.clear();
        bar.clear();
        assertThat(written()).isEqualTo(WIPE);
    }

    @Test
    void withoutATerminalThereIsNone() {
        ProgressBar bar = bar(0);
        bar.start();
        bar.show("epoch 1/1", 0.1);
        bar.clear();
        assertThat(written()).isEmpty();
    }

    @Test
    void anyOtherOutputWipesItAwayFirst() {
        PrintStream both = new PrintStream(err, true, StandardCharsets.UTF_8);
        Console console = new Console(both, both, Map.of(), 80);
        console.bar().start();
        console.bar().show("epoch 1/2", 0.5);
        written();
        console.result("epoch 1/2  cost 0.5");
        assertThat(written()).isEqualTo(WIPE + "epoch 1/2  cost 0.5" + System.lineSeparator());
    }
}
