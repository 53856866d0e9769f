package io.nabla.examples.train;

import io.nabla.core.Checkpoint;
import io.nabla.core.Network;
import io.nabla.examples.cli.ChosenKernels;
import io.nabla.examples.cli.NetworkPlan;
import io.nabla.examples.cli.RunData;
import io.nabla.examples.config.RunConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Everything that decides a run, each name looked up and the data loaded.
 *
 * @param config what the user wants, by options or by a file
 * @param data the examples
 * @param plan what the network is made of
 * @param network the network, at its start
 * @param arithmetic with which kernels
 * @param pluginFolders where plug-ins may come from
 * @param resumed the checkpoint that the run goes on from, if it does
 * @param checkpoints where it keeps checkpoints, if it does
 */
record RunSettings(
        RunConfig config,
        RunData data,
        NetworkPlan plan,
        Network network,
        ChosenKernels arithmetic,
        List<Path> pluginFolders,
        Optional<Checkpoint> resumed,
        Optional<RunCheckpoints> checkpoints) {
    /** Keeps its own copy of the list. */
    RunSettings {
        pluginFolders = List.copyOf(pluginFolders);
    }
}
