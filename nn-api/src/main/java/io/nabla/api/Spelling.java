package io.nabla.api;

import java.util.Collection;

/**
 * What a user may have meant by a name that nobody has.
 *
 * <pre>{@code
 * Spelling.hint("learning-rat", List.of("learning-rate", "momentum"));   // ; did you mean 'learning-rate'?
 * }</pre>
 */
public final class Spelling {
    private Spelling() {}

    /**
     * The end of a message that refuses a name: a question for the nearest known name, or nothing where none is near.
     *
     * <p>Near are names that differ in at most a third of the letters, and in one letter at least.
     */
    public static String hint(String name, Collection<String> known) {
        String nearest = null;
        int least = Math.max(1, name.length() / 3);
        for (String candidate : known) {
            int edits = edits(name, candidate);
            if (edits < least || (edits == least && nearest == null)) {
                nearest = candidate;
                least = edits;
            }
        }
        return nearest == null ? "" : "; did you mean '" + nearest + "'?";
    }

    /** Levenshtein's distance: how many letters must be put in, left out or replaced to make b of a. */
    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
