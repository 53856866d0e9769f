package io.nabla.examples.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.data.mnist.MnistDownload;
import io.nabla.data.mnist.Patience;
import io.nabla.data.mnist.RemoteFile;
import io.nabla.examples.cli.Console;
import io.nabla.examples.cli.Failures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code nn download mnist} from a mirror on this machine. */
class DownloadCommandTest {
    private static final byte[] CONTENT = "the labels".getBytes(StandardCharsets.UTF_8);
    private static final String NAME = "t10k-labels-idx1-ubyte";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private OneFileMirror mirror;

    @BeforeEach
    void startMirror() throws IOException {
        mirror = new OneFileMirror(gzip());
    }

    @AfterEach
    void stopMirror() throws IOException {
        mirror.close();
    }

    private static byte[] gzip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(CONTENT);
        }
        return bytes.toByteArray();
    }

    private MnistDownload download() {
        try {
            String sha256 = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(CONTENT));
            return new MnistDownload(
                    HttpClient.newHttpClient(),
                    List.of(mirror.folder()),
                    List.of(new RemoteFile(NAME, CONTENT.length, sha256)),
                    Patience.DEFAULT);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private int run(int columns, String... args) {
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of("XDG_CACHE_HOME", folder.toString()),
                columns);
        Failures failures = new Failures(console);
        return new CommandLine(new DownloadCommand(console, this::download))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures)
                .execute(args);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theCacheIsFilledOnce() throws IOException {
        assertThat(run(0, "mnist")).isZero();
        Path file = folder.resolve("nabla").resolve("mnist").resolve(NAME + ".gz");
        assertThat(Files.readAllBytes(file)).isEqualTo(gzip());
        assertThat(out()).contains(file + ": downloaded").contains("where 'nn train' looks for it");
        assertThat(err()).isEmpty();

        out.reset();
        mirror.close();
        assertThat(run(0, "mnist")).isZero();
        assertThat(out()).contains(file + ": there already");
    }

    @Test
    void anotherFolderCanBeNamed() {
        Path other = folder.resolve("other");
        assertThat(run(0, "mnist", "--to", other.toString())).isZero();
        assertThat(other.resolve(NAME + ".gz")).exists();
        assertThat(out()).contains("nn train --data " + other);
    }

    @Test
    void aTerminalShowsTheProgress() {
        assertThat(run(100, "mnist")).isZero();
        assertThat(err()).contains(NAME + " from 127.0.0.1 [").contains("100 %").endsWith("\r\u001b[K");
    }

    @Test
    void offlineOneLineSaysWhatToDoAndNothingIsLeftBehind() throws IOException {
        mirror.close();
        assertThat(run(0, "mnist")).isEqualTo(2);
        assertThat(out()).isEmpty();
        assertThat(err().lines()).hasSize(1);
        assertThat(err()).startsWith("nn: could not download").contains("offline", NAME);
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void whatToDownloadMustBeSaidAndKnown() {
        assertThat(run(0)).isEqualTo(2);
        assertThat(run(0, "cifar")).isEqualTo(2);
        assertThat(err().lines()).hasSize(2);
        assertThat(err()).contains("WHAT").contains("cifar");
    }
}
