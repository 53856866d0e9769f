package io.nabla.examples.gradcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.inject.Module;
import io.nabla.api.Activation;
import io.nabla.examples.Nn;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code nn gradcheck} as a user types it. */
class GradCheckCommandTest {
    @TempDir
    private Path folder;

    /** Runs it with these options, written as on a command line. */
    private static Nn gradcheck(String options) {
        return Nn.run(Map.of(), ("gradcheck " + options).split(" "));
    }

    @Test
    void tellsErrorsPassesAndThePrice() {
        Nn run = gradcheck("--sizes 12,5,3 --activation tanh --initializer default");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("network 12-5-3, 83 parameters: activation tanh, output sigmoid, cost quadratic")
                .containsPattern("mini-batches of 10 random examples; kernels [a-z]+, double, 1 thread")
                .contains("backpropagation against central differences (epsilon 1e-05)")
                .contains("backpropagation against forward differences (epsilon 1e-07)")
                .containsPattern("central differences +166 .* measured")
                .containsPattern("forward differences +84 .* measured")
                .containsPattern("One backprop costs [0-9.]+ forward passes")
                .contains("The gradient is right");
    }

    @Test
    void tellsWhatIsEstimated() {
        Nn run = gradcheck("--sizes 12,5,3 --entries 3 --scheme forward");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .containsPattern("forward differences +84 .* estimated from 12 of 83 parameters")
                .doesNotContain("central");
    }

    @Test
    void jsonIsOneObjectALine() throws IOException {
        Nn run = gradcheck("--sizes 4,3,2 --scheme central --precision float --initializer default --json");

        assertThat(run.code()).isZero();
        List<JsonNode> events = new ArrayList<>();
        for (String line : run.lines()) {
            events.add(new ObjectMapper().readTree(line));
        }
        String kinds = "started parameter parameter parameter parameter scheme backprop finished";
        assertThat(events).extracting(event -> event.get("event").textValue()).containsExactly(kinds.split(" "));
        assertThat(events.get(0).get("precision").textValue()).isEqualTo("float");
        assertThat(events.get(3).get("layer").intValue()).isEqualTo(2);
        assertThat(events.get(3).get("parameter").textValue()).isEqualTo("weights");
        assertThat(events.get(3).get("checked").intValue()).isEqualTo(6);
        assertThat(events.get(5).get("passes").intValue()).isEqualTo(46);
        assertThat(events.get(6).get("forwardPasses").doubleValue()).isPositive();
        assertThat(events.get(7).get("passed").booleanValue()).isTrue();
    }

    @Test
    void aWrongPluginEndsWithExitCode1() throws IOException {
        packPlugin();

        Nn run = gradcheck("--sizes 4,3,2 --initializer default --activation cube --plugins " + folder);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("WRONG").contains("The gradient is WRONG");
        assertThat(run.err().lines())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("nn: backpropagation and finite differences disagree"));
    }

    /** A jar with z³ that takes 2z² for its derivative. */
    private void packPlugin() throws IOException {
        Path sources = Files.createDirectories(folder.resolve("sources/demo"));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Path cube = Files.writeString(sources.resolve("Cube.java"), """
                package demo;
                public final class Cube implements io.nabla.api.ElementwiseActivation {
                    public String name() { return "cube"; }
                    public double value(double z) { return z * z * z; }
                    public double derivative(double z, double a) { return 2 * z * z; }
                }
                """);
        Path module = Files.writeString(sources.resolve("CubeModule.java"), """
                package demo;
                public final class CubeModule extends com.google.inject.AbstractModule {
                    @Override protected void configure() {
                        com.google.inject.multibindings.Multibinder.newSetBinder(binder(), io.nabla.api.Activation.class)
                                .addBinding().toInstance(new Cube());
                    }
                }
                """);
        Files.writeString(services.resolve("com.google.inject.Module"), "demo.CubeModule\n");
        String path = placeOf(Activation.class) + File.pathSeparator + placeOf(Module.class);
        run("javac", "-proc:none", "-cp", path, "-d", classes.toString(), cube.toString(), module.toString());
        run("jar", "--create", "--file", folder.resolve("cube.jar").toString(), "-C", classes.toString(), ".");
    }

    private static String placeOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(String tool, String... arguments) {
        assertThat(ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, arguments))
                .as(tool)
                .isZero();
    }

    @Test
    void wrongInputIsRefused() {
        assertRefused("--mini-batch 0", "--mini-batch is 1 to 100000, but got 0");
        assertRefused("--entries 0", "--entries is at least 1, but got 0");
        assertRefused("--tolerance NaN", "--tolerance is a finite number above 0, but got NaN");
        assertRefused("--sizes 784", "--sizes needs two numbers or more");
        assertRefused("--activation relu6", "no activation named 'relu6'; have [");
        assertRefused("--scheme backward", "'--scheme'");
    }

    @Test
    void anOutputThatTheCostDoesNotTakeIsRefused() {
        assertRefused(
                "--cost cross-entropy --output identity --sizes 4,3,2", "cross-entropy takes outputs from 0 to 1");
    }

    private static void assertRefused(String options, String message) {
        Nn run = gradcheck(options);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("nn: ").contains(message));
    }
}
