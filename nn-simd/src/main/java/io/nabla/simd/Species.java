package io.nabla.simd;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
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

    /** Vectors of as many ints, if there are such. */
    static VectorSpecies<Integer> intsFor(int length) {
        return IntVector.SPECIES_PREFERRED.withShape(VectorShape.forBitSize(Math.max(64, length * Integer.SIZE)));
    }

    /** Vectors of as many bytes, if there are such. */
    static VectorSpecies<Byte> bytesFor(int length) {
        return ByteVector.SPECIES_PREFERRED.withShape(VectorShape.forBitSize(Math.max(64, length * Byte.SIZE)));
    }

    private static VectorShape shape() {
        Integer bits = Integer.getInteger("io.nabla.simd.bits");
        return bits == null ? VectorShape.preferredShape() : VectorShape.forBitSize(bits);
    }
}
