package io.nabla.schedules;

/** The ranges that the numbers of schedules must be in; what is outside is refused, with the number and the range. */
final class Allowed {
    private Allowed() {}

    /** By how much something shrinks: above 0 to 1. */
    static void factor(String name, double number, double usual) {
        if (!(number > 0 && number <= 1)) {
            throw new IllegalArgumentException(
                    name + " is a number above 0 and at most 1, such as " + usual + ", but got " + number);
        }
    }

    /** The least pace: from 0 to 1. */
    static void floor(double number) {
        if (!(number >= 0 && number <= 1)) {
            throw new IllegalArgumentException(
                    "the floor is a share of the learning rate, from 0 to 1, but got " + number);
        }
    }

    /** A whole number of epochs, at least 1. */
    static void epochs(String name, int number) {
        if (number < 1) {
            throw new IllegalArgumentException(name + " is at least 1 epoch, but got " + number);
        }
    }

    /** By what a learning rate is divided: finite and at least 1. */
    static void divisor(String name, double number, double usual) {
        if (!(number >= 1 && Double.isFinite(number))) {
            throw new IllegalArgumentException(
                    name + " is a finite number of at least 1, such as " + usual + ", but got " + number);
        }
    }
}
