package io.nabla.simd;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/** Scratch memory that threads take and give back, without a lock and without allocating where a thread comes again. */
final class Spare<T> {
    private static final int SLOTS = 64;

    private final AtomicReferenceArray<T> slots = new AtomicReferenceArray<>(SLOTS);
    private final Supplier<T> maker;

    Spare(Supplier<T> maker) {
        this.maker = maker;
    }

    T take() {
        T spare = slots.getAndSet(slot(), null);
        return spare != null ? spare : maker.get();
    }

    void giveBack(T spare) {
        slots.set(slot(), spare);
    }

    private static int slot() {
        return (int) (Thread.currentThread().getId() % SLOTS);
    }
}
