package io.nabla.optimizers;

import io.nabla.api.Parameter;
import io.nabla.api.Precision;

/** The ranges that the numbers of optimizers must be in; what is outside is refused, with the number and the range. */
final class Allowed {
    private Allowed() {}

    /** A finite number above 0. */
    static void positive(String name, double number, double usual) {
        if (!(number > 0 && Double.isFinite(number))) {
            throw new IllegalArgumentException(
                    name + " is a finite number above 0, such as " + usual + ", but got " + number);
        }
    }

    /** A finite number of at least 0. */
    static void notNegative(String name, double number, double usual) {
        if (!(number >= 0 && Double.isFinite(number))) {
            throw new IllegalArgumentException(
                    name + " is a finite number of at least 0, such as " + usual + ", but got " + number);
        }
    }

    /** How much of something is kept at each step: from 0 to below 1. */
    static void kept(String name, double number, double usual) {
        if (!(number >= 0 && number < 1)) {
            throw new IllegalArgumentException(
                    name + " is at least 0 and below 1, such as " + usual + ", but got " + number);
        }
    }

    /** An ε that is not lost beside floats, where the parameter holds floats. */
    static void epsilonOf(Parameter parameter, double epsilon, double least, double usual) {
        if (parameter.value().precision() == Precision.FLOAT && epsilon < least) {
            throw new IllegalArgumentException("epsilon is at least " + least + " where parameters are floats, but got "
                    + epsilon + "; use " + usual + ", or doubles");
        }
    }
}
