package io.nabla.core;

import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.Parameter;
import io.nabla.api.Precision;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A digest of a network's parameters: two networks with the same one have the same numbers, bit for bit. */
public final class Fingerprint {
    private final MessageDigest digest = newDigest();

    /** The digest of nothing yet. */
    Fingerprint() {}

    /**
     * The SHA-256 of all parameters, layer by layer, each row by row as little-endian IEEE 754 numbers.
     *
     * <p>In NumPy: {@code hashlib.sha256(b"".join(p.tobytes() for p in parameters)).hexdigest()}.
     */
    public static String sha256(Network network) {
        Fingerprint fingerprint = new Fingerprint();
        for (Layer layer : network.layers()) {
            for (Parameter parameter : layer.parameters()) {
                fingerprint.add(parameter.value());
            }
        }
        return fingerprint.hex();
    }

    /** Adds the numbers of a matrix, row by row. */
    void add(Matrix matrix) {
        ByteBuffer row = ByteBuffer.allocate(
                        matrix.columns() * matrix.precision().bytes())
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < matrix.rows(); i++) {
            row.clear();
            for (int j = 0; j < matrix.columns(); j++) {
                if (matrix.precision() == Precision.DOUBLE) {
                    row.putDouble(matrix.get(i, j));
                } else {
                    row.putFloat((float) matrix.get(i, j));
                }
            }
            digest.update(row.array());
        }
    }

    /** The digest of all that was added, as 64 hexadecimal digits. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256, but this one has not", e);
        }
    }
}
