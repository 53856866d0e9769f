package io.nabla.benchmarks.cli;

import io.nabla.data.mnist.Mnist;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where MNIST lies. */
public final class ImagesOption {
    private static final String VARIABLE = "NN_MNIST";

    @Option(
            names = "--mnist",
            paramLabel = "DIR",
            description = "Folder with MNIST's four IDX files, gzip or not (default: the folder in the environment"
                    + " variable " + VARIABLE + ", else what 'nn download mnist' has fetched).")
    private Path folder;

    /** The option, not yet set. */
    public ImagesOption() {}

    /**
     * MNIST.
     *
     * @throws WrongInput if it is nowhere, or its files are not as they should be
     */
    public Images mnist(Map<String, String> env) {
        return find(env)
                .map(Images::in)
                .orElseThrow(() -> new WrongInput("no MNIST found; name a folder with its four files by --mnist or by "
                        + VARIABLE + ", or run 'nn download mnist'"));
    }

    /**
     * MNIST, or synthetic digits where it is nowhere.
     *
     * @throws WrongInput if a folder was named that has not the files, or they are not as they should be
     */
    public Images mnistOrSynthetic(Map<String, String> env) {
        return find(env).map(Images::in).orElseGet(Images::synthetic);
    }

    private Optional<Path> find(Map<String, String> env) {
        if (folder != null) {
            return Optional.of(folder);
        }
        String variable = env.getOrDefault(VARIABLE, "");
        if (!variable.isEmpty()) {
            return Optional.of(Path.of(variable));
        }
        return Optional.of(Mnist.cache(env)).filter(Mnist::isIn);
    }
}
