package io.nabla.api;

import java.util.Objects;

/**
 * One matrix of numbers that a layer keeps: most are learned, some are statistics of what came in.
 *
 * @param name what it is called in the layer, such as {@code weights}
 * @param role what it does, which decides how it starts, what moves it and whether it is regularized
 * @param value its numbers; written by the trainer and by readers of models alone
 * @param fanIn how many inputs feed one output through it: initializers scale by it
 * @param fanOut how many outputs one input feeds through it
 */
public record Parameter(String name, Role role, Matrix value, int fanIn, int fanOut) {
    /** What a parameter does in its layer. */
    public enum Role {
        /** Multiplies an input: drawn by the initializer and regularized. */
        WEIGHTS,
        /** Is added: drawn by the initializer and not regularized. */
        BIASES,
        /**
         * Scales or shifts a normalized input: starts as its layer says (1 and 0), is learned by the optimizer, and is neither drawn
         * nor regularized.
         */
        NORMALIZATION,
        /**
         * A running average that a layer keeps of its inputs: starts as its layer says, is neither drawn nor regularized, and is
         * not learned by gradient. The trainer moves it by w ← w - ∇/m, where {@link Layer#gradient} has summed into ∇ how far it
         * is to move back.
         */
        STATISTICS;

        /** Whether an initializer draws it. */
        public boolean isDrawn() {
            return this == WEIGHTS || this == BIASES;
        }

        /** Whether an optimizer learns it, by the cost's derivative. */
        public boolean isLearned() {
            return this != STATISTICS;
        }
    }

    /** Checks that nothing is missing and both fans are positive. */
    public Parameter {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(value, "value");
        if (fanIn <= 0 || fanOut <= 0) {
            throw new IllegalArgumentException("parameter '" + name + "' has fan-in " + fanIn + " and fan-out " + fanOut
                    + "; both are at least 1");
        }
    }

    /** A parameter of the same name, role and shape, all zeros. */
    Parameter zeros() {
        return new Parameter(
                name, role, Matrix.gradient(value.kernels(), value.rows(), value.columns()), fanIn, fanOut);
    }
}
