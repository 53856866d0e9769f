package io.nabla.data.csv;

import io.nabla.data.DataFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The letters of a UTF-8 file without its byte order mark, and behind them a line with {@link #END} alone.
 *
 * <p>A byte that is no UTF-8, and a zero, are refused with their line. So {@link #END}, which is a zero, cannot come from the
 * file: a parser that finds it anywhere but in a line of its own was still inside quotes at the end.
 */
final class Utf8Text extends Reader {
    static final char END = '\0';

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
    private final CharBuffer letters = CharBuffer.allocate(BUFFER).limit(0);
    private boolean started;
    private boolean allRead;
    private boolean ended;
    private long line = 1;
    private char before;

    Utf8Text(Path file) throws IOException {
        this.file = file;
        this.in = Files.newInputStream(file);
    }

    @Override
    public int read(char[] destination, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, destination.length);
        while (!letters.hasRemaining() && !ended) {
            decode();
        }
        if (!letters.hasRemaining() && length > 0) {
            return -1;
        }
        int n = Math.min(length, letters.remaining());
        letters.get(destination, offset, n);
        return n;
    }

    private void decode() throws IOException {
        letters.clear();
        if (!allRead) {
            bytes.compact();
            int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
            allRead = n < 0;
            bytes.position(bytes.position() + Math.max(n, 0)).flip();
        }
        CoderResult result = decoder.decode(bytes, letters, allRead);
        letters.flip();
        skipByteOrderMark();
        countLines();
        if (result.isError()) {
            throw new DataFormatException(
                    file,
                    String.format(
                            "line %d has the byte 0x%02x, which is no UTF-8 there; save the file as UTF-8",
                            line, bytes.get(bytes.position())));
        }
        if (allRead && !bytes.hasRemaining()) {
            end();
        }
    }

    private void skipByteOrderMark() {
        if (!started && letters.hasRemaining()) {
            started = true;
            if (letters.get(0) == BYTE_ORDER_MARK) {
                letters.position(1);
            }
        }
    }

    private void countLines() throws DataFormatException {
        for (int i = letters.position(); i < letters.limit(); i++) {
            char c = letters.get(i);
            if (c == END) {
                throw new DataFormatException(
                        file,
                        "line " + line + " has a zero byte, so this is no text in UTF-8;"
                                + " unpack the file if it is packed, or save it as CSV in UTF-8");
            }
            if (c == '\r' || (c == '\n' && before != '\r')) {
                line++;
            }
            before = c;
        }
    }

    private void end() {
        ended = true;
        letters.compact();
        letters.put('\n').put(END).flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
