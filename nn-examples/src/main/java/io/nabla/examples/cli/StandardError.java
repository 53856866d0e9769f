package io.nabla.examples.cli;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.nio.charset.Charset;

/**
 * The user's stderr, also where the launcher keeps it away from the JVM.
 *
 * <p>The JVM tells on stderr that it uses the incubating Vector API, before {@code main}, and has no option against it; but a
 * program should write nothing there that is not its own. So the launcher starts the JVM with the user's stderr as a file
 * descriptor of another number, which a system property names, and the program writes to that.
 */
public final class StandardError {
    private static final String PROPERTY = "io.nabla.stderr";

    private StandardError() {}

    /** Points {@link System#err} to the user's stderr: the first thing to do, since until then messages are lost. */
    public static void restore() {
        Integer number = Integer.getInteger(PROPERTY);
        if (number == null) {
            return;
        }
        try {
            // As the JVM makes its own: in small pieces, flushed with each line.
            System.setErr(new PrintStream(new BufferedOutputStream(open(number), 128), true, charset()));
        } catch (FileNotFoundException e) {
            return; // No such descriptor: System.err stays as it is.
        }
    }

    /** What lets a child process write to the user's stderr. */
    static Redirect forChild() {
        Integer number = Integer.getInteger(PROPERTY);
        return number == null ? Redirect.INHERIT : Redirect.appendTo(file(number));
    }

    private static FileOutputStream open(int number) throws FileNotFoundException {
        try {
            // Only the descriptor itself shares its place in a file with stdout, as in "nn train >log 2>&1".
            Constructor<FileDescriptor> constructor = FileDescriptor.class.getDeclaredConstructor(int.class);
            constructor.setAccessible(true);
            return new FileOutputStream(constructor.newInstance(number));
        } catch (ReflectiveOperationException | InaccessibleObjectException e) {
            return new FileOutputStream(file(number), true);
        }
    }

    private static File file(int number) {
        return new File("/dev/fd/" + number);
    }

    private static Charset charset() {
        return Charset.forName(System.getProperty("native.encoding"));
    }
}
