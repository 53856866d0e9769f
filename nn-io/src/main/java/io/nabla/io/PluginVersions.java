package io.nabla.io;

import io.nabla.api.Layer;
import io.nabla.core.Network;
import java.lang.module.ModuleDescriptor;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The versions of the modules that a network is made of, as far as the modules or their jars tell them. */
final class PluginVersions {
    private static final String VERSION_OF = "version of ";

    private PluginVersions() {}

    /** What is put into a file's provenance: {@code "version of io.nabla.layers"} with its version. */
    static Map<String, String> of(Network network) {
        Map<String, String> versions = new TreeMap<>();
        add(PluginVersions.class, versions);
        add(Network.class, versions);
        for (Layer layer : network.layers()) {
            add(layer.getClass(), versions);
            add(layer.activation().getClass(), versions);
        }
        return versions;
    }

    private static void add(Class<?> type, Map<String, String> versions) {
        Optional<String> version = Optional.ofNullable(type.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion)
                .or(() -> Optional.ofNullable(type.getPackage().getImplementationVersion()));
        version.ifPresent(v -> versions.put(VERSION_OF + type.getPackageName(), v));
    }

    /** Which of them are others than in the provenance of a file, in words; nothing if none is. */
    static String changed(Network network, Map<String, String> provenance) {
        return of(network).entrySet().stream()
                .filter(now -> provenance.containsKey(now.getKey())
                        && !provenance.get(now.getKey()).equals(now.getValue()))
                .map(now -> now.getKey().substring(VERSION_OF.length()) + " was "
                        + SafetensorsHeader.quoted(provenance.get(now.getKey())) + " and is " + now.getValue())
                .collect(Collectors.joining(", "));
    }
}
