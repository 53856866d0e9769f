package io.nabla.guice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.nabla.costs.QuadraticCost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.spi.ToolProvider;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a plug-in is said in one exception. Surefire runs it on the module path and on the class path. */
class BrokenPluginTest {
    private static final boolean ON_MODULE_PATH = PluginLoader.class.getModule().isNamed();

    @TempDir
    Path temp;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(temp.toRealPath().resolve("plugins"));
    }

    @Test
    void folderDoesNotExist() {
        Path missing = temp.resolve("plugin");
        assertThatThrownBy(() -> PluginLoader.load(missing))
                .isInstanceOf(PluginException.class)
                .hasMessage("the plug-in folder " + missing + " does not exist");
    }

    @Test
    void folderIsAFile() {
        Path jar = cube().pack(folder, "cube.jar");
        assertThatThrownBy(() -> PluginLoader.load(jar))
                .isInstanceOf(PluginException.class)
                .hasMessage(jar + " is a file; give the folder that holds the plug-in jars");
    }

    @Test
    void folderHoldsNoJar() throws IOException {
        Files.writeString(folder.resolve("cube.zip"), "");
        assertRefused().hasMessage("the plug-in folder " + folder + " holds no jar");
    }

    @Test
    void jarIsNoJar() throws IOException {
        Path jar = Files.writeString(folder.resolve("cube.jar"), "<html>404</html>");
        assertRefused().hasMessageStartingWith(jar + " is not a jar that can be read: ");
    }

    @Test
    void jarIsTruncated() throws IOException {
        Path jar = cube().pack(folder, "cube.jar");
        byte[] bytes = Files.readAllBytes(jar);
        Files.write(jar, Arrays.copyOf(bytes, bytes.length / 2));
        assertRefused().hasMessageStartingWith(jar + " is not a jar that can be read: ");
    }

    @Test
    void jarOffersNoGuiceModule() {
        Path jar = cube().withoutServiceFile().pack(folder, "cube.jar");
        assertRefused()
                .hasMessage(
                        jar + " offers no com.google.inject.Module: a plug-in jar names its Guice module in"
                                + " META-INF/services/com.google.inject.Module; other jars do not belong into a plug-in folder");
    }

    @Test
    void jarNamesAClassThatItDoesNotContain() {
        Path jar = cube().service("demo.CubicModule").pack(folder, "cube.jar");
        assertRefused().hasMessage(jar + " names the Guice module demo.CubicModule but does not contain that class");
    }

    @Test
    void theSameJarUnderTwoNames() throws IOException {
        Path jar = cube().pack(folder, "cube.jar");
        Path copy = Files.copy(jar, folder.resolve("cube (1).jar"));
        assertRefused()
                .hasMessage(
                        "the Guice module demo.CubeModule is in both " + copy + " and " + jar + "; remove one of them");
    }

    @Test
    void twoVersionsOfAJavaModule() {
        assumeThat(ON_MODULE_PATH).isTrue();
        Path one = builder().activation("one", "Cube", "cube").pack(folder, "cube-1.0.jar");
        Path two = builder().activation("two", "Square", "square").pack(folder, "cube-1.1.jar");
        assertRefused().hasMessage("the Java module cube is in both " + one + " and " + two + "; remove one of them");
    }

    @Test
    void aJavaModuleThatTheProgramHasAlready() {
        assumeThat(ON_MODULE_PATH).isTrue();
        Path jar = cube().moduleInfo("""
                        module org.slf4j {
                            requires io.nabla.api;
                            requires com.google.guice;
                            provides com.google.inject.Module with demo.CubeModule;
                        }
                        """).pack(folder, "cube.jar");
        assertRefused()
                .hasMessage("the Java module org.slf4j of " + jar
                        + " is in the program already; remove that jar from the plug-in folder");
    }

    /** In the tests on the module path, the program has it on its class path, and so it is the names that clash. */
    @Test
    void aJarThatTheProgramHasAlready() {
        Path jar = folder.resolve("nn-costs.jar");
        Path location = JarBuilder.locationOf(QuadraticCost.class);
        if (Files.isDirectory(location)) {
            ToolProvider.findFirst("jar")
                    .orElseThrow()
                    .run(System.out, System.err, "--create", "--file", jar.toString(), "-C", location.toString(), ".");
        } else {
            assertThat(copied(location, jar)).isEqualTo(jar);
        }
        if (ON_MODULE_PATH) {
            assertRefused().hasMessageContaining("is bound to both").hasMessageContaining("(nn-costs.jar)");
        } else {
            assertRefused()
                    .hasMessage("the Guice module io.nabla.costs.CostsModule of " + jar
                            + " is on the class path of the program already; remove that jar from the plug-in folder");
        }
    }

    @Test
    void guiceModuleInModuleInfoAloneCountsOnTheModulePathOnly() {
        Path jar = cube().withoutServiceFile().moduleInfo("""
                        module demo.cube {
                            requires io.nabla.api;
                            requires com.google.guice;
                            provides com.google.inject.Module with demo.CubeModule;
                        }
                        """).pack(folder, "cube.jar");
        if (ON_MODULE_PATH) {
            assertThat(PluginLoader.load(folder).activations().get("cube").name())
                    .isEqualTo("cube");
        } else {
            assertRefused()
                    .hasMessageStartingWith(jar + " names its Guice module in its module-info alone")
                    .hasMessageContaining("META-INF/services/com.google.inject.Module");
        }
    }

    @Test
    void packageOfTheGuiceModuleIsNotExported() {
        assumeThat(ON_MODULE_PATH).isTrue();
        cube().moduleInfo("module demo.cube { requires io.nabla.api; requires static com.google.guice; }")
                .pack(folder, "cube.jar");
        assertRefused()
                .hasMessage(
                        "the Guice module demo.CubeModule cannot be loaded: make it public, and export its package in"
                                + " the module-info of demo.cube");
    }

    @Test
    void requiredJavaModuleIsMissing() {
        assumeThat(ON_MODULE_PATH).isTrue();
        Path library = builder()
                .source("demo.lib.Powers", "package demo.lib; public final class Powers {}")
                .moduleInfo("module demo.lib { exports demo.lib; }")
                .pack(temp, "lib.jar");
        Path jar = cube().library(library).moduleInfo("""
                        module demo.cube {
                            requires io.nabla.api;
                            requires com.google.guice;
                            requires demo.lib;
                            provides com.google.inject.Module with demo.CubeModule;
                        }
                        """).pack(folder, "cube.jar");
        assertRefused()
                .hasMessage(
                        jar + " cannot be loaded as a Java module: Module demo.lib not found, required by demo.cube");
    }

    @Test
    void serviceIsNoGuiceModule() {
        cube().service("demo.Cube").pack(folder, "cube.jar");
        assertRefused().hasMessageContaining("demo.Cube").hasMessageContaining("cannot be loaded");
    }

    @Test
    void constructorOfTheGuiceModuleFails() {
        source("public CubeModule() { throw new IllegalStateException(\"no licence\"); }");
        assertRefused()
                .hasMessageStartingWith("the Guice module demo.CubeModule cannot be loaded: ")
                .hasMessageContaining("no licence");
    }

    @Test
    void guiceModuleHasNoPublicConstructorWithoutArguments() {
        source("public CubeModule(int size) {}");
        assertRefused().hasMessageContaining("demo.CubeModule").hasMessageContaining("cannot be loaded");
    }

    @Test
    void initializationOfTheGuiceModuleFails() {
        source("static final int SIZE = Integer.parseInt(\"large\");");
        assertRefused()
                .hasMessageStartingWith("the Guice module demo.CubeModule cannot be loaded: ")
                .hasMessageContaining("large");
    }

    @Test
    void configureFails() {
        builder()
                .guiceModule("demo.CubeModule", "throw new IllegalStateException(\"no licence\");")
                .pack(folder, "cube.jar");
        assertRefused().hasMessage("the Guice module demo.CubeModule (cube.jar) fails: no licence");
    }

    @Test
    void configureReportsAnErrorItself() {
        builder()
                .guiceModule("demo.CubeModule", "addError(\"the size is %s\", 0);")
                .pack(folder, "cube.jar");
        assertRefused().hasMessage("the Guice module demo.CubeModule (cube.jar) fails: the size is 0");
    }

    @Test
    void bindingsAreIncomplete() {
        builder()
                .guiceModule("demo.CubeModule", "bind(java.util.concurrent.Executor.class);")
                .pack(folder, "cube.jar");
        assertRefused()
                .hasMessageStartingWith("the plug-ins' bindings do not work: ")
                .hasMessageContaining("java.util.concurrent.Executor");
    }

    @Test
    void aBindingGivesNull() {
        builder()
                .guiceModule(
                        "demo.CubeModule",
                        "com.google.inject.multibindings.Multibinder.newSetBinder(binder(),"
                                + " io.nabla.api.Cost.class).addBinding().toProvider((com.google.inject.Provider<io.nabla.api.Cost>) () -> null);")
                .pack(folder, "cube.jar");
        assertRefused().hasMessageStartingWith("the plug-ins' bindings do not work: ");
    }

    @Test
    void aClassIsMissingFromTheJar() {
        cube().compile().without("demo/Cube.class").pack(folder, "cube.jar");
        assertRefused()
                .hasMessageStartingWith("the Guice module demo.CubeModule (cube.jar) cannot be loaded: ")
                .hasMessageContaining("NoClassDefFoundError: demo/Cube");
    }

    @Test
    void compiledForANewerJava() throws IOException {
        JarBuilder builder = cube().compile();
        Path guiceModule = builder.classes().resolve("demo/CubeModule.class");
        byte[] bytes = Files.readAllBytes(guiceModule);
        bytes[7] = 120; // the major version of Java 76
        Files.write(guiceModule, bytes);
        builder.pack(folder, "cube.jar");
        assertRefused().hasMessageContaining("cannot be loaded").hasMessageContaining("demo/CubeModule");
    }

    @Test
    void nameIsIllegal() {
        builder().activation("demo", "Cube", "My Cube").pack(folder, "cube.jar");
        assertRefused()
                .hasMessage(
                        "the activation demo.Cube is named 'My Cube'; a name is lower-case letters, digits and single"
                                + " hyphens, such as 'leaky-relu'");
    }

    @Test
    void nameFails() {
        cube().source("demo.Cube", """
                        package demo;
                        public final class Cube implements io.nabla.api.ElementwiseActivation {
                            public String name() { throw new UnsupportedOperationException("later yet"); }
                            public double value(double z) { return z; }
                            public double derivative(double z, double a) { return 1; }
                        }
                        """).pack(folder, "cube.jar");
        assertRefused().hasMessage("the activation demo.Cube (cube.jar) cannot tell its name: later yet");
    }

    private void source(String members) {
        cube().source(
                        "demo.CubeModule",
                        "package demo; public final class CubeModule extends com.google.inject.AbstractModule {"
                                + members + "}")
                .pack(folder, "cube.jar");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused() {
        return assertThatThrownBy(() -> PluginLoader.load(folder)).isInstanceOf(PluginException.class);
    }

    private static Path copied(Path from, Path to) {
        try {
            return Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JarBuilder builder() {
        return JarBuilder.in(temp);
    }

    private JarBuilder cube() {
        return builder().activation("demo", "Cube", "cube");
    }
}
