package io.nabla.data.mnist;

/**
 * A file to download, and how to know that it is the right one.
 *
 * <p>Mirrors serve it gzip-compressed as {@code name + ".gz"}. The wrappers differ from mirror to mirror, so size and
 * checksum are those of the decompressed bytes.
 *
 * @param name the file's name without {@code .gz}
 * @param size its decompressed size in bytes
 * @param sha256 the SHA-256 of the decompressed bytes, 64 lower-case hexadecimal digits
 */
public record RemoteFile(String name, long size, String sha256) {
    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the name is not a plain file name, the size is negative or the checksum is not
     *     64 lower-case hexadecimal digits
     */
    public RemoteFile {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException("not a plain file name: '" + name + "'");
        }
        if (size < 0) {
            throw new IllegalArgumentException("size of " + name + " is negative: " + size);
        }
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "SHA-256 of " + name + " must be 64 lower-case hexadecimal digits: '" + sha256 + "'");
        }
    }
}
