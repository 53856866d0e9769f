package io.nabla.layers;

import io.nabla.api.Kernels;
import io.nabla.api.RangeLoop;

/** Loops over things of several numbers each, such as features of a mini-batch, shared by threads where there is enough to do. */
final class Pieces {
    private Pieces() {}

    /**
     * Runs a loop over so many things.
     *
     * @param numbers how many numbers each is worth, by which the kernels judge whether threads pay
     */
    static void run(Kernels kernels, int things, int numbers, RangeLoop loop) {
        // A thread that takes a range of numbers does the things that begin in it.
        kernels.run((from, to) -> loop.run(roundedUp(from, numbers), roundedUp(to, numbers)), 0, things * numbers);
    }

    private static int roundedUp(int number, int divisor) {
        return -Math.floorDiv(-number, divisor);
    }
}
