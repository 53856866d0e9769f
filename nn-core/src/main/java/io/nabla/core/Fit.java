package io.nabla.core;

import io.nabla.api.Cost;
import io.nabla.api.Dataset;

/** Whether data fits a network. */
final class Fit {
    private Fit() {}

    /** That a cost can compare what the network gives with what the data wants. */
    static void check(Network network, Dataset data, Cost cost) {
        checkInputs(network, data);
        if (!cost.takes(data.targets(), network.outputs())) {
            String classes = data.targets().size() == 1
                    ? "; if the data tells classes by their numbers, take a cost that knows them, such as log-likelihood,"
                            + " in place of " + cost.name()
                    : "";
            throw doesNotFit(network, data, classes);
        }
    }

    /** That the data wants as many outputs as the network gives, or one that tells a class. */
    static void check(Network network, Dataset data) {
        checkInputs(network, data);
        int targets = data.targets().size();
        if (targets != network.outputs().size() && targets != 1) {
            throw doesNotFit(network, data, "");
        }
    }

    private static void checkInputs(Network network, Dataset data) {
        if (data.inputs().size() != network.inputs().size()) {
            throw new IllegalArgumentException("the data has " + data.inputs() + " inputs per example but the network "
                    + network + " takes " + network.inputs() + "; change the network's first size or the data");
        }
    }

    private static IllegalArgumentException doesNotFit(Network network, Dataset data, String wayOut) {
        return new IllegalArgumentException("the data wants " + data.targets() + " outputs per example but the network "
                + network + " gives " + network.outputs() + "; change the network's last size or the data" + wayOut);
    }
}
