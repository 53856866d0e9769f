package io.nabla.api;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * What a layer learns, in a fixed order: for a dense layer its weights and its biases.
 *
 * <p>A gradient has the same form: {@link #zeros} gives the ∇ that {@link Layer#gradient} adds to.
 */
public final class Parameters implements Iterable<Parameter> {
    private final List<Parameter> parameters;

    private Parameters(List<Parameter> parameters) {
        this.parameters = List.copyOf(parameters);
        long names = this.parameters.stream().map(Parameter::name).distinct().count();
        if (names != this.parameters.size()) {
            throw new IllegalArgumentException("two parameters of a layer have the same name: "
                    + this.parameters.stream().map(Parameter::name).toList());
        }
    }

    /**
     * These parameters, in this order; none for a layer that learns nothing.
     *
     * @throws IllegalArgumentException if two have the same name
     */
    public static Parameters of(Parameter... parameters) {
        return new Parameters(Arrays.asList(parameters));
    }

    /**
     * The matrix of a name.
     *
     * @throws IllegalArgumentException if there is none, naming those there are
     */
    public Matrix get(String name) {
        for (Parameter parameter : parameters) {
            if (parameter.name().equals(name)) {
                return parameter.value();
            }
        }
        throw new IllegalArgumentException("no parameter named '" + name + "'; have "
                + parameters.stream().map(Parameter::name).toList());
    }

    /** The parameter at a place, from 0. */
    public Parameter get(int index) {
        return parameters.get(index);
    }

    /** How many parameters (matrices) there are. */
    public int size() {
        return parameters.size();
    }

    /** How many numbers there are in all. */
    public long count() {
        return parameters.stream().mapToLong(p -> p.value().size()).sum();
    }

    /** How many numbers are learned: all but statistics. */
    public long learnedCount() {
        return parameters.stream()
                .filter(p -> p.role().isLearned())
                .mapToLong(p -> p.value().size())
                .sum();
    }

    /** Parameters of the same names, roles and shapes, all zeros. */
    public Parameters zeros() {
        return new Parameters(parameters.stream().map(Parameter::zeros).toList());
    }

    @Override
    public Iterator<Parameter> iterator() {
        return parameters.iterator();
    }
}
