package io.nabla.io;

import io.nabla.api.Matrix;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** A SHA-256 in the making: two things with the same one are the same. */
final class Sha256 {
    private final MessageDigest digest;

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256, but this one has not", e);
        }
    }

    /** Adds the bytes that remain in a buffer, and leaves it as it is. */
    void add(ByteBuffer bytes) {
        digest.update(bytes.duplicate());
    }

    /** The digest as 32 bytes. */
    byte[] bytes() {
        return digest.digest();
    }

    /** The digest as 64 small hexadecimal digits. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** One from a file for a message, or what stands in its place. */
    static String shown(String hex) {
        return hex.matches("[0-9a-f]{64}") ? hex : SafetensorsHeader.quoted(hex);
    }

    /** That of a matrix as a file has it: row by row, each number little-endian. */
    static String of(Matrix matrix) {
        Sha256 sha = new Sha256();
        try {
            RowBytes.write(matrix, sha::add);
        } catch (IOException e) {
            throw new UncheckedIOException("a digest cannot be written to", e);
        }
        return sha.hex();
    }

    /**
     * That of texts in the order of their keys: of each key and each text the number of its bytes, eight of them, the highest first, and
     * the bytes in UTF-8.
     */
    static String of(Map<String, String> texts) {
        Sha256 sha = new Sha256();
        new TreeMap<>(texts).forEach((key, text) -> {
            sha.add(key);
            sha.add(text);
        });
        return sha.hex();
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(bytes.length).flip());
        digest.update(bytes);
    }
}
