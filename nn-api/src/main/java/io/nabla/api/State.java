package io.nabla.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * What something remembers in the course of a run, by name: matrices, and lists of numbers. A checkpoint keeps it.
 *
 * <p>The matrices are the very ones that are used, so they hold what they hold when somebody reads them: who wants to keep a state
 * beyond the next step takes a {@link #copy}. The object itself never changes.
 *
 * <pre>{@code
 * State state = State.empty().with("velocity", v).with("steps", (double) steps);
 * state.copyTo("velocity", v);             // put back
 * steps = (long) state.number("steps");
 * }</pre>
 */
public final class State {
    private static final State EMPTY = new State(Map.of(), Map.of());

    private final Map<String, Matrix> matrices;
    private final Map<String, double[]> numbers;

    private State(Map<String, Matrix> matrices, Map<String, double[]> numbers) {
        this.matrices = matrices;
        this.numbers = numbers;
    }

    /** Nothing: the state of something that remembers nothing. */
    public static State empty() {
        return EMPTY;
    }

    /**
     * This state and a matrix.
     *
     * @throws IllegalArgumentException if it has something of that name
     */
    public State with(String name, Matrix matrix) {
        Map<String, Matrix> more = new LinkedHashMap<>(matrices);
        more.put(unused(name), Objects.requireNonNull(matrix, name));
        return new State(more, numbers);
    }

    /**
     * This state and some numbers, at least one; whole ones are kept exactly up to 2⁵³, and NaN and infinity are too.
     *
     * @throws IllegalArgumentException if it has something of that name, or there is no number
     */
    public State with(String name, double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("'" + name + "' of a state has no numbers; leave it out");
        }
        Map<String, double[]> more = new LinkedHashMap<>(numbers);
        more.put(unused(name), values.clone());
        return new State(matrices, more);
    }

    /**
     * This state and all of another one, each name behind a prefix and a dot: {@code prefix.name}.
     *
     * @throws IllegalArgumentException if it has something of such a name
     */
    public State with(String prefix, State part) {
        Map<String, Matrix> moreMatrices = new LinkedHashMap<>(matrices);
        part.matrices.forEach((name, matrix) -> moreMatrices.put(unused(prefix + "." + name), matrix));
        Map<String, double[]> moreNumbers = new LinkedHashMap<>(numbers);
        part.numbers.forEach((name, values) -> moreNumbers.put(unused(prefix + "." + name), values));
        return new State(moreMatrices, moreNumbers);
    }

    private String unused(String name) {
        if (matrices.containsKey(name) || numbers.containsKey(name)) {
            throw new IllegalArgumentException("a state has '" + name + "' twice; give each its own name");
        }
        return name;
    }

    /** What was put in behind a prefix, by its own names; empty if there was nothing. */
    public State part(String prefix) {
        return new State(behind(prefix, matrices), behind(prefix, numbers));
    }

    private static <T> Map<String, T> behind(String prefix, Map<String, T> all) {
        Map<String, T> some = new LinkedHashMap<>();
        all.forEach((name, value) -> {
            if (name.startsWith(prefix + ".")) {
                some.put(name.substring(prefix.length() + 1), value);
            }
        });
        return some;
    }

    /** A copy that the next step does not change. */
    public State copy() {
        Map<String, Matrix> copies = new LinkedHashMap<>();
        matrices.forEach((name, matrix) -> copies.put(name, matrix.copy()));
        return new State(copies, numbers);
    }

    /** The matrices by their names, in the order in which they were added. */
    public Map<String, Matrix> matrices() {
        return Collections.unmodifiableMap(matrices);
    }

    /** The names of all lists of numbers, in the order in which they were added. */
    public Set<String> numbers() {
        return Collections.unmodifiableSet(numbers.keySet());
    }

    /** Whether there is something of that name. */
    public boolean has(String name) {
        return matrices.containsKey(name) || numbers.containsKey(name);
    }

    /** Whether it holds nothing. */
    public boolean isEmpty() {
        return matrices.isEmpty() && numbers.isEmpty();
    }

    /**
     * A copy of the numbers of a name.
     *
     * @throws IllegalArgumentException if there are none
     */
    public double[] numbers(String name) {
        return found(name, numbers::get, "numbers").clone();
    }

    /**
     * A copy of the numbers of a name, of which there are so many.
     *
     * @throws IllegalArgumentException if there are none, or another number of them
     */
    public double[] numbers(String name, int count) {
        double[] values = numbers(name);
        if (values.length != count) {
            throw new IllegalArgumentException("'" + name + "' of a state has " + values.length
                    + " numbers, but should have " + count + "; it is of another run");
        }
        return values;
    }

    /**
     * The one number of a name.
     *
     * @throws IllegalArgumentException if there is none, or more than one
     */
    public double number(String name) {
        return numbers(name, 1)[0];
    }

    /**
     * The one whole number of a name.
     *
     * @param least the least that it may be
     * @param most the greatest
     * @throws IllegalArgumentException if there is none, or it is not one of these
     */
    public int integer(String name, int least, int most) {
        double value = number(name);
        if (!(value >= least && value <= most && value == Math.rint(value))) {
            throw new IllegalArgumentException("'" + name + "' of a state is a whole number from " + least + " to "
                    + most + ", but it is " + value);
        }
        return (int) value;
    }

    /**
     * Writes the numbers of the matrix of a name into another one, whatever its kernels.
     *
     * @param target of the same shape and precision; overwritten
     * @throws IllegalArgumentException if there is no such matrix, or it is of another shape or precision
     */
    public void copyTo(String name, Matrix target) {
        Matrix matrix = found(name, matrices::get, "a matrix");
        if (matrix.rows() != target.rows()
                || matrix.columns() != target.columns()
                || matrix.precision() != target.precision()) {
            throw new IllegalArgumentException("'" + name + "' of a state is " + matrix + ", but is to go into "
                    + target + "; it is of another run");
        }
        for (int i = 0; i < target.size(); i++) {
            target.set(i, matrix.get(i));
        }
    }

    private <T> T found(String name, Function<String, T> search, String what) {
        T value = search.apply(name);
        if (value == null) {
            throw new IllegalArgumentException("a state has no " + what + " named '" + name + "'; have " + this);
        }
        return value;
    }

    /** The names, matrices first. */
    @Override
    public String toString() {
        return matrices.keySet() + " and " + numbers.keySet();
    }
}
