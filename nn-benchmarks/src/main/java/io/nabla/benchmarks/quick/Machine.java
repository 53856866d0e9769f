package io.nabla.benchmarks.quick;

import io.nabla.benchmarks.cli.OpenKernels;

/**
 * What the figures depend on.
 *
 * @param java the version of Java
 * @param jvm the JVM's name
 * @param system the operating system and the kind of processor
 * @param processors how many the JVM may use
 * @param kernels the arithmetic on matrices
 * @param vectorBits the width of its vectors; 0 if it names none
 * @param threads how many threads share an operation
 */
record Machine(String java, String jvm, String system, int processors, String kernels, int vectorBits, int threads) {
    /** This machine with these kernels. */
    static Machine with(OpenKernels open) {
        String kernels = open.kernels().name();
        return new Machine(
                System.getProperty("java.version"),
                System.getProperty("java.vm.name"),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                kernels,
                kernels.equals("simd") ? VectorUnit.bits() : 0,
                open.threads());
    }

    /** In one line. */
    @Override
    public String toString() {
        return "Java " + java + " (" + jvm + ", " + system + "), "
                + count(processors, "processor") + ", " + kernels + " kernels"
                + (vectorBits > 0 ? " with vectors of " + vectorBits + " bits" : "") + " on "
                + count(threads, "thread");
    }

    private static String count(int n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }
}
