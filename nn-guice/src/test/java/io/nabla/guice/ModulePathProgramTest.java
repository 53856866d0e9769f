package io.nabla.guice;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.internal.InternalFutureFailureAccess;
import com.google.inject.Module;
import io.nabla.activations.Sigmoid;
import io.nabla.api.Activation;
import io.nabla.costs.QuadraticCost;
import io.nabla.layers.Dense;
import io.nabla.optimizers.Sgd;
import jakarta.inject.Provider;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aopalliance.intercept.MethodInterceptor;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/** Programs of their own, all modules: Surefire puts the plug-ins on the class path, whatever else it does. */
class ModulePathProgramTest {
    private static final List<Class<?>> PLUGINS = List.of(
            Activation.class, Sigmoid.class, DerivativeStructure.class, QuadraticCost.class, Dense.class, Sgd.class);
    private static final List<Class<?>> GUICE = List.of(
            PluginLoader.class,
            Module.class,
            ImmutableList.class,
            InternalFutureFailureAccess.class,
            Provider.class,
            MethodInterceptor.class,
            Logger.class);

    @TempDir
    Path temp;

    private Path program;

    @BeforeEach
    void makeFolder() throws IOException {
        program = Files.createDirectory(temp.resolve("program"));
    }

    @Test
    void newSufficesWithoutGuice() throws Exception {
        program("""
                module program {
                    requires io.nabla.activations;
                    requires io.nabla.costs;
                    requires io.nabla.layers;
                    requires io.nabla.optimizers;
                }
                """, """
                System.out.println(new io.nabla.activations.Sigmoid().name());
                System.out.println(new io.nabla.costs.CrossEntropyCost().name());
                System.out.println(new io.nabla.layers.Dense(30, new io.nabla.activations.Tanh()).kind());
                System.out.println(new io.nabla.optimizers.Sgd(0.5).name());
                System.out.println(new io.nabla.regularizers.L2(5).name());
                System.out.println(new io.nabla.initializers.ScaledGaussian().name());
                """);
        assertThat(output(PLUGINS)).containsExactly("sigmoid", "cross-entropy", "dense", "sgd", "l2", "default");
    }

    @Test
    void everythingIsFoundWhereEverythingIsAModule() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("plugins"));
        JarBuilder.in(temp).activation("demo", "Cube", "cube").pack(folder, "cube.jar");
        program("""
                module program {
                    requires io.nabla.guice;
                    requires io.nabla.activations;
                    requires io.nabla.costs;
                    requires io.nabla.layers;
                    requires io.nabla.optimizers;
                }
                """, """
                for (var catalog : io.nabla.guice.PluginLoader.load(java.nio.file.Path.of(arguments[0])).catalogs()) {
                    for (var plugin : catalog.all()) {
                        System.out.println(catalog.kind() + " " + plugin.name() + " " + plugin.getClass().getModule());
                    }
                }
                """);
        assertThat(output(Stream.concat(PLUGINS.stream(), GUICE.stream()).toList(), folder.toString()))
                .containsExactly(
                        "activation cube module cube",
                        "activation elu module io.nabla.activations",
                        "activation gelu module io.nabla.activations",
                        "activation gelu-tanh module io.nabla.activations",
                        "activation hard-sigmoid module io.nabla.activations",
                        "activation hard-tanh module io.nabla.activations",
                        "activation identity module io.nabla.activations",
                        "activation leaky-relu module io.nabla.activations",
                        "activation mish module io.nabla.activations",
                        "activation relu module io.nabla.activations",
                        "activation selu module io.nabla.activations",
                        "activation sigmoid module io.nabla.activations",
                        "activation silu module io.nabla.activations",
                        "activation softmax module io.nabla.activations",
                        "activation softplus module io.nabla.activations",
                        "activation softsign module io.nabla.activations",
                        "activation tanh module io.nabla.activations",
                        "cost absolute module io.nabla.costs",
                        "cost cross-entropy module io.nabla.costs",
                        "cost hinge module io.nabla.costs",
                        "cost huber module io.nabla.costs",
                        "cost log-likelihood module io.nabla.costs",
                        "cost quadratic module io.nabla.costs",
                        "layer average-pool2d module io.nabla.layers",
                        "layer batch-norm module io.nabla.layers",
                        "layer convolution2d module io.nabla.layers",
                        "layer dense module io.nabla.layers",
                        "layer dropout module io.nabla.layers",
                        "layer embedding module io.nabla.layers",
                        "layer flatten module io.nabla.layers",
                        "layer gru module io.nabla.layers",
                        "layer layer-norm module io.nabla.layers",
                        "layer max-pool2d module io.nabla.layers",
                        "layer reshape module io.nabla.layers",
                        "layer residual module io.nabla.layers",
                        "optimizer adadelta module io.nabla.optimizers",
                        "optimizer adagrad module io.nabla.optimizers",
                        "optimizer adam module io.nabla.optimizers",
                        "optimizer adamw module io.nabla.optimizers",
                        "optimizer momentum module io.nabla.optimizers",
                        "optimizer nadam module io.nabla.optimizers",
                        "optimizer nesterov module io.nabla.optimizers",
                        "optimizer rmsprop module io.nabla.optimizers",
                        "optimizer sgd module io.nabla.optimizers",
                        "schedule constant module io.nabla.optimizers",
                        "schedule cosine module io.nabla.optimizers",
                        "schedule exponential module io.nabla.optimizers",
                        "schedule linear-warm-up module io.nabla.optimizers",
                        "schedule one-cycle module io.nabla.optimizers",
                        "schedule reduce-on-plateau module io.nabla.optimizers",
                        "schedule step module io.nabla.optimizers",
                        "clipping norm module io.nabla.optimizers",
                        "clipping value module io.nabla.optimizers",
                        "regularizer elastic-net module io.nabla.optimizers",
                        "regularizer l1 module io.nabla.optimizers",
                        "regularizer l2 module io.nabla.optimizers",
                        "regularizer max-norm module io.nabla.optimizers",
                        "initializer by-activation module io.nabla.optimizers",
                        "initializer constant module io.nabla.optimizers",
                        "initializer default module io.nabla.optimizers",
                        "initializer he module io.nabla.optimizers",
                        "initializer he-uniform module io.nabla.optimizers",
                        "initializer large module io.nabla.optimizers",
                        "initializer lecun module io.nabla.optimizers",
                        "initializer orthogonal module io.nabla.optimizers",
                        "initializer xavier-normal module io.nabla.optimizers",
                        "initializer xavier-uniform module io.nabla.optimizers");
    }

    private void program(String moduleInfo, String statements) {
        JarBuilder builder = JarBuilder.in(temp);
        PLUGINS.forEach(type -> builder.library(JarBuilder.locationOf(type)));
        GUICE.forEach(type -> builder.library(JarBuilder.locationOf(type)));
        builder.moduleInfo(moduleInfo)
                .source(
                        "program.Main",
                        "package program; public final class Main { public static void main(String[] arguments) {"
                                + statements + "}}")
                .pack(program, "program.jar");
    }

    /** The lines that the program prints, on stdout and stderr, with these classes' jars on its module path. */
    private List<String> output(List<Class<?>> modulePath, String... arguments) throws Exception {
        String path = Stream.concat(Stream.of(program), modulePath.stream().map(JarBuilder::locationOf))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-p", path));
        command.addAll(List.of("-Dslf4j.internal.verbosity=ERROR", "-m", "program/program.Main"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).as("%s%n%s", command, lines).isZero();
        return lines;
    }
}
