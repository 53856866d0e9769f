package io.nabla.core;

import io.nabla.api.Dataset;

/** Whether data fits a network. */
final class Fit {
    private Fit() {}

    static void check(Network network, Dataset data) {
        if (data.inputs().size() != network.inputs().size()) {
            throw new IllegalArgumentException("the data has " + data.inputs() + " inputs per example but the network "
                    + network + " takes " + network.inputs() + "; change the network's first size or the data");
        }
        if (data.targets().size() != network.outputs().size()) {
            throw new IllegalArgumentException(
                    "the data wants " + data.targets() + " outputs per example but the network " + network + " gives "
                            + network.outputs() + "; change the network's last size or the data");
        }
    }
}
