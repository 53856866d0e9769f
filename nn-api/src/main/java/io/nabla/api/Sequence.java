package io.nabla.api;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/**
 * A list that is also indexed from its end, as a Python list is: {@code get(-1)} is the last element.
 *
 * <pre>{@code
 * Sequence<String> layers = Sequence.of("input", "hidden", "output");
 * layers.get(-1);   // "output"
 * layers.get(-2);   // "hidden"
 * }</pre>
 *
 * <p>It is not a {@link java.util.List}, whose {@code get(-1)} must throw.
 *
 * @param <E> the elements
 */
public interface Sequence<E> extends Iterable<E> {
    /**
     * The element at an index that counts from the start (0, 1, ...) or from the end (-1, -2, ...).
     *
     * @param index {@code -size() <= index < size()}
     * @throws IndexOutOfBoundsException if there is no such element
     */
    E get(int index);

    /** How many elements there are. */
    int size();

    /** A sequence of the function's results, in the same order. */
    default <R> Sequence<R> map(Function<? super E, ? extends R> function) {
        ArraySequence<R> result = new ArraySequence<>();
        for (E element : this) {
            result.add(function.apply(element));
        }
        return copyOf(result);
    }

    /** An unmodifiable sequence of these elements. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    static <E> Sequence<E> of(E... elements) {
        return copyOf(Arrays.asList(elements));
    }

    /** An unmodifiable sequence of the elements as they are now. */
    static <E> Sequence<E> copyOf(Iterable<? extends E> elements) {
        ArraySequence<E> copy = new ArraySequence<>();
        elements.forEach(copy::add);
        return new Sequence<>() {
            @Override
            public E get(int index) {
                return copy.get(index);
            }

            @Override
            public int size() {
                return copy.size();
            }

            @Override
            public Iterator<E> iterator() {
                return copy.iterator();
            }

            @Override
            public String toString() {
                return copy.toString();
            }
        };
    }

    /** The same elements as an unmodifiable {@link List}. */
    default List<E> toList() {
        ArraySequence<E> copy = new ArraySequence<>();
        forEach(copy::add);
        return copy.asList();
    }
}
