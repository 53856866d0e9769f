package io.nabla.io;

import java.io.IOException;
import java.nio.file.Path;

/** A file of a model is not what it should be; the message is one line that names the file, the byte and what is wrong there. */
public final class ModelFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long position;

    /**
     * Something is wrong in a file.
     *
     * @param position the place in the file, in bytes from 0
     * @param problem what is wrong there, and the way out; of several lines the first, and control characters in it become question marks
     */
    public ModelFormatException(Path file, long position, String problem) {
        this(file, position, problem, null);
    }

    /** The same, found out by another exception. */
    public ModelFormatException(Path file, long position, String problem, Throwable cause) {
        super(file + ", byte " + position + ": " + oneLine(problem), cause);
        this.position = position;
    }

    /** What follows the first line, such as a picture of the network, is left out; a file's own texts may have other control characters. */
    private static String oneLine(String problem) {
        return String.valueOf(problem).lines().findFirst().orElse("").replaceAll("[\\p{Cc}\u2028\u2029]", "?");
    }

    /** The place in the file, from 0. */
    public long position() {
        return position;
    }
}
