package io.nabla.data.mnist;

import io.nabla.data.files.StrictGzipInputStream;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.ZipException;

/** Checks that bytes, compressed or not, are the wanted file. */
final class Verification {
    private Verification() {}

    /**
     * Reads the data and compares size and SHA-256; no more than one byte beyond the wanted size is decompressed.
     *
     * @throws IOException with the reason in a few words if they are not the wanted file, or reading fails
     */
    static void check(RemoteFile wanted, InputStream data) throws IOException {
        InputStream raw = new BufferedInputStream(data);
        raw.mark(2);
        boolean gzip = raw.read() == 0x1F && raw.read() == 0x8B;
        raw.reset();
        if (!gzip && looksLikeHtml(raw)) {
            throw new IOException("is a web page, not the file");
        }
        try (InputStream in = gzip ? StrictGzipInputStream.open(raw) : raw) {
            checkContent(wanted, in);
        } catch (EOFException cut) {
            throw new IOException("the gzip data is cut off", cut);
        } catch (ZipException broken) {
            throw new IOException("broken gzip data (" + broken.getMessage() + ")", broken);
        }
    }

    private static void checkContent(RemoteFile wanted, InputStream in) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        int n = 0;
        while (n >= 0 && size <= wanted.size()) {
            digest.update(buffer, 0, n);
            n = in.read(buffer, 0, (int) Math.min(buffer.length, wanted.size() + 1 - size));
            size += Math.max(n, 0);
        }
        if (size != wanted.size()) {
            throw new IOException("has " + (size > wanted.size() ? "more than " + wanted.size() : size)
                    + " bytes of data instead of " + wanted.size());
        }
        String sum = HexFormat.of().formatHex(digest.digest());
        if (!sum.equals(wanted.sha256())) {
            throw new IOException("has the SHA-256 " + sum + " instead of " + wanted.sha256());
        }
    }

    private static boolean looksLikeHtml(InputStream raw) throws IOException {
        raw.mark(512);
        String head = new String(raw.readNBytes(512), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        raw.reset();
        return head.contains("<html") || head.contains("<!doctype");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
