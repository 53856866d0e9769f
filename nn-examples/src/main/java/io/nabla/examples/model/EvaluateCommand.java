package io.nabla.examples.model;

import io.nabla.api.Cost;
import io.nabla.api.Dataset;
import io.nabla.api.Evaluation;
import io.nabla.api.Plugins;
import io.nabla.core.ConfusionMatrix;
import io.nabla.core.Evaluator;
import io.nabla.core.MeanAbsoluteError;
import io.nabla.core.MeanSquaredError;
import io.nabla.core.RSquared;
import io.nabla.data.csv.NumberTarget;
import io.nabla.examples.cli.CommonOptions;
import io.nabla.examples.cli.Console;
import io.nabla.examples.cli.ExitCode;
import io.nabla.examples.cli.JsonOption;
import io.nabla.examples.cli.KernelsOptions;
import io.nabla.examples.cli.PluginOption;
import io.nabla.examples.cli.SavedModel;
import io.nabla.examples.cli.UserError;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nn evaluate}: how good a saved network is on data whose outputs are known. */
@Command(
        name = "evaluate",
        description = "Measure a saved network: its cost, and of classes its accuracy, what it takes for what, and each"
                + " class's precision, recall and F1; of numbers its errors and R squared.",
        sortOptions = false)
public final class EvaluateCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "MODEL", description = "A file that 'nn train --save' has written.")
    private Path model;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder with MNIST's four IDX files, whose test images are taken (default: as 'nn train').")
    private Path folder;

    @Option(
            names = "--images",
            paramLabel = "DIR",
            description = "Folder with a folder of PNG images for each class that the network tells apart.")
    private Path images;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "For a network of a table: a CSV file with its columns and the target.")
    private Path csv;

    @Mixin
    private final KernelsOptions kernels = new KernelsOptions();

    @Mixin
    private final PluginOption pluginOption = new PluginOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    final CommonOptions common = new CommonOptions();

    /** The command, writing to this console. */
    public EvaluateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Plugins plugins = pluginOption.load();
        try (SavedModel saved = SavedModel.read(model, plugins, kernels);
                KnownData data = KnownData.read(saved, named(), console.env())) {
            Cost cost = UserError.unlessRefused(
                    () -> plugins.cost(saved.description().cost().settings()));
            UserError.unlessRefused(() -> {
                if (saved.description().classes().isEmpty()) {
                    tellNumbers(saved, data, cost);
                } else {
                    tellClasses(saved, data, cost);
                }
                return saved;
            });
        }
        return ExitCode.OK;
    }

    private KnownData.Named named() {
        return new KnownData.Named(Optional.ofNullable(folder), Optional.ofNullable(images), Optional.ofNullable(csv));
    }

    private void tellClasses(SavedModel saved, KnownData data, Cost cost) {
        Dataset examples = data.examples();
        Evaluation evaluation = new Evaluator(cost).evaluate(saved.network(), examples);
        ConfusionMatrix confusion = ConfusionMatrix.of(saved.network(), examples);
        List<String> classes = saved.description().classes();
        if (json.isJson()) {
            Map<String, Object> fields = fields(data, cost, evaluation);
            fields.put("accuracy", confusion.accuracy());
            fields.put("classes", classes);
            fields.put(
                    "confusion",
                    IntStream.range(0, confusion.classes())
                            .mapToObj(wanted -> IntStream.range(0, confusion.classes())
                                    .mapToObj(given -> confusion.count(wanted, given))
                                    .toList())
                            .toList());
            fields.put("precision", ofEach(confusion, confusion::precision));
            fields.put("recall", ofEach(confusion, confusion::recall));
            fields.put("f1", ofEach(confusion, confusion::f1));
            fields.put("macroPrecision", confusion.macroPrecision());
            fields.put("macroRecall", confusion.macroRecall());
            fields.put("macroF1", confusion.macroF1());
            console.json().write("evaluation", fields);
            return;
        }
        tellData(saved, data, cost, evaluation);
        for (int label = 0; label < classes.size(); label++) {
            if (!classes.get(label).equals(String.valueOf(label))) {
                console.result("class " + label + " is " + classes.get(label));
            }
        }
        confusion.toString().lines().forEach(console::result);
    }

    private static List<Double> ofEach(ConfusionMatrix confusion, IntToDoubleFunction figure) {
        return IntStream.range(0, confusion.classes())
                .mapToDouble(figure)
                .boxed()
                .toList();
    }

    private void tellNumbers(SavedModel saved, KnownData data, Cost cost) {
        Evaluation evaluation = new Evaluator(cost, List.of(new MeanSquaredError(), new MeanAbsoluteError()))
                .evaluate(saved.network(), data.examples());
        // A target of numbers is learned in units of its deviation; people want those of the column.
        double unit = saved.preprocessing()
                .table()
                .map(table -> table.encoding().target())
                .filter(NumberTarget.class::isInstance)
                .map(target -> ((NumberTarget) target).deviation())
                .orElse(1.0);
        double squared = evaluation.mean(MeanSquaredError.NAME) * unit * unit;
        double absolute = evaluation.mean(MeanAbsoluteError.NAME) * unit;
        // One example does not vary, and R squared compares with how much examples do.
        Optional<Double> rSquared = evaluation.examples() > 1
                ? Optional.of(RSquared.of(saved.network(), data.examples()).mean())
                : Optional.empty();
        if (json.isJson()) {
            Map<String, Object> fields = fields(data, cost, evaluation);
            fields.put("meanSquaredError", squared);
            fields.put("meanAbsoluteError", absolute);
            fields.put("rSquared", rSquared.orElse(null));
            console.json().write("evaluation", fields);
            return;
        }
        tellData(saved, data, cost, evaluation);
        console.result(String.format(
                        Locale.ROOT,
                        "%d examples, mean squared error %.6g, mean absolute error %.6g",
                        evaluation.examples(),
                        squared,
                        absolute)
                + rSquared.map(r -> String.format(Locale.ROOT, ", R squared %.4f", r))
                        .orElse(""));
    }

    private static Map<String, Object> fields(KnownData data, Cost cost, Evaluation evaluation) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("data", data.name());
        fields.put("examples", evaluation.examples());
        fields.put("costName", cost.name());
        fields.put("cost", evaluation.cost());
        return fields;
    }

    private void tellData(SavedModel saved, KnownData data, Cost cost, Evaluation evaluation) {
        console.result("model     " + saved.file() + ": " + saved.network() + ", " + saved.precision());
        console.result("data      " + data.name());
        console.result(String.format(Locale.ROOT, "cost      %.6g (%s)", evaluation.cost(), cost.name()));
    }
}
