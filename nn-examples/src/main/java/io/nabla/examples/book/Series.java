package io.nabla.examples.book;

import java.util.List;

/**
 * Several programs of the author's that belong together, one after the other.
 *
 * @param parts each with its own seed, as programs have
 */
record Series(String name, String place, String title, List<Scenario.OnMnist> parts) implements Scenario.OnMnist {
    /** Keeps its own copy of the parts. */
    Series {
        parts = List.copyOf(parts);
    }

    @Override
    public List<Published> published() {
        return parts.stream().flatMap(part -> part.published().stream()).toList();
    }

    @Override
    public boolean play(BookData data, Replay replay) {
        return parts.stream().allMatch(part -> part.play(data, replay));
    }
}
