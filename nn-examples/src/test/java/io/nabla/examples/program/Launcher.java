package io.nabla.examples.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The script {@code nn} beside the packaged program but not beside the sources.
 *
 * <p>It would build them anew if it saw one newer than its last build, in the middle of this one.
 */
final class Launcher {
    private static final Path APP = Path.of("target", "app").toAbsolutePath();
    private static final Path HOME = Path.of("target", "launcher").toAbsolutePath();

    private Launcher() {}

    /** Where the script is once it is set up. */
    static String script() {
        return HOME.resolve("nn").toString();
    }

    /** Sets the script up as after a build. */
    static void install() throws IOException {
        assertThat(APP).describedAs("the packaged program").isDirectory();
        Path target = Files.createDirectories(HOME.resolve("nn-examples").resolve("target"));
        Path app = target.resolve("app");
        if (Files.notExists(app)) {
            Files.createSymbolicLink(app, APP);
        }
        Files.deleteIfExists(target.resolve("app.tried"));
        Files.writeString(target.resolve("app.stamp"), "");
        Files.copy(
                Path.of("..", "nn"),
                HOME.resolve("nn"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
    }
}
