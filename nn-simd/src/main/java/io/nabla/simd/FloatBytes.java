package io.nabla.simd;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Numbers from unsigned bytes, as the pixels of images are. */
final class FloatBytes {
    private static final VectorSpecies<Float> SPECIES = FloatTiles.SPECIES;
    private static final int LENGTH = FloatTiles.LENGTH;
    /** There are no vectors of fewer than eight bytes. */
    private static final boolean FIT = LENGTH >= 8;

    private static final VectorSpecies<Integer> INTS = Species.intsFor(LENGTH);
    private static final VectorSpecies<Byte> BYTES = Species.bytesFor(LENGTH);

    private FloatBytes() {}

    /** Computes n numbers, each a byte times the factor. */
    static void scale(byte[] bytes, int first, int n, float factor, float[] values, int place) {
        int done = FIT ? vectors(bytes, first, n, factor, values, place) : 0;
        for (int i = done; i < n; i++) {
            values[place + i] = factor * (bytes[first + i] & 0xFF);
        }
    }

    /** Computes as many as fill eight vectors, and gives their number. */
    private static int vectors(byte[] bytes, int first, int n, float factor, float[] values, int place) {
        FloatVector scale = FloatVector.broadcast(SPECIES, factor);
        IntVector unsigned = IntVector.broadcast(INTS, 0xFF);
        int i = 0;
        for (; i <= n - 8 * LENGTH; i += 8 * LENGTH) {
            IntVector pixels0 = (IntVector)
                    ByteVector.fromArray(BYTES, bytes, first + i).convertShape(VectorOperators.B2I, INTS, 0);
            FloatVector numbers0 = (FloatVector) pixels0.and(unsigned).convertShape(VectorOperators.I2F, SPECIES, 0);
            numbers0.mul(scale).intoArray(values, place + i);
            IntVector pixels1 = (IntVector)
                    ByteVector.fromArray(BYTES, bytes, first + i + LENGTH).convertShape(VectorOperators.B2I, INTS, 0);
            FloatVector numbers1 = (FloatVector) pixels1.and(unsigned).convertShape(VectorOperators.I2F, SPECIES, 0);
            numbers1.mul(scale).intoArray(values, place + i + LENGTH);
            IntVector pixels2 = (IntVector) ByteVector.fromArray(BYTES, bytes, first + i + 2 * LENGTH)
                    .convertShape(VectorOperators.B2I, INTS, 0);
            FloatVector numbers2 = (FloatVector) pixels2.and(unsigned).convertShape(VectorOperators.I2F, SPECIES, 0);
            numbers2.mul(scale).intoArray(values, place + i + 2 * LENGTH);
            IntVector pixels3 = (IntVector) ByteVector.fromArray(BYTES, bytes, first + i + 3 * LENGTH)
                    .convertShape(VectorOperators.B2I, INTS, 0);
            FloatVector numbers3 = (FloatVector) pixels3.and(unsigned).convertShape(VectorOperators.I2F, SPECIES, 0);
            numbers3.mul(scale).intoArray(values, place + i + 3 * LENGTH);
            IntVector pixels4 = (IntVector) ByteVector.fromArray(BYTES, bytes, first + i + 4 * LENGTH)
                    .convertShape(VectorOperators.B2I, INTS, 0);
            FloatVector numbers4 = (FloatVector) pixels4.and(unsigned).convertShape(VectorOperators.I2F, SPECIES, 0);
            numbers4.mul(scale).intoArray(values, place + i + 4 * LENGTH);
            IntVector pixels5 = (IntVector) ByteVector.fromArray(BYTES, bytes, first + i + 5 * LENGTH)
                    .convertShape(VectorOperators.B2I, INTS, 0);
            FloatVector numbers5 = (FloatVector) pixels5.and(unsigned).convertShape(VectorOperators.I2F, SPECIES, 0);
            numbers5.mul(scale).intoArray(values, place + i + 5 * LENGTH);
            IntVector pixels6 = (IntVector) ByteVector.fromArray(BYTES, bytes, first + i + 6 * LENGTH)
                    .convertShape(VectorOperators.B2I, INTS, 0);
            FloatVector numbers6 = (FloatVector) pixels6.and(unsigned).convertShape(VectorOperators.I2F, SPECIES, 0);
            numbers6.mul(scale).intoArray(values, place + i + 6 * LENGTH);
            IntVector pixels7 = (IntVector) ByteVector.fromArray(BYTES, bytes, first + i + 7 * LENGTH)
                    .convertShape(VectorOperators.B2I, INTS, 0);
            FloatVector numbers7 = (FloatVector) pixels7.and(unsigned).convertShape(VectorOperators.I2F, SPECIES, 0);
            numbers7.mul(scale).intoArray(values, place + i + 7 * LENGTH);
        }
        return i;
    }
}
