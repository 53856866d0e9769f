package io.nabla.testkit;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Assertions;

/**
 * What a reader owes when nobody vouches for what it reads: it reads it or refuses it, in one line and within a second.
 *
 * <pre>{@code
 * Optional<Model> model = UntrustedInput.read(() -> ModelFile.read(file, plugins, kernels), ModelFormatException.class);
 * }</pre>
 */
public final class UntrustedInput {
    private static final long MOST_NANOSECONDS = 1_000_000_000L;

    /** A machine that does something else meanwhile does so once, not each time. */
    private static final int ATTEMPTS = 3;

    private UntrustedInput() {}

    /**
     * Reads something, and fails unless it is read or refused as it should be.
     *
     * @param reader reads it; called once more, and once again, if it takes longer than a second
     * @param refusal the one exception by which it may refuse
     * @return what was read; empty if it was refused
     * @throws AssertionError if the reader fails in another way, with a message that is empty or has a line end or another control
     *     character in it, or is slow
     */
    public static <T> Optional<T> read(Callable<T> reader, Class<? extends Exception> refusal) {
        long shortest = Long.MAX_VALUE;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long begin = System.nanoTime();
            Optional<T> read = attempt(reader, refusal);
            shortest = Math.min(shortest, System.nanoTime() - begin);
            if (shortest <= MOST_NANOSECONDS) {
                return read;
            }
        }
        return Assertions.fail("takes " + shortest / 1_000_000 + " ms, but no input may take longer than a second");
    }

    private static <T> Optional<T> attempt(Callable<T> reader, Class<? extends Exception> refusal) {
        try {
            return Optional.of(reader.call());
        } catch (Exception e) {
            if (e.getClass() != refusal) {
                return Assertions.fail("fails by " + e + " instead of refusing by " + refusal.getSimpleName(), e);
            }
            checkMessage(e);
            return Optional.empty();
        }
    }

    private static void checkMessage(Exception refused) {
        String message = refused.getMessage();
        if (message == null || message.isBlank() || message.chars().anyMatch(UntrustedInput::breaksLine)) {
            Assertions.fail("the message of a refusal is one line of plain text, but got '" + message + "'", refused);
        }
    }

    /** Line ends, and what a terminal takes as a command. */
    private static boolean breaksLine(int character) {
        return Character.isISOControl(character)
                || Character.getType(character) == Character.LINE_SEPARATOR
                || Character.getType(character) == Character.PARAGRAPH_SEPARATOR;
    }
}
