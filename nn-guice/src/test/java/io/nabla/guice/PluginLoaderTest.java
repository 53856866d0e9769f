package io.nabla.guice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.api.Activation;
import io.nabla.api.Catalog;
import io.nabla.api.ElementwiseActivation;
import io.nabla.api.Named;
import io.nabla.api.Plugins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Surefire runs it twice: on the module path and on the class path. */
class PluginLoaderTest {
    private static final List<String> OURS = List.of(
            "elu",
            "gelu",
            "gelu-tanh",
            "hard-sigmoid",
            "hard-tanh",
            "identity",
            "leaky-relu",
            "mish",
            "relu",
            "selu",
            "sigmoid",
            "silu",
            "softmax",
            "softplus",
            "softsign",
            "tanh");

    @TempDir
    Path temp;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(temp.resolve("plug ins"));
    }

    @Test
    void findsWhatIsOnThePath() {
        Plugins plugins = PluginLoader.load();
        assertThat(names(plugins.activations())).isEqualTo(OURS);
        assertThat(names(plugins.costs()))
                .containsExactly("absolute", "cross-entropy", "hinge", "huber", "log-likelihood", "quadratic");
        assertThat(names(plugins.layers()))
                .containsExactly(
                        "average-pool2d",
                        "batch-norm",
                        "convolution2d",
                        "dense",
                        "dropout",
                        "embedding",
                        "flatten",
                        "gru",
                        "layer-norm",
                        "max-pool2d",
                        "reshape",
                        "residual");
        assertThat(names(plugins.optimizers()))
                .containsExactly(
                        "adadelta", "adagrad", "adam", "adamw", "momentum", "nadam", "nesterov", "rmsprop", "sgd");
        assertThat(names(plugins.schedules()))
                .containsExactly(
                        "constant",
                        "cosine",
                        "exponential",
                        "linear-warm-up",
                        "one-cycle",
                        "reduce-on-plateau",
                        "step");
        assertThat(names(plugins.clippings())).containsExactly("norm", "value");
        assertThat(names(plugins.regularizers())).containsExactly("elastic-net", "l1", "l2", "max-norm");
        assertThat(names(plugins.initializers()))
                .containsExactly(
                        "by-activation",
                        "constant",
                        "default",
                        "he",
                        "he-uniform",
                        "large",
                        "lecun",
                        "orthogonal",
                        "xavier-normal",
                        "xavier-uniform");
        assertThat(plugins.catalogs().stream().map(Catalog::kind))
                .containsExactly(
                        "activation",
                        "cost",
                        "layer",
                        "optimizer",
                        "schedule",
                        "clipping",
                        "regularizer",
                        "initializer");
    }

    @Test
    void loadsAJarWithoutModuleInfo() {
        cube().pack(folder, "cube-1.0.jar");
        assertCubeWorks(PluginLoader.load(folder));
    }

    @Test
    void loadsAJarWhoseModuleInfoProvidesTheGuiceModule() {
        cube().moduleInfo("""
                        module demo.cube {
                            requires io.nabla.api;
                            requires com.google.guice;
                            provides com.google.inject.Module with demo.CubeModule;
                        }
                        """).pack(folder, "cube.jar");
        assertCubeWorks(PluginLoader.load(folder));
    }

    /** As Nabla's own jars are: of use also without Guice. */
    @Test
    void loadsAJarWithModuleInfoThatNamesTheGuiceModuleInItsServiceFileAlone() {
        cube().moduleInfo("""
                        module demo.cube {
                            requires io.nabla.api;
                            requires static com.google.guice;
                            exports demo;
                        }
                        """).pack(folder, "cube.jar");
        assertCubeWorks(PluginLoader.load(folder));
    }

    @Test
    void loadsSeveralFoldersAndAFolderGivenTwiceOnce() throws IOException {
        Path other = Files.createDirectory(temp.resolve("other"));
        cube().pack(folder, "cube.jar");
        builder().activation("other", "Square", "square").pack(other, "square.jar");
        Plugins plugins = PluginLoader.load(folder, other, folder, temp.resolve("other/../other"));
        assertThat(names(plugins.activations()))
                .isEqualTo(Stream.concat(OURS.stream(), Stream.of("cube", "square"))
                        .sorted()
                        .toList());
    }

    @Test
    void ignoresOtherFilesAndSubfolders() throws IOException {
        cube().pack(folder, "cube.jar");
        Files.writeString(folder.resolve("README.txt"), "my plug-ins");
        Files.writeString(folder.resolve("cube.jar.part"), "half a jar");
        Files.createDirectory(folder.resolve("old.jar"));
        assertCubeWorks(PluginLoader.load(folder));
    }

    @Test
    void twoJarsMayHaveTheSamePackage() {
        builder().activation("demo", "Cube", "cube").pack(folder, "cube.jar");
        builder().activation("demo", "Square", "square").pack(folder, "square.jar");
        assertThat(names(PluginLoader.load(folder).activations())).contains("cube", "square");
    }

    @Test
    void twoJarsWithModuleInfoMayHaveTheSameInternalPackage() {
        for (String type : List.of("Cube", "Square")) {
            String name = type.toLowerCase(Locale.ROOT);
            builder()
                    .activation("demo", type, name)
                    .moduleInfo("module demo." + name + " { requires io.nabla.api; requires com.google.guice;"
                            + " provides com.google.inject.Module with demo." + type + "Module; }")
                    .pack(folder, name + ".jar");
        }
        assertThat(names(PluginLoader.load(folder).activations())).contains("cube", "square");
    }

    @Test
    void aNameBoundTwiceNamesBothClassesAndJars() {
        cube().pack(folder, "a.jar");
        builder().activation("other", "Cube", "cube").pack(folder, "b.jar");
        assertThatThrownBy(() -> PluginLoader.load(folder))
                .isInstanceOf(PluginException.class)
                .hasMessageStartingWith("the activation 'cube' is bound to both ")
                .hasMessageContaining("demo.Cube (a.jar)")
                .hasMessageContaining("other.Cube (b.jar)");
    }

    @Test
    void aNameThatNablaHasAlreadyIsRefused() {
        builder().activation("demo", "MySigmoid", "sigmoid").pack(folder, "my own.jar");
        assertThatThrownBy(() -> PluginLoader.load(folder))
                .isInstanceOf(PluginException.class)
                .hasMessageStartingWith("the activation 'sigmoid' is bound to both ")
                .hasMessageContaining("io.nabla.activations.Sigmoid (")
                .hasMessageContaining("demo.MySigmoid (my own.jar)");
    }

    /** Equal plug-ins would make Guice's Multibinder fail in its own words, and at length. */
    @Test
    void equalPluginsAreToldByTheirNames() {
        builder().source("demo.Loss", """
                        package demo;
                        import io.nabla.api.Matrix;
                        public final class Loss implements io.nabla.api.Cost {
                            private final String name;
                            public Loss(String name) { this.name = name; }
                            public String name() { return name; }
                            public double value(Matrix a, Matrix y) { return 0; }
                            public Matrix gradient(Matrix a, Matrix y) { return a.minus(a); }
                            @Override public boolean equals(Object other) { return other instanceof Loss; }
                            @Override public int hashCode() { return 1; }
                        }
                        """).guiceModule("demo.LossModule", """
                        var costs = com.google.inject.multibindings.Multibinder.newSetBinder(
                                binder(), io.nabla.api.Cost.class);
                        costs.addBinding().toInstance(new Loss("quadratic"));
                        costs.addBinding().toProvider(
                                (com.google.inject.Provider<io.nabla.api.Cost>) () -> new Loss("quadratic"));
                        """).pack(folder, "loss.jar");
        assertThatThrownBy(() -> PluginLoader.load(folder))
                .isInstanceOf(PluginException.class)
                .hasMessageStartingWith("the cost 'quadratic' is bound to both ")
                .hasMessageContaining("demo.Loss (loss.jar)");
    }

    private void assertCubeWorks(Plugins plugins) {
        Activation cube = plugins.activations().get("cube");
        assertThat(((ElementwiseActivation) cube).value(3)).isEqualTo(27);
        assertThat(names(plugins.activations())).containsAll(OURS);
        boolean modulePath = PluginLoader.class.getModule().isNamed();
        assertThat(cube.getClass().getModule().isNamed()).isEqualTo(modulePath);
    }

    private JarBuilder builder() {
        return JarBuilder.in(temp);
    }

    private JarBuilder cube() {
        return builder().activation("demo", "Cube", "cube");
    }

    private static List<String> names(Catalog<? extends Named> catalog) {
        return catalog.all().stream().map(Named::name).toList();
    }
}
