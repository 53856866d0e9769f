package io.nabla.io.onnx;

/** How protobuf writes a field: the three low bits of the number in front of it. */
final class WireType {
    static final int VARINT = 0;
    static final int EIGHT_BYTES = 1;
    static final int BYTES = 2;
    static final int FOUR_BYTES = 5;

    private WireType() {}
}
