package io.nabla.examples.book;

import java.util.List;
import java.util.Optional;

/** All scenarios, in the book's order. */
final class Scenarios {
    /** With this number the author seeded both his generators for the figures of chapter 3. */
    static final int SEED = 12345678;

    private static final List<Scenario> ALL = List.of(
            new Darkness(),
            Chapter1.first(),
            Chapter1.wide(),
            Chapter1.slow(),
            Chapter1.diverging(),
            new SingleNeuron(),
            Chapter3.overfitting(),
            Chapter3.overfittingFull(),
            Chapter3.regularized(),
            Chapter3.regularizedFull(),
            Chapter3.moreData(),
            Chapter3.weightInitialization30(),
            Chapter3.weightInitialization100(),
            Chapter3.multipleEta(),
            new GradientNorms(),
            Chapter5.deeper(),
            Chapter6.conv1(),
            Chapter6.conv2(),
            Chapter6.conv2Relu(),
            Chapter6.dropout());

    private Scenarios() {}

    /** The scenarios. */
    static List<Scenario> all() {
        return ALL;
    }

    /** The names, in the same order. */
    static List<String> names() {
        return ALL.stream().map(Scenario::name).toList();
    }

    /** The scenario of a name, if there is one. */
    static Optional<Scenario> named(String name) {
        return ALL.stream().filter(scenario -> scenario.name().equals(name)).findFirst();
    }
}
