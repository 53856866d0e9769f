package io.nabla.examples.download;

import io.nabla.data.mnist.DownloadListener;
import io.nabla.data.mnist.RemoteFile;
import io.nabla.examples.cli.Console;
import java.net.URI;
import java.nio.file.Path;
import java.util.OptionalLong;

/** A line for each file, and a progress bar while one comes. */
final class DownloadReport implements DownloadListener {
    private final Console console;
    private RemoteFile current;

    DownloadReport(Console console) {
        this.console = console;
    }

    @Override
    public void progressed(RemoteFile file, URI mirror, long bytes, OptionalLong total) {
        if (!file.equals(current)) {
            current = file;
            console.bar().start();
        }
        String label = file.name() + " from " + mirror.getHost();
        // Without a length there is no fraction to show, only what has come so far.
        if (total.isPresent() && total.getAsLong() > 0) {
            console.bar().show(label, (double) bytes / total.getAsLong());
        } else {
            console.bar().show(label + ", " + bytes / 1024 + " kB", 0);
        }
    }

    @Override
    public void completed(RemoteFile file, Path path) {
        console.result(path + ": downloaded, the official file");
    }

    @Override
    public void alreadyThere(RemoteFile file, Path path) {
        console.result(path + ": there already, the official file");
    }
}
