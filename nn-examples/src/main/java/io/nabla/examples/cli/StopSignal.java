package io.nabla.examples.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and SIGTERM as a wish to stop: the work ends after its current step and still reports what it has.
 *
 * <pre>{@code
 * try (StopSignal stop = StopSignal.install()) {
 *     trainer.stopWhen(stop::isRequested);   // and everything else, the last line of output included
 * }
 * }</pre>
 */
public final class StopSignal implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stopAndWait, "nabla-stop");
    private volatile boolean requested;

    private StopSignal() {}

    /** Begins to listen for the signals. */
    public static StopSignal install() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    /** Whether the work is to stop. */
    public boolean isRequested() {
        return requested;
    }

    /** Asks the work to stop. */
    public void request() {
        requested = true;
    }

    /** The JVM ends when its hooks have ended: this one holds it until the work is done, but not for ever. */
    private void stopAndWait() {
        request();
        try {
            if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("nn: no end within " + PATIENCE_SECONDS + " s; stopped without a result");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The work is done, its output included. */
    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // The JVM ends already, and the hook, which waited for this, too.
        }
    }
}
