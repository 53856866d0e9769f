package io.nabla.examples.train;

import io.nabla.examples.cli.ChosenKernels;
import io.nabla.examples.cli.ImageData;
import io.nabla.examples.cli.NetworkPlan;
import java.nio.file.Path;
import java.util.List;

/**
 * Everything that decides a run.
 *
 * @param data the images
 * @param network what is trained
 * @param training how
 * @param arithmetic with which kernels
 * @param seed where randomness begins
 * @param pluginFolders where plug-ins may come from
 */
record RunSettings(
        ImageData data,
        NetworkPlan network,
        TrainingOptions training,
        ChosenKernels arithmetic,
        int seed,
        List<Path> pluginFolders) {
    /** Keeps its own copy of the list. */
    RunSettings {
        pluginFolders = List.copyOf(pluginFolders);
    }
}
