package io.nabla.data;

/** The two kinds of IDX file that a labelled set consists of. */
enum IdxKind {
    IMAGES(0x00000803, 3, "images"),
    LABELS(0x00000801, 1, "labels");

    /** Two zero bytes, 0x08 for unsigned bytes, and the number of dimensions. */
    final int magic;

    /** The header has the magic number and one four-byte size per dimension: count, then height and width. */
    final int dimensions;

    final String plural;

    IdxKind(int magic, int dimensions, String plural) {
        this.magic = magic;
        this.dimensions = dimensions;
        this.plural = plural;
    }

    int headerBytes() {
        return Integer.BYTES * (1 + dimensions);
    }
}
