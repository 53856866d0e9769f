package io.nabla.examples.small;

import io.nabla.activations.Softmax;
import io.nabla.activations.Tanh;
import io.nabla.core.ConfusionMatrix;
import io.nabla.core.Network;
import io.nabla.core.Trainer;
import io.nabla.core.random.NumpyRandom;
import io.nabla.core.random.PythonRandom;
import io.nabla.costs.LogLikelihoodCost;
import io.nabla.data.csv.ClassTarget;
import io.nabla.data.csv.CsvFormat;
import io.nabla.data.csv.Table;
import io.nabla.data.csv.TableEncoding;
import io.nabla.data.csv.TableReader;
import io.nabla.data.csv.TableSplit;
import io.nabla.data.csv.TableTask;
import io.nabla.initializers.XavierNormal;
import io.nabla.layers.Dense;
import io.nabla.optimizers.Adam;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A table from a CSV file: measures of flowers, and which of three species each flower is. */
public final class FlowerTable {
    private static final int FLOWERS_OF_A_SPECIES = 100;

    private FlowerTable() {}

    /** A species by the means and deviations, in cm, of its sepals' length and width and its petals' length and width. */
    private record Species(String name, List<Double> means, List<Double> deviations) {}

    private static final List<Species> ALL = List.of(
            new Species("setosa", List.of(5.0, 3.4, 1.5, 0.2), List.of(0.35, 0.38, 0.17, 0.10)),
            new Species("versicolor", List.of(5.9, 2.8, 4.3, 1.3), List.of(0.52, 0.31, 0.47, 0.20)),
            new Species("virginica", List.of(6.6, 3.0, 5.6, 2.0), List.of(0.64, 0.32, 0.55, 0.27)));

    /** A network with what it takes to ask it: how cells become its inputs, and how often it was right on new flowers. */
    record Learned(Network network, TableEncoding encoding, double accuracy) {
        /** The species that the network sees in a flower. */
        String species(Map<String, String> flower) {
            double[] outputs = network.predictor().predict(encoding.encode(flower));
            int best = 0;
            for (int i = 1; i < outputs.length; i++) {
                best = outputs[i] > outputs[best] ? i : best;
            }
            return ((ClassTarget) encoding.target()).classes().get(best);
        }
    }

    /** Writes the file, as flowers might have been measured: a header, and a row for each flower. */
    static Path write(Path folder) throws IOException {
        NumpyRandom random = new NumpyRandom(1);
        List<String> lines = new ArrayList<>();
        lines.add("sepal length,sepal width,petal length,petal width,species");
        for (Species species : ALL) {
            for (int flower = 0; flower < FLOWERS_OF_A_SPECIES; flower++) {
                StringBuilder line = new StringBuilder();
                for (int i = 0; i < species.means().size(); i++) {
                    double measure =
                            species.means().get(i) + species.deviations().get(i) * random.nextGaussian();
                    line.append(String.format(Locale.ROOT, "%.2f,", Math.max(0.1, measure)));
                }
                lines.add(line + species.name());
            }
        }
        return Files.write(folder.resolve("flowers.csv"), lines);
    }

    /** Learns from four fifths of the file's rows, and measures on the others. */
    static Learned learn(Path file) throws IOException {
        TableReader reader = new TableReader(CsvFormat.standard());
        try (Table table = reader.read(file, TableTask.target("species"))) {
            TableSplit split = table.split(0, 0.2, new NumpyRandom(2));
            TableEncoding encoding = split.encoding();

            Network network = Network.builder(encoding.inputShape().size())
                    .layer(new Dense(8, new Tanh()))
                    .layer(new Dense(encoding.targetShape().size(), new Softmax()))
                    .build(new XavierNormal(), new NumpyRandom(3));

            Trainer.builder(new LogLikelihoodCost(), new Adam(0.01))
                    .epochs(30)
                    .shuffle(new PythonRandom(4))
                    .build()
                    .train(network, split.training());
            double accuracy =
                    ConfusionMatrix.of(network, split.test().orElseThrow()).accuracy();
            return new Learned(network, encoding, accuracy);
        }
    }

    /** Writes the file into a temporary folder, learns from it, and prints how well, and what one flower is. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("flowers");
        Path file = write(folder);
        try {
            Learned learned = learn(file);
            Map<String, String> flower =
                    Map.of("sepal length", "6.1", "sepal width", "2.7", "petal length", "4.5", "petal width", "1.4");
            System.out.printf(Locale.ROOT, "right for %.1f%% of new flowers%n", 100 * learned.accuracy());
            System.out.println("a flower with petals of 4.5 x 1.4 cm is " + learned.species(flower));
        } finally {
            Files.delete(file);
            Files.delete(folder);
        }
    }
}
