package io.nabla.guice;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.InvalidModuleDescriptorException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/**
 * A jar of a plug-in folder.
 *
 * @param file where it is
 * @param listed the Guice modules that it names in {@code META-INF/services}
 * @param provided the Guice modules that it names in its module-info
 */
record PluginJar(Path file, Set<String> listed, Set<String> provided) {
    /** Reads what the jar says of itself, and refuses one that cannot be a plug-in. */
    static PluginJar open(Path file) {
        try (JarFile jar = new JarFile(new File(file.toString()), false, JarFile.OPEN_READ, JarFile.runtimeVersion())) {
            PluginJar plugin = new PluginJar(file, listed(jar), provided(jar));
            for (String guiceModule : plugin.guiceModules()) {
                if (jar.getEntry(guiceModule.replace('.', '/') + ".class") == null) {
                    throw new PluginException(
                            file + " names the Guice module " + guiceModule + " but does not contain that class");
                }
            }
            if (plugin.guiceModules().isEmpty()) {
                throw new PluginException(
                        file + " offers no com.google.inject.Module: a plug-in jar names its Guice module in "
                                + ServiceFile.PATH + "; other jars do not belong into a plug-in folder");
            }
            return plugin;
        } catch (IOException | InvalidModuleDescriptorException e) {
            throw new PluginException(file + " is not a jar that can be read: " + Reason.of(e), e);
        }
    }

    private static Set<String> listed(JarFile jar) throws IOException {
        JarEntry entry = jar.getJarEntry(ServiceFile.PATH);
        if (entry == null) {
            return Set.of();
        }
        try (InputStream in = jar.getInputStream(entry)) {
            return ServiceFile.read(in);
        }
    }

    private static Set<String> provided(JarFile jar) throws IOException {
        JarEntry entry = jar.getJarEntry("module-info.class");
        if (entry == null) {
            return Set.of();
        }
        try (InputStream in = jar.getInputStream(entry)) {
            return providedBy(ModuleDescriptor.read(in));
        }
    }

    /** The Guice modules in the {@code provides} of a module-info. */
    static Set<String> providedBy(ModuleDescriptor descriptor) {
        return descriptor.provides().stream()
                .filter(provides -> provides.service().equals("com.google.inject.Module"))
                .flatMap(provides -> provides.providers().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** All Guice modules that it names, in either way. */
    Set<String> guiceModules() {
        Set<String> all = new LinkedHashSet<>(listed);
        all.addAll(provided);
        return all;
    }
}
