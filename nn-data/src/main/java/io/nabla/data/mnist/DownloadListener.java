package io.nabla.data.mnist;

import java.net.URI;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Hears how a download goes on; every method does nothing unless overridden.
 *
 * <p>All calls come from the thread that called {@link MnistDownload#into}.
 *
 * <pre>{@code
 * DownloadListener dots = new DownloadListener() {
 *     public void progressed(RemoteFile file, URI mirror, long bytes, OptionalLong total) {
 *         bar.show(bytes, total);
 *     }
 * };
 * }</pre>
 */
public interface DownloadListener {
    /**
     * Some more of a file has come; called about ten times a second, and once when all of it is there.
     *
     * @param file the file
     * @param mirror where it comes from
     * @param bytes compressed bytes so far
     * @param total compressed bytes in all, if the mirror said so
     */
    default void progressed(RemoteFile file, URI mirror, long bytes, OptionalLong total) {}

    /**
     * A mirror failed for a file; the next one is tried, if there is one.
     *
     * @param file the file
     * @param mirror the mirror that failed
     * @param reason why, in a few words
     */
    default void mirrorFailed(RemoteFile file, URI mirror, String reason) {}

    /**
     * A file was downloaded, checked and put in its place.
     *
     * @param file the file
     * @param path where it is now
     */
    default void completed(RemoteFile file, Path path) {}

    /**
     * A file is there already and is the right one, so it is not downloaded.
     *
     * @param file the file
     * @param path where it is
     */
    default void alreadyThere(RemoteFile file, Path path) {}
}
