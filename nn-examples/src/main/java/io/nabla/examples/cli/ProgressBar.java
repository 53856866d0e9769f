package io.nabla.examples.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * One line at the bottom of a terminal that shows how far a job is and how long it will take; silent elsewhere.
 *
 * <pre>{@code
 * bar.start();
 * bar.show("epoch 3/30", 0.08);   // epoch 3/30 [##..........................]   8 %  41 s left
 * bar.clear();
 * }</pre>
 */
public final class ProgressBar {
    private static final long REDRAW_NANOS = 100_000_000;
    private static final int MAX_CELLS = 30;
    private static final String WIPE = "\r\u001b[K";

    private final PrintStream err;
    private final int columns;
    private final LongSupplier nanoTime;
    private long started;
    private long drawn;
    private boolean everDrawn;
    private boolean visible;

    ProgressBar(PrintStream err, int columns, LongSupplier nanoTime) {
        this.err = err;
        this.columns = columns;
        this.nanoTime = nanoTime;
    }

    /** Starts the clock of a new job. */
    public void start() {
        started = nanoTime.getAsLong();
        everDrawn = false;
    }

    /**
     * Shows how far the job is; called often, it draws at most ten times a second.
     *
     * @param fraction from 0 to 1
     */
    public void show(String label, double fraction) {
        if (columns == 0) {
            return;
        }
        long now = nanoTime.getAsLong();
        if (everDrawn && now - drawn < REDRAW_NANOS) {
            return;
        }
        drawn = now;
        everDrawn = true;
        visible = true;
        err.print(WIPE + line(label, Math.max(0, Math.min(fraction, 1)), (now - started) * 1e-9));
        err.flush();
    }

    /** Wipes the bar away. */
    public void clear() {
        if (visible) {
            visible = false;
            err.print(WIPE);
            err.flush();
        }
    }

    private String line(String label, double fraction, double seconds) {
        String figures = String.format(Locale.ROOT, " %3d %%", (int) (100 * fraction));
        if (fraction > 0 && seconds >= 0.5) {
            figures += "  " + Seconds.roughly(Math.ceil(seconds * (1 - fraction) / fraction)) + " left";
        }
        // The last column stays free: some terminals go to the next line when it is written.
        int cells = Math.min(MAX_CELLS, columns - 1 - label.length() - figures.length() - 3);
        if (cells < 5) {
            String text = label + figures;
            return text.substring(0, Math.min(text.length(), columns - 1));
        }
        int full = (int) (cells * fraction);
        return label + " [" + "#".repeat(full) + ".".repeat(cells - full) + "]" + figures;
    }
}
