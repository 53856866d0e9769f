package io.nabla.data.mnist;

import io.nabla.data.files.AtomicFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills a folder with MNIST's four files from public mirrors.
 *
 * <p>A file is fetched into memory, decompressed and compared with the official SHA-256; only then it is written, under
 * its name at once. If a mirror fails, the next one is tried. Files that are there already are checked and kept.
 *
 * <pre>{@code
 * MnistDownload.fromPublicMirrors().into(cacheFolder, new DownloadListener() {});
 * LabelledImages training = Mnist.in(cacheFolder).training();
 * }</pre>
 */
public final class MnistDownload {
    private static final Logger LOG = LoggerFactory.getLogger(MnistDownload.class);

    private static final List<URI> PUBLIC_MIRRORS = List.of(
            URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"),
            URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/"));

    private final HttpClient client;
    private final List<URI> mirrors;
    private final List<RemoteFile> files;
    private final Patience patience;

    /**
     * A download of any files from any mirrors.
     *
     * @param client makes the connections; give it a connect timeout
     * @param mirrors folders to get {@code name + ".gz"} from, ending with a slash, the preferred one first
     * @param files what to download
     * @param patience how long to wait for a file
     * @throws IllegalArgumentException if there is no mirror, or one does not end with a slash
     */
    public MnistDownload(HttpClient client, List<URI> mirrors, List<RemoteFile> files, Patience patience) {
        this.client = client;
        this.mirrors = List.copyOf(mirrors);
        this.files = List.copyOf(files);
        this.patience = patience;
        if (mirrors.isEmpty()) {
            throw new IllegalArgumentException("a download needs at least one mirror");
        }
        for (URI mirror : mirrors) {
            if (!mirror.toString().endsWith("/")) {
                throw new IllegalArgumentException("a mirror is a folder and ends with a slash: " + mirror);
            }
        }
    }

    /**
     * A download of the official MNIST files from the public mirrors that are known today.
     *
     * @return a download with a connect timeout of 10 seconds that follows redirects
     */
    public static MnistDownload fromPublicMirrors() {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        return new MnistDownload(client, PUBLIC_MIRRORS, officialFiles(), Patience.DEFAULT);
    }

    /**
     * Lists the official MNIST files.
     *
     * @return training images and labels, then test images and labels
     */
    public static List<RemoteFile> officialFiles() {
        return Arrays.stream(MnistFile.values()).map(MnistFile::official).toList();
    }

    /**
     * Puts the files into a folder, as {@code name + ".gz"}, where they are not there already.
     *
     * @param folder the folder; made if it does not exist
     * @param listener hears of the progress
     * @throws IOException if a file cannot be had from any mirror, cannot be written, or another one of its name is there;
     *     the message is one line that says what to do. Files completed before stay.
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public void into(Path folder, DownloadListener listener) throws IOException, InterruptedException {
        makeFolder(folder);
        List<RemoteFile> missing = new ArrayList<>();
        for (RemoteFile file : files) {
            Optional<Path> there = Mnist.locate(file.name(), folder);
            if (there.isPresent()) {
                checkExisting(file, there.get());
                listener.alreadyThere(file, there.get());
            } else {
                missing.add(file);
            }
        }
        Transfer transfer = new Transfer(client, patience, listener);
        for (RemoteFile file : missing) {
            byte[] bytes = fetch(file, folder, transfer, listener);
            Path target = folder.resolve(file.name() + ".gz");
            try (AtomicFile written = AtomicFile.replacing(target)) {
                written.out().write(bytes);
                written.commit();
            }
            listener.completed(file, target);
        }
    }

    private static void makeFolder(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new IOException(folder + ": the folder for MNIST cannot be made (" + failed + ")", failed);
        }
    }

    private byte[] fetch(RemoteFile file, Path folder, Transfer transfer, DownloadListener listener)
            throws IOException, InterruptedException {
        List<String> failures = new ArrayList<>();
        for (URI mirror : mirrors) {
            try {
                byte[] bytes = transfer.get(file, mirror);
                Verification.check(file, new ByteArrayInputStream(bytes));
                return bytes;
            } catch (IOException failed) {
                LOG.debug("{} from {} failed", file.name(), mirror, failed);
                failures.add(mirror.getHost() + ": " + failed.getMessage());
                listener.mirrorFailed(file, mirror, failed.getMessage());
            }
        }
        throw new IOException("could not download " + file.name() + ".gz (" + String.join("; ", failures)
                + "); if this machine is offline, put these " + files.size() + " files, with or without .gz, into "
                + folder + ": "
                + String.join(", ", files.stream().map(RemoteFile::name).toList()));
    }

    private static void checkExisting(RemoteFile file, Path path) throws IOException {
        try {
            Verification.check(file, Files.newInputStream(path));
        } catch (IOException wrong) {
            throw new IOException(
                    path + ": is there already but is not the official file (" + wrong.getMessage()
                            + "); move it away or delete it, then download again",
                    wrong);
        }
    }
}
