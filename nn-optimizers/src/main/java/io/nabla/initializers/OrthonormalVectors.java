package io.nabla.initializers;

/**
 * Gram and Schmidt's way to orthogonal vectors of length 1: from each vector, its parts along those before it are taken.
 *
 * <p>This is the decomposition Q·R of the matrix that has the vectors as its columns, with a positive diagonal of R: no
 * sign need be mended, as after Householder's reflections. Parts are taken twice, as the first time leaves rounding
 * errors that are large beside what is left of a vector; twice is enough.
 *
 * @see <a href="https://doi.org/10.1007/s00211-005-0615-4">Giraud, Langou, Rozložník and van den Eshof, Rounding error
 *     analysis of the classical Gram-Schmidt orthogonalization process, 2005</a>
 */
final class OrthonormalVectors {
    /** What is left of a vector is nothing but rounding errors if it is this much shorter. */
    private static final double DEPENDENT = 1e-12;

    private OrthonormalVectors() {}

    /**
     * Makes the vectors orthogonal to one another and of length 1, in place.
     *
     * @throws IllegalArgumentException if one depends on those before it
     */
    static void of(double[]... vectors) {
        for (int k = 0; k < vectors.length; k++) {
            double[] v = vectors[k];
            double before = Math.sqrt(dot(v, v));
            for (int pass = 0; pass < 2; pass++) {
                for (int other = 0; other < k; other++) {
                    add(-dot(vectors[other], v), vectors[other], v);
                }
            }
            double length = Math.sqrt(dot(v, v));
            if (!(length > DEPENDENT * before)) {
                throw new IllegalArgumentException(
                        "vector " + k + " of " + vectors.length + " has a length of " + before + ", of which " + length
                                + " is left beside those before it; is the generator random?");
            }
            for (int i = 0; i < v.length; i++) {
                v[i] /= length;
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum = Math.fma(a[i], b[i], sum);
        }
        return sum;
    }

    private static void add(double factor, double[] a, double[] sum) {
        for (int i = 0; i < a.length; i++) {
            sum[i] = Math.fma(factor, a[i], sum[i]);
        }
    }
}
