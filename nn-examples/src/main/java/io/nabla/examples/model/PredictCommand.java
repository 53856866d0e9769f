package io.nabla.examples.model;

import io.nabla.api.Matrix;
import io.nabla.core.Network;
import io.nabla.data.DataFormatException;
import io.nabla.examples.cli.CommonOptions;
import io.nabla.examples.cli.Console;
import io.nabla.examples.cli.ExitCode;
import io.nabla.examples.cli.JsonOption;
import io.nabla.examples.cli.KernelsOptions;
import io.nabla.examples.cli.PluginOption;
import io.nabla.examples.cli.SavedModel;
import io.nabla.examples.cli.UserError;
import io.nabla.serving.Examples;
import io.nabla.serving.PredictionHandle;
import io.nabla.serving.ServedModel;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code nn predict}: what a saved network says of examples whose outputs nobody knows yet. */
@Command(
        name = "predict",
        description = {
            "Tell what a saved network says of examples, one line for each: its name, and its class and that class's output,",
            "which is a probability with softmax or sigmoid; or the number that is predicted."
        },
        sortOptions = false)
public final class PredictCommand implements Callable<Integer> {
    /** How many examples go through the network at once. */
    private static final int CHUNK = 200;

    private static final String STDIN = "-";

    private final Console console;

    @Parameters(index = "0", paramLabel = "MODEL", description = "A file that 'nn train --save' has written.")
    private Path model;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "FILE",
            description = {
                "For a network of images: PNG images or IDX files of images.",
                "For one of a table: CSV files with its columns. - reads either from stdin."
            })
    private List<Path> files;

    @Mixin
    private final KernelsOptions kernels = new KernelsOptions();

    @Mixin
    private final PluginOption plugins = new PluginOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    final CommonOptions common = new CommonOptions();

    /** The command, writing to this console. */
    public PredictCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (SavedModel saved = SavedModel.read(model, plugins.load(), kernels)) {
            PredictionHandle handle = saved.served().handle();
            for (Path file : files) {
                if (!predict(file, handle)) {
                    return ExitCode.INTERRUPTED;
                }
            }
        }
        return ExitCode.OK;
    }

    private boolean predict(Path file, PredictionHandle handle) {
        try (Examples examples = read(file, handle.model())) {
            return predict(examples, handle);
        } catch (DataFormatException | FileNotFoundException e) {
            String message = e.getMessage();
            throw new UserError(message.startsWith(STDIN + ":") ? "stdin" + message.substring(1) : message, e);
        } catch (IOException e) {
            throw new UserError(file + " cannot be read: " + e, e);
        }
    }

    private Examples read(Path file, ServedModel served) throws IOException {
        return file.toString().equals(STDIN) ? served.examples(STDIN, console.in()) : served.examples(file);
    }

    /** Tells the answers to all examples; false if nobody reads them any more. */
    private boolean predict(Examples examples, PredictionHandle handle) {
        Network network = handle.model().network();
        for (int from = 0; from < examples.size(); from += CHUNK) {
            int m = Math.min(CHUNK, examples.size() - from);
            Matrix x = Matrix.zeros(network.kernels(), network.inputs().size(), m);
            examples.copyInputs(from, x);
            Matrix a = handle.predict(x);
            for (int column = 0; column < m; column++) {
                int one = column;
                String name = examples.name(from + column);
                tell(new Answer(
                        name, UserError.unlessRefused(() -> handle.model().prediction(a, one, name))));
            }
            if (console.isClosed()) {
                return false;
            }
        }
        return true;
    }

    private void tell(Answer answer) {
        if (json.isJson()) {
            console.json().write("prediction", answer.fields());
        } else {
            console.result(answer.line());
        }
    }
}
