package io.nabla.simd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nabla.api.Kernels;
import io.nabla.api.Precision;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.kernels.ThreadedKernels;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Training gives the same bits on plain and on vector kernels and on any number of threads.
 *
 * <p>The hashes stand here as constants, so that they hold across JDKs, machines and widths of vectors as well: whoever
 * gets another one has found a place where the arithmetic is not what {@link Kernels} says. They change only with the
 * arithmetic itself.
 */
class DeterminismTest extends VectorApiPresent {
    private static final Map<SmallTraining, String> DOUBLES = Map.of(
            SmallTraining.TINY, "4becf84fed1c5c33ce1751f09c8e7cf8d213d112919a1c4f393251e985819ce8",
            SmallTraining.DIGITS, "67c72f4a46ef680f26800957d4d77c60de280dc2821703c3768ec0ff7b9feec3",
            SmallTraining.RECTIFIERS, "b5b33bd0ff3b729081c2f3df19ea803e388156df53c9544376c7ac08b77bb190",
            SmallTraining.WIDE, "ac9b5c77991ec65e150f7adcbc3bd24d848e1212c474e644080eef5cad8f2033");

    private static final Map<SmallTraining, String> FLOATS = Map.of(
            SmallTraining.TINY, "482b5994f8231bd64881a77a5e7684638996a05a560527d5cc33a87998a21a69",
            SmallTraining.DIGITS, "f75c90a32473503fd9d7f0708f4d9ff02d027d71e409f6b01e3347a3b268d5df",
            SmallTraining.RECTIFIERS, "cb02c1d17dd4ce6683b27070d6f450101dd403ba66e89ff125fa75814449ee9f",
            SmallTraining.WIDE, "bac86640460c04034759dcc8d9f25b86bedc884a4a374c391d27c8376f10667f");

    private static String expected(SmallTraining training, Precision precision) {
        return (precision == Precision.DOUBLE ? DOUBLES : FLOATS).get(training);
    }

    @ParameterizedTest
    @EnumSource
    void everyKernelsAndNumberOfThreadsGiveTheSameBits(SmallTraining training) {
        for (Precision precision : Precision.values()) {
            Kernels simd = new SimdKernelsProvider().kernels(precision).orElseThrow();
            for (Kernels kernels : new Kernels[] {PlainKernels.of(precision), simd}) {
                String name = training + " in " + precision + " on " + kernels.name();
                assertThat(training.hash(kernels)).as(name).isEqualTo(expected(training, precision));
                for (int threads : new int[] {1, 2, 3, 8}) {
                    try (ThreadedKernels threaded = new ThreadedKernels(kernels, threads)) {
                        assertThat(training.hash(threaded))
                                .as("%s, %d threads", name, threads)
                                .isEqualTo(expected(training, precision));
                    }
                }
            }
        }
    }

    @Test
    void theInterpreterGivesTheBitsOfCompiledCode() throws IOException, InterruptedException {
        verifyChild(Path.of(System.getProperty("java.home")), "-Xint");
    }

    @Test
    void otherJdksGiveTheSameBits() throws IOException, InterruptedException {
        String others = System.getenv("NN_OTHER_JDKS");
        assumeTrue(
                others != null && !others.isBlank(),
                "no other JDKs: NN_OTHER_JDKS names none (paths, separated as a class path is)");
        for (String home : others.split(File.pathSeparator)) {
            verifyChild(Path.of(home));
        }
    }

    private static void verifyChild(Path javaHome, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(javaHome.resolve("bin").resolve("java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
        command.addAll(List.of("-cp", classPath(), SmallTraining.class.getName()));
        Process child = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(child.getInputStream().readAllBytes());
        assertThat(child.waitFor()).as("%s: %s", command, output).isZero();
        for (Precision precision : Precision.values()) {
            String expected = precision + " " + expected(SmallTraining.TINY, precision);
            assertThat(output).as("%s", command).contains("plain " + expected, "simd " + expected);
        }
    }

    /** Modules and tests alike: the child runs without a module path. */
    private static String classPath() {
        String modules = System.getProperty("jdk.module.path", "");
        return modules + File.pathSeparator + System.getProperty("java.class.path", "");
    }
}
