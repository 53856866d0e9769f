package io.nabla.examples.model;

import io.nabla.api.Precision;
import io.nabla.core.Network;
import io.nabla.examples.cli.CommonOptions;
import io.nabla.examples.cli.Console;
import io.nabla.examples.cli.ExitCode;
import io.nabla.examples.cli.KernelsOptions;
import io.nabla.examples.cli.PluginOption;
import io.nabla.examples.cli.SavedModel;
import io.nabla.examples.cli.UserError;
import io.nabla.io.ModelDescription;
import io.nabla.io.onnx.OnnxWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nn export}: a saved network in a format that other programs run. */
@Command(
        name = "export",
        description = {
            "Write a saved network as an ONNX file, which ONNX Runtime and others run.",
            "It takes one input, of the shape examples x inputs, and gives one output. Pixels are divided by 256 before,",
            "and cells of a table encoded, as in training: that is not part of the file."
        },
        sortOptions = false)
public final class ExportCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "MODEL", description = "A file that 'nn train --save' has written.")
    private Path model;

    @Option(
            names = "--onnx",
            required = true,
            paramLabel = "FILE",
            description = "The file to write; one of that name is replaced.")
    private Path file;

    @Mixin
    private final PluginOption plugins = new PluginOption();

    @Mixin
    final CommonOptions common = new CommonOptions();

    /** The command, writing to this console. */
    public ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (SavedModel saved = SavedModel.read(model, plugins.load(), new KernelsOptions())) {
            export(saved.network(), saved.description());
        }
        return ExitCode.OK;
    }

    private void export(Network network, ModelDescription description) {
        try {
            Precision precision = OnnxWriter.write(file, network, description);
            String why = precision == description.precision()
                    ? ""
                    : ": ONNX Runtime has "
                            + String.join(", ", OnnxWriter.inFloatsBecauseOf(network, description))
                            + " for floats alone";
            console.result("written to " + file + ", in " + precision + "s" + why);
        } catch (IOException | IllegalArgumentException e) {
            throw new UserError(model + " cannot be exported: " + e.getMessage(), e);
        }
    }
}
