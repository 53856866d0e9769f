package io.nabla.examples.download;

import io.nabla.data.mnist.Mnist;
import io.nabla.data.mnist.MnistDownload;
import io.nabla.examples.cli.CommonOptions;
import io.nabla.examples.cli.Console;
import io.nabla.examples.cli.ExitCode;
import io.nabla.examples.cli.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nn download mnist}: MNIST from public mirrors into the cache, where {@code nn train} finds it. */
@Command(
        name = "download",
        description = "Download data from public mirrors, checked by SHA-256; files that are there already are kept.",
        sortOptions = false)
public final class DownloadCommand implements Callable<Integer> {
    /** What can be downloaded. */
    enum What {
        MNIST;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Console console;
    private final Supplier<MnistDownload> download;

    @Parameters(paramLabel = "WHAT", description = "What to download: ${COMPLETION-CANDIDATES}.")
    private What what;

    @Option(
            names = "--to",
            paramLabel = "DIR",
            description =
                    "Folder for the files (default: nabla/mnist in XDG_CACHE_HOME or ~/.cache, where 'nn train' looks).")
    private Path folder;

    @Mixin
    final CommonOptions common = new CommonOptions();

    /** The command, writing to this console. */
    public DownloadCommand(Console console) {
        this(console, MnistDownload::fromPublicMirrors);
    }

    DownloadCommand(Console console, Supplier<MnistDownload> download) {
        this.console = console;
        this.download = download;
    }

    @Override
    public Integer call() throws InterruptedException {
        Path target = folder != null ? folder : Mnist.cache(console.env());
        console.bar().start();
        try {
            download.get().into(target, new DownloadReport(console));
        } catch (IOException e) {
            throw new UserError(e.getMessage(), e);
        }
        console.result(what.name() + " is in " + target
                + (folder != null
                        ? "; train on it by 'nn train --data " + target + "'"
                        : ", where 'nn train' looks for it"));
        return ExitCode.OK;
    }
}
