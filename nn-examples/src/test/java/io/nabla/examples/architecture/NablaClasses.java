package io.nabla.examples.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import io.nabla.activations.Sigmoid;
import io.nabla.api.Activation;
import io.nabla.core.Network;
import io.nabla.core.kernels.AvailableKernels;
import io.nabla.costs.QuadraticCost;
import io.nabla.data.LabelledImages;
import io.nabla.examples.Main;
import io.nabla.guice.PluginLoader;
import io.nabla.io.NetworkDescription;
import io.nabla.layers.Dense;
import io.nabla.optimizers.Sgd;
import io.nabla.serving.ServedModel;
import io.nabla.testkit.ActivationContract;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The classes of all modules, without their tests, wherever this build has them: in folders or in jars. */
final class NablaClasses {
    /** A class of each module, to find its place by. */
    private static final List<Class<?>> ONE_OF_EACH = List.of(
            Activation.class,
            Network.class,
            Sigmoid.class,
            QuadraticCost.class,
            Dense.class,
            Sgd.class,
            LabelledImages.class,
            NetworkDescription.class,
            ServedModel.class,
            PluginLoader.class,
            ActivationContract.class,
            Main.class);

    private NablaClasses() {}

    static JavaClasses all() {
        // nn-simd is compiled against by nobody, but found as a service.
        Stream<Class<?>> kernels = new AvailableKernels().providers().stream().map(Object::getClass);
        List<Location> locations = Stream.concat(ONE_OF_EACH.stream(), kernels)
                .map(NablaClasses::place)
                .distinct()
                .map(place -> Files.isDirectory(place)
                        ? Location.of(place)
                        : Location.of(URI.create("jar:" + place.toUri() + "!/")))
                .toList();
        return new ClassFileImporter().importLocations(locations);
    }

    /** What a module says of itself. */
    static ModuleDescriptor moduleOf(Class<?> type) {
        return ModuleFinder.of(place(type)).findAll().iterator().next().descriptor();
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
