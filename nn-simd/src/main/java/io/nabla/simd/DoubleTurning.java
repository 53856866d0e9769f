package io.nabla.simd;

/** Turns a group of examples such that the same number of all of them stands side by side, to be read as vectors. */
final class DoubleTurning {
    private DoubleTurning() {}

    /**
     * Number i of example n goes to {@code into[to + i * step + n]}; zeros go where there are no examples.
     *
     * @param from where in x the first example's numbers begin, {@code stride} before those of the next
     * @param length how many numbers of each
     * @param examples how many examples there are, up to {@code lanes}
     */
    static void turn(
            double[] x, int from, int stride, int length, int examples, int lanes, double[] into, int to, int step) {
        int n = 0;
        for (; n <= examples - 4; n += 4) {
            int x0 = from + n * stride;
            int x1 = x0 + stride;
            int x2 = x1 + stride;
            int x3 = x2 + stride;
            int at = to + n;
            for (int i = 0; i < length; i++) {
                into[at] = x[x0 + i];
                into[at + 1] = x[x1 + i];
                into[at + 2] = x[x2 + i];
                into[at + 3] = x[x3 + i];
                at += step;
            }
        }
        for (; n < lanes; n++) {
            for (int i = 0; i < length; i++) {
                into[to + i * step + n] = n < examples ? x[from + n * stride + i] : 0;
            }
        }
    }
}
