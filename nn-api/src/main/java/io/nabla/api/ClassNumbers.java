package io.nabla.api;

/**
 * Wanted outputs that are told by the number of their class, from 0: y has one row where a network gives K outputs, one for
 * each class.
 *
 * <p>A thousand classes so need no thousand rows. A {@link Cost} says whether it takes them by {@link Cost#takes}.
 *
 * <pre>{@code
 * if (ClassNumbers.areIn(y, a)) {
 *     double p = a.get(ClassNumbers.of(y, example, a.rows()), example);   // the output of the wanted class
 * }
 * }</pre>
 */
public final class ClassNumbers {
    private ClassNumbers() {}

    /** Whether y holds class numbers for outputs a: one row, where a has more. */
    public static boolean areIn(Matrix y, Matrix a) {
        return y.rows() == 1 && a.rows() > 1;
    }

    /**
     * The class that is wanted of an example.
     *
     * @param y one row, one column per example
     * @param classes K, how many classes there are
     * @return from 0 to K - 1
     * @throws IllegalArgumentException if y holds something else
     */
    public static int of(Matrix y, int example, int classes) {
        double number = y.get(0, example);
        if (!(number >= 0 && number < classes && number == Math.rint(number))) {
            throw new IllegalArgumentException("the wanted output of example " + (example + 1)
                    + " is the number of a class, a whole number from 0 to " + (classes - 1) + ", but got " + number);
        }
        return (int) number;
    }
}
