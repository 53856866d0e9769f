package io.nabla.examples.cli;

import io.nabla.api.Precision;
import io.nabla.core.kernels.AvailableKernels;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What {@code nn --version} says: Nabla's version, the Java that runs it, and the kernels that can run here. */
public final class Version implements IVersionProvider {
    /** For picocli. */
    public Version() {}

    @Override
    public String[] getVersion() {
        List<String> lines = new ArrayList<>();
        lines.add("nn " + number());
        lines.add("Java " + System.getProperty("java.version") + " (" + System.getProperty("java.vm.name") + ", "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ")");
        AvailableKernels available = new AvailableKernels();
        for (Precision precision : Precision.values()) {
            List<String> names = available.providers().stream()
                    .filter(provider -> provider.kernels(precision).isPresent())
                    .map(provider -> provider.name())
                    .toList();
            lines.add("kernels of " + precision + ": " + String.join(", ", names));
        }
        return lines.toArray(String[]::new);
    }

    /** Nabla's version, such as {@code 0.1.0}. */
    public static String number() {
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("the version cannot be read", e);
        }
    }
}
