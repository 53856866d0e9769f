package io.nabla.guice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/** The file in which a jar names its Guice modules, one class a line, comments behind #. */
final class ServiceFile {
    static final String PATH = "META-INF/services/com.google.inject.Module";

    private ServiceFile() {}

    /** The class names in the file, in their order. */
    static Set<String> read(InputStream file) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            int comment = line.indexOf('#');
            String name = (comment < 0 ? line : line.substring(0, comment)).strip();
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }
}
