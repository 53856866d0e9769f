package io.nabla.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * A sequence that grows at its end, for what a forward pass stores on its way: every z and every activation.
 *
 * @param <E> the elements
 */
public final class ArraySequence<E> implements Sequence<E> {
    private final List<E> elements = new ArrayList<>();

    /** An empty sequence. */
    public ArraySequence() {}

    /**
     * Adds an element behind the last.
     *
     * @param element not null
     */
    public void add(E element) {
        elements.add(Objects.requireNonNull(element, "element"));
    }

    @Override
    public E get(int index) {
        int size = elements.size();
        if (index < -size || index >= size) {
            throw new IndexOutOfBoundsException("index " + index + " is outside a sequence of " + size + " elements (-"
                    + size + " to " + (size - 1) + ")");
        }
        return elements.get(index < 0 ? size + index : index);
    }

    @Override
    public int size() {
        return elements.size();
    }

    @Override
    public Iterator<E> iterator() {
        return asList().iterator();
    }

    List<E> asList() {
        return Collections.unmodifiableList(elements);
    }

    @Override
    public String toString() {
        return elements.toString();
    }
}
