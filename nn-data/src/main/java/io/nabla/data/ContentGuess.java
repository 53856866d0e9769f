package io.nabla.data;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/** Tells in words what a file seems to be, from its first bytes: the better half of a "wrong magic number" message. */
final class ContentGuess {
    private ContentGuess() {}

    /**
     * Describes a file that does not start as it should.
     *
     * @param head its first bytes: at least 4, better 64
     * @return an answer to "what is this?", such as {@code a web page (HTML)}
     */
    static String describe(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
        int magic = (head[0] & 0xFF) << 24 | (head[1] & 0xFF) << 16 | (head[2] & 0xFF) << 8 | (head[3] & 0xFF);
        if (text.contains("<!doctype") || text.contains("<html")) {
            return "a web page (HTML), perhaps an error page saved under this name: download the file again";
        }
        if (text.startsWith("<?xml")) {
            return "an XML document, perhaps a server's error message saved under this name: download the file again";
        }
        if (text.startsWith("version https://git-lfs")) {
            return "a Git LFS pointer, not the file itself: fetch it with 'git lfs pull'";
        }
        if (text.startsWith("pk\3\4")) {
            return "a ZIP archive: unpack it first";
        }
        if (magic >>> 16 == 0x1F8B) {
            return "gzip data inside gzip data: unpack it once";
        }
        if (magic == IdxKind.LABELS.magic) {
            return "an IDX file of labels: images and labels are swapped";
        }
        if (magic == IdxKind.IMAGES.magic) {
            return "an IDX file of images: images and labels are swapped";
        }
        if (magic >>> 16 == 0) {
            return String.format(
                    Locale.ROOT,
                    "perhaps another kind of IDX file: magic number 0x%08x, element type 0x%02x, %d dimensions",
                    magic,
                    magic >>> 8,
                    magic & 0xFF);
        }
        return "not an IDX file: it starts with the bytes "
                + HexFormat.ofDelimiter(" ").formatHex(head, 0, 4);
    }
}
