package io.nabla.data;

import java.io.IOException;
import java.nio.file.Path;

/** A data file is not what it should be; the message is one line that names the file and what is wrong with it. */
public final class DataFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong with one file.
     *
     * @param file the file that was refused; its name starts the message
     * @param problem what is wrong, with both numbers where two disagree; line ends and other control characters in it become
     *     question marks
     */
    public DataFormatException(Path file, String problem) {
        this(file, problem, null);
    }

    /**
     * Says what is wrong with one file, and which lower-level failure showed it.
     *
     * @param file the file that was refused; its name starts the message
     * @param problem what is wrong, as above
     * @param cause the failure behind it
     */
    public DataFormatException(Path file, String problem, Throwable cause) {
        super(file + ": " + problem.replaceAll("[\\p{Cc}\u2028\u2029]", "?"), cause);
    }
}
