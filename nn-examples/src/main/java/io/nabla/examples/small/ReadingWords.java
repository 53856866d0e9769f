package io.nabla.examples.small;

import io.nabla.activations.Softmax;
import io.nabla.api.Dataset;
import io.nabla.api.Matrix;
import io.nabla.core.ConfusionMatrix;
import io.nabla.core.Network;
import io.nabla.core.Split;
import io.nabla.core.Trainer;
import io.nabla.core.random.NumpyRandom;
import io.nabla.core.random.PythonRandom;
import io.nabla.costs.LogLikelihoodCost;
import io.nabla.initializers.ByActivation;
import io.nabla.layers.Dense;
import io.nabla.layers.Embedding;
import io.nabla.layers.Gru;
import io.nabla.optimizers.Adam;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sentences word by word: whether a film is praised, where "not" turns the word behind it alone. */
public final class ReadingWords {
    private static final List<String> DEGREES = List.of("very", "quite", "not");
    private static final List<String> PRAISE = List.of("good", "fine");
    private static final List<String> BLAME = List.of("bad", "dull");
    private static final List<String> NEITHER = List.of("long", "short", "new", "loud");
    private static final List<String> VOCABULARY = vocabulary();
    private static final int WORDS = 7;

    private ReadingWords() {}

    private static List<String> vocabulary() {
        List<String> words = new ArrayList<>(List.of("it", "is", "and"));
        words.addAll(DEGREES);
        words.addAll(PRAISE);
        words.addAll(BLAME);
        words.addAll(NEITHER);
        return List.copyOf(words);
    }

    /** All sentences such as "it is not long and very good", and whether they praise: {1, 0} if they do not, {0, 1} if they do. */
    private static Dataset sentences() {
        List<double[]> words = new ArrayList<>();
        List<double[]> praise = new ArrayList<>();
        List<String> judgements = new ArrayList<>(PRAISE);
        judgements.addAll(BLAME);
        for (String degree : DEGREES) {
            for (String judgement : judgements) {
                boolean praises = PRAISE.contains(judgement) != degree.equals("not");
                for (String other : DEGREES) {
                    for (String neither : NEITHER) {
                        words.add(places("it is " + degree + " " + judgement + " and " + other + " " + neither));
                        words.add(places("it is " + other + " " + neither + " and " + degree + " " + judgement));
                        praise.add(praises ? new double[] {0, 1} : new double[] {1, 0});
                        praise.add(praises ? new double[] {0, 1} : new double[] {1, 0});
                    }
                }
            }
        }
        return Dataset.of(words.toArray(double[][]::new), praise.toArray(double[][]::new));
    }

    /** A network's inputs for a sentence: the places of its words in the vocabulary. */
    private static double[] places(String sentence) {
        String[] words = sentence.split(" ", -1);
        double[] places = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            places[i] = VOCABULARY.indexOf(words[i]);
        }
        return places;
    }

    /** A network that has read some of the sentences, and how often it understood those that it had not read. */
    record Reader(Network network, double accuracy) {
        /** How sure the network is, from 0 to 1, that this sentence of seven words praises. */
        double praise(String sentence) {
            return network.feedforward(Matrix.column(network.kernels(), places(sentence)))
                    .get(1);
        }
    }

    /** Learns from half of the sentences. */
    static Reader train() {
        Split split = Split.random(sentences(), 0.5, new NumpyRandom(1));

        Network network = Network.builder(WORDS)
                .layer(new Embedding(VOCABULARY.size(), 6)) // 7×6: a vector for each word
                .layer(new Gru(12, false)) // 12: what it remembers after the last
                .layer(new Dense(2, new Softmax()))
                .build(new ByActivation(), new NumpyRandom(2));

        Trainer.builder(new LogLikelihoodCost(), new Adam(0.01))
                .epochs(60)
                .shuffle(new PythonRandom(3))
                .build()
                .train(network, split.training());
        return new Reader(
                network, ConfusionMatrix.of(network, split.validation()).accuracy());
    }

    /** Trains, and prints how well the network understands, and what it makes of two sentences of the same words. */
    public static void main(String[] arguments) {
        Reader reader = train();
        System.out.printf(Locale.ROOT, "%.1f%% of new sentences are understood%n", 100 * reader.accuracy());
        for (String sentence : List.of("it is not long and very good", "it is very long and not good")) {
            System.out.printf(Locale.ROOT, "%s: %.3f%n", sentence, reader.praise(sentence));
        }
    }
}
