package io.nabla.core.kernels;

import io.nabla.api.RangeLoop;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that wait for the pieces of one loop after another, and the caller that does a piece itself.
 *
 * <p>A waiting thread turns around for a moment before it sleeps: a step of training has its next loop ready within microseconds,
 * and waking a thread takes longer than that. Where there are more threads than processors they sleep at once.
 */
final class Team {
    private static final int TURNS = 20_000;
    /** How long a caller sleeps at a time when the others are late, in nanoseconds. */
    private static final long NAP = 20_000;

    private final Thread[] members;
    private final int turns;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicInteger missing = new AtomicInteger();
    private final AtomicInteger round = new AtomicInteger();
    private volatile boolean closed;

    // Written before a round begins, read by the members after it.
    private RangeLoop loop;
    private int from;
    private int to;
    private volatile Throwable failure;

    /** Starts the members: as many as there are to be threads, but for the caller. */
    Team(int threads) {
        turns = threads > Runtime.getRuntime().availableProcessors() ? 1 : TURNS;
        members = new Thread[threads - 1];
        for (int i = 0; i < members.length; i++) {
            int piece = i;
            members[i] = new Thread(() -> serve(piece), "nabla-kernels-" + (i + 1));
            members[i].setDaemon(true);
            members[i].start();
        }
    }

    /**
     * Does a loop, each thread a piece of the range; returns when all are done.
     *
     * <p>While the team works for another caller, or is closed, the caller does all of it.
     */
    void run(RangeLoop wanted, int first, int last) {
        if (closed || members.length == 0 || last - first < 2 || !busy.compareAndSet(false, true)) {
            wanted.run(first, last);
            return;
        }
        try {
            loop = wanted;
            from = first;
            to = last;
            failure = null;
            missing.set(members.length);
            round.incrementAndGet();
            for (Thread member : members) {
                LockSupport.unpark(member);
            }
            Throwable own = runPiece(members.length);
            // All pieces end before this returns, also where one failed: nobody writes to the result afterwards.
            for (int turn = 0; missing.get() > 0; turn++) {
                if (turn < turns) {
                    Thread.onSpinWait();
                } else {
                    LockSupport.parkNanos(NAP);
                }
            }
            loop = null;
            rethrow(own != null ? own : failure);
        } finally {
            busy.set(false);
        }
    }

    private void serve(int piece) {
        int seen = 0;
        while (true) {
            int turn = 0;
            while (round.get() == seen && !closed) {
                if (turn++ < turns) {
                    Thread.onSpinWait();
                } else {
                    LockSupport.park(this);
                }
            }
            if (closed) {
                return;
            }
            seen = round.get();
            Throwable thrown = runPiece(piece);
            if (thrown != null) {
                failure = thrown;
            }
            missing.decrementAndGet();
        }
    }

    private Throwable runPiece(int piece) {
        int pieces = members.length + 1;
        long size = (long) to - from;
        int first = from + (int) (size * piece / pieces);
        int last = from + (int) (size * (piece + 1) / pieces);
        try {
            if (first < last) {
                loop.run(first, last);
            }
            return null;
        } catch (RuntimeException | Error e) {
            return e;
        }
    }

    private static void rethrow(Throwable thrown) {
        if (thrown instanceof RuntimeException e) {
            throw e;
        }
        if (thrown instanceof Error e) {
            throw e;
        }
    }

    /** Lets the members end; loops still to come run on their callers' threads. */
    void close() {
        closed = true;
        for (Thread member : members) {
            LockSupport.unpark(member);
        }
    }
}
