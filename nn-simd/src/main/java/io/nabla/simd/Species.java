package io.nabla.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * How wide the vectors are: as this machine prefers, or as the system property {@code io.nabla.simd.bits} says (128, 256
 * or 512), which tests use to see that every width gives the same bits.
 */
final class Species {
    private Species() {}

    static VectorSpecies<Double> doubles() {
        return DoubleVector.SPECIES_PREFERRED.withShape(shape());
    }

    static VectorSpecies<Float> floats() {
        return FloatVector.SPECIES_PREFERRED.withShape(shape());
    }

    /** Vectors of at most eight numbers: zero factors are looked for in groups of that size. */
    static VectorSpecies<Double> groupsOfDouble() {
        return doubles();
    }

    /** Vectors of at most eight numbers: zero factors are looked for in groups of that size. */
    static VectorSpecies<Float> groupsOfFloat() {
        int bits = Math.min(8 * Float.SIZE, floats().vectorBitSize());
        return floats().withShape(VectorShape.forBitSize(bits));
    }

    private static VectorShape shape() {
        Integer bits = Integer.getInteger("io.nabla.simd.bits");
        return bits == null ? VectorShape.preferredShape() : VectorShape.forBitSize(bits);
    }
}
