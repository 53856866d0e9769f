package io.nabla.examples.book;

import java.util.List;

/** One experiment of the book, to be seen again. */
sealed interface Scenario {
    /** What the user calls it, such as {@code overfitting}. */
    String name();

    /** Where it stands in the book: chapter and section. */
    String place();

    /** What it shows, in one line. */
    String title();

    /** What the author published, to be held against what we read off. */
    List<Published> published();

    /** A scenario on MNIST, the real one: the author's figures are about no other data. */
    non-sealed interface OnMnist extends Scenario {
        /** Plays it, telling the replay's listener each reading; false if the user stopped it. */
        boolean play(BookData data, Replay replay);
    }

    /** A scenario that needs no data but its own. */
    non-sealed interface WithoutData extends Scenario {
        /** Plays it, telling the replay's listener each reading; false if the user stopped it. */
        boolean play(Replay replay);
    }
}
