package io.nabla.examples.model;

import io.nabla.api.Matrix;
import io.nabla.core.Predictor;
import io.nabla.examples.cli.CommonOptions;
import io.nabla.examples.cli.Console;
import io.nabla.examples.cli.ExitCode;
import io.nabla.examples.cli.JsonOption;
import io.nabla.examples.cli.KernelsOptions;
import io.nabla.examples.cli.PluginOption;
import io.nabla.examples.cli.SavedModel;
import io.nabla.examples.cli.UserError;
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

    private final Console console;

    @Parameters(index = "0", paramLabel = "MODEL", description = "A file that 'nn train --save' has written.")
    private Path model;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "FILE",
            description = {
                "For a network of images: PNG images or IDX files of images.",
                "For one of a table: CSV files with its columns, or - for stdin."
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
            Answer answer = new Answer(saved);
            Predictor predictor = saved.network().predictor();
            for (Path file : files) {
                try (Examples examples = read(file, saved)) {
                    if (!predict(examples, predictor, answer)) {
                        return ExitCode.INTERRUPTED;
                    }
                }
            }
        }
        return ExitCode.OK;
    }

    private Examples read(Path file, SavedModel saved) {
        return saved.preprocessing()
                .table()
                .<Examples>map(table -> TableExamples.read(file, table, console.in()))
                .orElseGet(() -> ImageExamples.read(file, saved.network().inputs()));
    }

    /** Tells the answers to all examples; false if nobody reads them any more. */
    private boolean predict(Examples examples, Predictor predictor, Answer answer) {
        int inputs = answer.saved().network().inputs().size();
        for (int from = 0; from < examples.size(); from += CHUNK) {
            int m = Math.min(CHUNK, examples.size() - from);
            Matrix x = Matrix.zeros(answer.saved().network().kernels(), inputs, m);
            examples.copyInputs(from, x);
            Matrix a = predictor.predict(x);
            for (int column = 0; column < m; column++) {
                tell(examples.name(from + column), a, column, answer);
            }
            if (console.isClosed()) {
                return false;
            }
        }
        return true;
    }

    private void tell(String example, Matrix a, int column, Answer answer) {
        double[] outputs = new double[a.rows()];
        for (int row = 0; row < outputs.length; row++) {
            outputs[row] = a.get(row, column);
            if (!Double.isFinite(outputs[row])) {
                throw new UserError("the network gives " + example + " an output of " + outputs[row]
                        + "; its inputs are far from what the network was trained with");
            }
        }
        if (json.isJson()) {
            console.json().write("prediction", answer.fields(example, outputs));
        } else {
            console.result(answer.line(example, outputs));
        }
    }
}
