package io.nabla.examples.model;

import io.nabla.api.Activation;
import io.nabla.api.Plugins;
import io.nabla.api.SoftmaxActivation;
import io.nabla.core.Network;
import io.nabla.core.kernels.AvailableKernels;
import io.nabla.examples.cli.CommonOptions;
import io.nabla.examples.cli.ConfigOption;
import io.nabla.examples.cli.Console;
import io.nabla.examples.cli.ExitCode;
import io.nabla.examples.cli.PluginOption;
import io.nabla.examples.cli.UserError;
import io.nabla.examples.cli.Version;
import io.nabla.examples.config.ConfigTree;
import io.nabla.examples.config.NetworkConfig;
import io.nabla.io.Model;
import io.nabla.io.ModelDescription;
import io.nabla.io.ModelFile;
import io.nabla.io.NetworkDescription;
import io.nabla.io.StateDictFile;
import io.nabla.io.json.Json;
import io.nabla.io.json.JsonReader;
import io.nabla.io.onnx.OnnxReader;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nn import}: a network that another program has trained. */
@Command(
        name = "import",
        description = {
            "Save a network that another program has trained, for 'nn predict' and 'nn evaluate'.",
            "FILE is an ONNX file, as PyTorch and Keras export it; or with --config a safetensors file of PyTorch's weights",
            "(fc1.weight, fc1.bias) for the layers that the JSON file describes."
        },
        sortOptions = false)
public final class ImportCommand implements Callable<Integer> {
    private static final String PIXELS = "{\"kind\": \"pixels\", \"divisor\": 256}";

    private final Console console;

    @Parameters(index = "0", paramLabel = "FILE", description = "What another program has written.")
    private Path file;

    @Option(names = "--save", required = true, paramLabel = "MODEL", description = "The file to write (safetensors).")
    private Path model;

    @Mixin
    private final ConfigOption configOption = new ConfigOption();

    @Option(
            names = "--map",
            paramLabel = "LAYER=NAME",
            description = {
                "With --config: the name of a layer's weights, such as 1=fc1 for fc1.weight; may be given several times.",
                "Others are found by their shapes and the numbers in their names."
            })
    private Map<String, String> names = new LinkedHashMap<>();

    @Option(
            names = "--softmax",
            description = {
                "The outputs become probabilities: a softmax behind the last layer, as for a network that was trained with",
                "PyTorch's CrossEntropyLoss or ends in LogSoftmax."
            })
    private boolean isClassifier;

    @Option(
            names = "--divisor",
            paramLabel = "N",
            description = {
                "What pixels were divided by where it was trained, such as 255 (default: 256, as here). The weights of the",
                "first layer are changed so that pixels divided by 256 give the same outputs."
            })
    private Double divisor;

    @Option(
            names = "--classes",
            paramLabel = "NAME",
            split = ",",
            description = "The names of the outputs, with commas between (default: their numbers, behind a softmax).")
    private List<String> classes = List.of();

    @Mixin
    private final PluginOption pluginOption = new PluginOption();

    @Mixin
    final CommonOptions common = new CommonOptions();

    /** The command, writing to this console. */
    public ImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Plugins plugins = pluginOption.load();
        Model read = UserError.unlessRefused(() -> read(plugins));
        if (divisor != null) {
            UserError.unlessRefused(() -> PixelScale.rescale(read.network(), divisor));
        }
        if (!classes.isEmpty() && classes.size() != read.network().outputs().size()) {
            throw new UserError("--classes names " + classes.size() + " outputs, but the network has "
                    + read.network().outputs().size() + "; name all or none");
        }
        ModelDescription description = read.description();
        Map<String, String> provenance = new LinkedHashMap<>(description.provenance());
        provenance.put("nabla", Version.number());
        save(
                read.network(),
                new ModelDescription(
                        description.network(),
                        description.precision(),
                        description.cost(),
                        description.preprocessing(),
                        classes.isEmpty() ? named(read) : classes,
                        provenance));
        console.result("saved in " + model + ": " + read.network() + ", " + description.precision());
        return ExitCode.OK;
    }

    /** The names that the outputs have already; where they are probabilities, at least their numbers. */
    private static List<String> named(Model read) {
        List<String> names = read.description().classes();
        Activation last = read.network().layers().get(-1).activation();
        return names.isEmpty() && last instanceof SoftmaxActivation
                ? IntStream.range(0, read.network().outputs().size())
                        .mapToObj(String::valueOf)
                        .toList()
                : names;
    }

    private Model read(Plugins plugins) {
        try {
            if (configOption.file().isPresent()) {
                return weights(plugins);
            }
            if (!names.isEmpty() || file.toString().endsWith(".safetensors")) {
                throw new UserError(file + " is to be weights alone; say what network they are of with --config FILE");
            }
            return isClassifier
                    ? OnnxReader.readClassifier(file, plugins, new AvailableKernels()::best)
                    : OnnxReader.read(file, plugins, new AvailableKernels()::best);
        } catch (NoSuchFileException e) {
            throw new UserError(file + ": no such file", e);
        } catch (IOException e) {
            throw new UserError(e.getMessage(), e);
        }
    }

    /** Weights alone, for a network that a file describes. */
    private Model weights(Plugins plugins) throws IOException {
        if (isClassifier) {
            throw new UserError("--softmax is not for a network whose layers stand in "
                    + configOption.file().get() + "; give its last layer the activation softmax there");
        }
        ConfigTree config = configOption.read();
        NetworkConfig network = NetworkConfig.of(config);
        Json inputs = network.inputs()
                .orElseThrow(() -> new UserError(configOption.file().get()
                        + ": 'inputs' is not set; give the shape of the inputs, such as \"inputs\": [1, 28, 28]"));
        NetworkDescription description = new NetworkDescription(NetworkDescription.shape(inputs), network.layers());
        Network built = StateDictFile.read(file, description, names, plugins, new AvailableKernels()::best);
        network.cost().from(plugins::cost);
        return new Model(
                new ModelDescription(
                        description,
                        built.kernels().precision(),
                        network.cost().json(),
                        JsonReader.parse("preprocessing", PIXELS),
                        List.of(),
                        Map.of()),
                built);
    }

    private void save(Network network, ModelDescription description) {
        try {
            ModelFile.write(model, network, description);
        } catch (IOException e) {
            throw new UserError("the network cannot be saved: " + e.getMessage(), e);
        }
    }
}
