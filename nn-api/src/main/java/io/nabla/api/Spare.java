package io.nabla.api;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * Scratch memory of kernels that threads take and give back: without a lock, and without allocating where a thread comes again.
 *
 * <pre>{@code
 * private final Spare<Panel> spare = new Spare<>(Panel::new);
 *
 * Panel panel = spare.take();
 * panel.compute(...);
 * spare.giveBack(panel);
 * }</pre>
 *
 * @param <T> the memory, for one thread at a time
 */
public final class Spare<T> {
    private static final int SLOTS = 64;

    private final AtomicReferenceArray<T> slots = new AtomicReferenceArray<>(SLOTS);
    private final Supplier<T> maker;

    /** Makes memory by this maker where none is to spare. */
    public Spare(Supplier<T> maker) {
        this.maker = Objects.requireNonNull(maker, "maker");
    }

    /** Memory that nobody else uses until it is given back; its contents are whatever was left in it. */
    public T take() {
        T spare = slots.getAndSet(slot(), null);
        return spare != null ? spare : maker.get();
    }

    /** Gives memory back; what is never given back is collected as usual. */
    public void giveBack(T memory) {
        slots.set(slot(), memory);
    }

    private static int slot() {
        return (int) (Thread.currentThread().getId() % SLOTS);
    }
}
