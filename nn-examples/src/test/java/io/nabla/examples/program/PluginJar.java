package io.nabla.examples.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A plug-in jar as somebody else would build it: one activation and its Guice module, compiled against the packaged jars.
 *
 * @param packageName of both classes
 * @param className of the activation
 * @param pluginName what a user asks for
 */
record PluginJar(String packageName, String className, String pluginName) {
    private static final Path APP = Path.of("target", "app").toAbsolutePath();

    static PluginJar of(String packageName, String className, String pluginName) {
        return new PluginJar(packageName, className, pluginName);
    }

    /** Builds the jar in a folder, which it is the only file of. */
    Path writeTo(Path folder) throws IOException {
        Path build = Files.createTempDirectory("plugin-build");
        try {
            Path activation = build.resolve(className + ".java");
            Files.writeString(activation, activation());
            Path module = build.resolve(className + "Module.java");
            Files.writeString(module, module());
            Path classes = build.resolve("classes");
            run(
                    "javac",
                    "--release",
                    "17",
                    "-proc:none",
                    "-cp",
                    jars(),
                    "-d",
                    classes.toString(),
                    activation.toString(),
                    module.toString());
            Path services = Files.createDirectories(classes.resolve("META-INF").resolve("services"));
            Files.writeString(services.resolve("com.google.inject.Module"), packageName + "." + className + "Module\n");
            Files.createDirectories(folder);
            Path jar = folder.resolve(packageName + "-" + pluginName + ".jar");
            run("jar", "--create", "--file", jar.toString(), "-C", classes.toString(), ".");
            return folder;
        } finally {
            deleteAll(build);
        }
    }

    private String activation() {
        return """
                package %s;
                import io.nabla.api.ElementwiseActivation;
                /** (1 + x / sqrt(1 + x^2)) / 2, shaped as a sigmoid. */
                public final class %s implements ElementwiseActivation {
                    @Override public String name() { return "%s"; }
                    @Override public double value(double z) { return (z / Math.sqrt(1 + z * z) + 1) / 2; }
                    @Override public double derivative(double z, double a) {
                        double r = 1 / Math.sqrt(1 + z * z);
                        return r * r * r / 2;
                    }
                }
                """.formatted(packageName, className, pluginName);
    }

    private String module() {
        return """
                package %1$s;
                import com.google.inject.AbstractModule;
                import com.google.inject.multibindings.Multibinder;
                import io.nabla.api.Activation;
                public final class %2$sModule extends AbstractModule {
                    @Override protected void configure() {
                        Multibinder.newSetBinder(binder(), Activation.class).addBinding().to(%2$s.class);
                    }
                }
                """.formatted(packageName, className);
    }

    private static String jars() throws IOException {
        try (Stream<Path> files = Files.list(APP)) {
            return files.map(Path::toString).sorted().collect(Collectors.joining(File.pathSeparator));
        }
    }

    private static void run(String tool, String... args) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said);
        int code = ToolProvider.findFirst(tool).orElseThrow().run(writer, writer, args);
        assertThat(code).describedAs(tool + ": " + said).isZero();
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
