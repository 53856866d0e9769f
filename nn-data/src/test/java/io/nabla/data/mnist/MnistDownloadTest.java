package io.nabla.data.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.data.IdxBytes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MnistDownloadTest {
    private static final byte[] IMAGES = IdxBytes.images(20, 28, 28);
    private static final byte[] LABELS = IdxBytes.labels(1, 2, 3);
    private static final RemoteFile IMAGE_FILE = remote("some-images-idx3-ubyte", IMAGES);
    private static final RemoteFile LABEL_FILE = remote("some-labels-idx1-ubyte", LABELS);
    private static final String IMAGE_NAME = "some-images-idx3-ubyte.gz";
    private static final String LABEL_NAME = "some-labels-idx1-ubyte.gz";

    @TempDir
    Path folder;

    private LoopbackMirror first;
    private LoopbackMirror second;
    private final List<String> events = new ArrayList<>();

    private final DownloadListener recorder = new DownloadListener() {
        @Override
        public void progressed(RemoteFile file, URI mirror, long bytes, OptionalLong total) {
            assertThat(total).isPresent();
            assertThat(bytes).isLessThanOrEqualTo(total.getAsLong());
            if (bytes == total.getAsLong()) {
                events.add("all of " + file.name());
            }
        }

        @Override
        public void mirrorFailed(RemoteFile file, URI mirror, String reason) {
            events.add("failed " + file.name() + ": " + reason);
        }

        @Override
        public void completed(RemoteFile file, Path path) {
            events.add("completed " + path.getFileName());
        }

        @Override
        public void alreadyThere(RemoteFile file, Path path) {
            events.add("already there " + path.getFileName());
        }
    };

    @BeforeEach
    void startMirrors() throws IOException {
        first = new LoopbackMirror();
        second = new LoopbackMirror()
                .answers(IMAGE_NAME, 200, IdxBytes.gzip(IMAGES))
                .answers(LABEL_NAME, 200, IdxBytes.gzip(LABELS));
    }

    @AfterEach
    void stopMirrors() throws IOException {
        first.close();
        second.close();
    }

    private static RemoteFile remote(String name, byte... content) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(content);
            return new RemoteFile(name, content.length, HexFormat.of().formatHex(sum));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void download(LoopbackMirror... mirrors) throws IOException, InterruptedException {
        download(new Patience(Duration.ofSeconds(30), Duration.ofSeconds(60)), mirrors);
    }

    private void download(Patience patience, LoopbackMirror... mirrors) throws IOException, InterruptedException {
        List<URI> uris = Arrays.stream(mirrors).map(LoopbackMirror::uri).toList();
        new MnistDownload(HttpClient.newHttpClient(), uris, List.of(IMAGE_FILE, LABEL_FILE), patience)
                .into(folder, recorder);
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void fillsTheFolder() throws IOException, InterruptedException {
        folder = folder.resolve("made/by/the/download");

        download(second);

        assertThat(names()).containsExactly(IMAGE_NAME, LABEL_NAME);
        assertThat(folder.resolve(IMAGE_NAME)).hasBinaryContent(IdxBytes.gzip(IMAGES));
        assertThat(events)
                .containsExactly(
                        "all of " + IMAGE_FILE.name(),
                        "completed " + IMAGE_NAME,
                        "all of " + LABEL_FILE.name(),
                        "completed " + LABEL_NAME);
    }

    @Test
    void takesTheNextMirrorAfter404() throws IOException, InterruptedException {
        download(first, second);

        assertThat(first.requests()).containsExactly(IMAGE_NAME, LABEL_NAME);
        assertThat(names()).containsExactly(IMAGE_NAME, LABEL_NAME);
        assertThat(events).contains("failed " + IMAGE_FILE.name() + ": answered HTTP 404");
    }

    @Test
    void takesTheNextMirrorAfterAWrongFile() throws IOException, InterruptedException {
        byte[] other = IMAGES.clone();
        other[100] ^= 1;
        first.answers(IMAGE_NAME, 200, IdxBytes.gzip(other))
                .answers(LABEL_NAME, 200, IdxBytes.gzip(IdxBytes.labels(1, 2)));

        download(first, second);

        assertThat(folder.resolve(IMAGE_NAME)).hasBinaryContent(IdxBytes.gzip(IMAGES));
        assertThat(events.get(1))
                .startsWith("failed some-images-idx3-ubyte: has the SHA-256 ")
                .endsWith(" instead of " + IMAGE_FILE.sha256());
        assertThat(events).contains("failed some-labels-idx1-ubyte: has 10 bytes of data instead of 11");
    }

    @Test
    void aBodyCutShortLeavesNothingBehind() throws IOException {
        byte[] packed = IdxBytes.gzip(IMAGES);
        first.cutsShort(IMAGE_NAME, packed.length, Arrays.copyOf(packed, packed.length / 2));

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> download(first));

        assertThat(names()).isEmpty();
        assertThat(events).hasSize(1).first().asString().startsWith("failed " + IMAGE_FILE.name());
    }

    @Test
    void gzipDataCutShortAreNoticedToo() throws IOException {
        byte[] packed = IdxBytes.gzip(IMAGES);
        first.answers(IMAGE_NAME, 200, Arrays.copyOf(packed, packed.length / 2));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> download(first))
                .withMessageContaining("the gzip data is cut off");
        assertThat(names()).isEmpty();
    }

    @Test
    void aWebPageIsCalledSo() throws IOException {
        first.answers(IMAGE_NAME, 200, "<!DOCTYPE html><p>Log in".getBytes(StandardCharsets.UTF_8));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> download(first))
                .withMessageContaining("is a web page, not the file");
        assertThat(names()).isEmpty();
    }

    @Test
    void anAnswerThatIsTooLargeIsBrokenOff() throws IOException {
        first.answers(IMAGE_NAME, 200, new byte[1 << 20]);

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> download(first))
                .withMessageContaining("sent more than the 16711 bytes that it can have");
        assertThat(names()).isEmpty();
    }

    @Test
    void aBombIsNotUnpacked() throws IOException {
        first.answers(LABEL_NAME, 200, new byte[0])
                .answers(IMAGE_NAME, 200, IdxBytes.gzip(IdxBytes.concat(IMAGES, new byte[1 << 23])));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> download(first))
                .withMessageContaining("has more than " + IMAGES.length + " bytes of data");
        assertThat(names()).isEmpty();
    }

    @Test
    void silenceIsNotWaitedForLong() throws IOException, InterruptedException {
        first.fallsSilent(IMAGE_NAME, 1000, new byte[10]);

        download(new Patience(Duration.ofMillis(300), Duration.ofSeconds(60)), first, second);

        assertThat(names()).containsExactly(IMAGE_NAME, LABEL_NAME);
        assertThat(events).contains("failed " + IMAGE_FILE.name() + ": silent for 300 ms");
    }

    @Test
    void aFileMayNotTakeForEver() throws IOException, InterruptedException {
        first.fallsSilent(IMAGE_NAME, 1000, new byte[10]);

        download(new Patience(Duration.ofSeconds(60), Duration.ofSeconds(1)), first, second);

        assertThat(events).contains("failed " + IMAGE_FILE.name() + ": not done after 1 s");
    }

    @Test
    void anInterruptEndsTheWait() throws IOException {
        first.fallsSilent(IMAGE_NAME, 1000, new byte[10]);

        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> download(first)).isInstanceOf(InterruptedException.class);
        assertThat(names()).isEmpty();
    }

    @Test
    void whatIsThereIsNotDownloadedAgain() throws IOException, InterruptedException {
        Files.write(folder.resolve("some-images.idx3-ubyte"), IMAGES);
        Files.write(folder.resolve(LABEL_NAME), IdxBytes.gzip(LABELS));

        download(second);

        assertThat(second.requests()).isEmpty();
        assertThat(events).containsExactly("already there some-images.idx3-ubyte", "already there " + LABEL_NAME);
    }

    @Test
    void anotherFileOfTheSameNameIsNeitherTakenNorReplaced() throws IOException {
        Path mine = Files.writeString(folder.resolve(LABEL_NAME), "mine");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> download(second))
                .withMessage(mine + ": is there already but is not the official file (has 4 bytes of data instead of"
                        + " 11); move it away or delete it, then download again");
        assertThat(mine).hasContent("mine");
        assertThat(second.requests()).isEmpty();
    }

    @Test
    void offlineSaysWhichFilesToPutWhere() throws IOException {
        first.close();
        second.close();

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> download(first, second))
                .withMessage(
                        "could not download " + IMAGE_NAME + " (127.0.0.1: no connection; 127.0.0.1: no connection);"
                                + " if this machine is offline, put these 2 files, with or without .gz, into " + folder
                                + ": some-images-idx3-ubyte, some-labels-idx1-ubyte");
        assertThat(names()).isEmpty();
    }

    @Test
    void theFileThatCameBeforeAFailureStays() throws IOException {
        second.answers(LABEL_NAME, 503);

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> download(second));

        assertThat(names()).containsExactly(IMAGE_NAME);
    }

    @Test
    void aFolderThatCannotBeMadeIsTold() throws IOException {
        folder = Files.writeString(folder.resolve("file"), "").resolve("folder");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> download(second))
                .withMessageStartingWith(folder + ": the folder for MNIST cannot be made");
    }

    @Test
    void theOfficialFilesAreMnists() {
        assertThat(MnistDownload.officialFiles())
                .extracting(RemoteFile::name)
                .containsExactly(
                        "train-images-idx3-ubyte",
                        "train-labels-idx1-ubyte",
                        "t10k-images-idx3-ubyte",
                        "t10k-labels-idx1-ubyte");
        assertThat(MnistDownload.officialFiles())
                .extracting(RemoteFile::size)
                .containsExactly(16L + 60_000 * 784, 8L + 60_000, 16L + 10_000 * 784, 8L + 10_000);
    }

    @Test
    void refusesMirrorsThatCannotWork() {
        HttpClient client = HttpClient.newHttpClient();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MnistDownload(client, List.of(), List.of(IMAGE_FILE), Patience.DEFAULT));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MnistDownload(
                        client, List.of(URI.create("http://localhost/mnist")), List.of(IMAGE_FILE), Patience.DEFAULT))
                .withMessageContaining("http://localhost/mnist");
    }
}
