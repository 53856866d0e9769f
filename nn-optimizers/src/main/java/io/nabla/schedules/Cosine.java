package io.nabla.schedules;

/** Half a wave of the cosine from one pace to another. */
final class Cosine {
    private Cosine() {}

    /**
     * The pace on the way.
     *
     * @param part how much of the way is gone, 0 to 1
     */
    static double between(double from, double to, double part) {
        // StrictMath has the same bits on every machine.
        return to + 0.5 * (from - to) * (1 + StrictMath.cos(Math.PI * part));
    }
}
