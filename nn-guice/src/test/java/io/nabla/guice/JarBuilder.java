package io.nabla.guice;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Module;
import io.nabla.api.Activation;
import jakarta.inject.Provider;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compiles sources against nn-api and Guice and packs them into a jar, as an author outside this project would. */
final class JarBuilder {
    private final Path work;
    private final List<Path> libraries = new ArrayList<>();

    private JarBuilder(Path work) {
        this.work = work;
    }

    /** Works in a new folder below the given one. */
    static JarBuilder in(Path parent) {
        try {
            JarBuilder builder = new JarBuilder(Files.createTempDirectory(parent, "jar"));
            builder.libraries.add(locationOf(Activation.class));
            builder.libraries.add(locationOf(Module.class));
            builder.libraries.add(locationOf(Provider.class));
            return builder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The jar or folder that a class was loaded from. */
    static Path locationOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * An activation and its Guice module, {@code <package>.<type>} and {@code <package>.<type>Module}, and the
     * service file.
     */
    JarBuilder activation(String packageName, String type, String name) {
        return source(packageName + "." + type, activationSource(packageName, type, name))
                .guiceModule(
                        packageName + "." + type + "Module",
                        "com.google.inject.multibindings.Multibinder"
                                + ".newSetBinder(binder(), io.nabla.api.Activation.class)"
                                + ".addBinding().toInstance(new " + type + "());");
    }

    private static String activationSource(String packageName, String type, String name) {
        return """
                package %s;
                public final class %s implements io.nabla.api.ElementwiseActivation {
                    public String name() { return "%s"; }
                    public double value(double z) { return z * z * z; }
                    public double derivative(double z, double a) { return 3 * z * z; }
                }
                """.formatted(packageName, type, name);
    }

    /** A Guice module that does this when it is configured, named in the service file. */
    JarBuilder guiceModule(String className, String configure) {
        int dot = className.lastIndexOf('.');
        return source(className, """
                        package %s;
                        public final class %s extends com.google.inject.AbstractModule {
                            @Override protected void configure() { %s }
                        }
                        """.formatted(className.substring(0, dot), className.substring(dot + 1), configure))
                .service(className);
    }

    JarBuilder source(String className, String source) {
        return write("sources/" + className.replace('.', '/') + ".java", source);
    }

    JarBuilder moduleInfo(String source) {
        return write("sources/module-info.java", source);
    }

    /** Names this class as a Guice module in the service file, and no other. */
    JarBuilder service(String className) {
        return file(ServiceFile.PATH, className + " # the only one\n");
    }

    /** A jar to compile against, besides nn-api and Guice. */
    JarBuilder library(Path jar) {
        libraries.add(jar);
        return this;
    }

    /** A file that is no class. */
    JarBuilder file(String path, String content) {
        return write("classes/" + path, content);
    }

    JarBuilder withoutServiceFile() {
        return without(ServiceFile.PATH);
    }

    /** Leaves a class or file out of the jar, the sources being compiled by now. */
    JarBuilder without(String path) {
        try {
            Files.delete(work.resolve("classes").resolve(path));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles the sources; {@link #pack} does it too where it was not done. */
    JarBuilder compile() {
        List<String> sources = files(work.resolve("sources"), ".java");
        Path classes = work.resolve("classes");
        String path = libraries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        boolean explicit = Files.exists(work.resolve("sources/module-info.java"));
        List<String> arguments = new ArrayList<>(
                List.of("-d", classes.toString(), explicit ? "-p" : "-cp", path, "--release", "17", "-proc:none"));
        arguments.addAll(sources);
        run("javac", arguments);
        return this;
    }

    /** Packs the jar and gives it. */
    Path pack(Path folder, String name) {
        if (files(work.resolve("classes"), ".class").isEmpty()) {
            compile();
        }
        Path jar = folder.resolve(name);
        run(
                "jar",
                List.of(
                        "--create",
                        "--file",
                        jar.toString(),
                        "-C",
                        work.resolve("classes").toString(),
                        "."));
        return jar;
    }

    /** The folder of compiled classes, to be tampered with. */
    Path classes() {
        return work.resolve("classes");
    }

    private JarBuilder write(String path, String content) {
        try {
            Path file = work.resolve(path);
            Files.createDirectories(file.getParent());
            Files.createDirectories(work.resolve("classes"));
            Files.writeString(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> files(Path folder, String suffix) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(String tool, List<String> arguments) {
        StringWriter output = new StringWriter();
        PrintWriter printer = new PrintWriter(output);
        int exit = ToolProvider.findFirst(tool).orElseThrow().run(printer, printer, arguments.toArray(String[]::new));
        assertThat(exit).as("%s %s%n%s", tool, arguments, output).isZero();
    }
}
