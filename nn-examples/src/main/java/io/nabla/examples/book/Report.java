package io.nabla.examples.book;

import io.nabla.examples.cli.ImageData;
import java.util.List;
import java.util.Optional;

/** Tells the user of a replay, from its start to its end. */
interface Report extends Replay.Listener {
    /**
     * The replay begins.
     *
     * @param data what it is played on, if it needs any
     */
    void started(Scenario scenario, Optional<ImageData> data);

    /**
     * The replay is over.
     *
     * @param comparisons the author's figures beside ours
     * @param stopped whether the user ended it early
     */
    void finished(Scenario scenario, List<Comparison> comparisons, boolean stopped, double seconds);
}
