package io.nabla.guice;

import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolutionException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Plug-in jars as Java modules, in a layer above the program's.
 *
 * @param layer the layer
 * @param roots the modules in it that are plug-ins
 */
record PluginLayer(ModuleLayer layer, Set<java.lang.Module> roots) {
    /**
     * One layer for all jars, so that they see each other. If that is not possible, since two of them have the same
     * package, a layer for each: then a jar with a module-info sees those that it requires, and one without sees the
     * program alone.
     *
     * @param self the Java module of this package, whose layer is the program's
     */
    static List<PluginLayer> of(List<PluginJar> jars, java.lang.Module self) {
        if (jars.isEmpty()) {
            return List.of();
        }
        Map<String, PluginJar> byName = byModuleName(jars, self.getLayer().configuration());
        ModuleFinder all = ModuleFinder.of(jars.stream().map(PluginJar::file).toArray(Path[]::new));
        try {
            Configuration together =
                    self.getLayer().configuration().resolveAndBind(ModuleFinder.of(), all, byName.keySet());
            return List.of(define(together, byName.keySet(), self));
        } catch (FindException | ResolutionException e) {
            return byName.entrySet().stream()
                    .map(entry -> alone(entry.getKey(), entry.getValue(), all, self))
                    .toList();
        }
    }

    private static PluginLayer alone(String name, PluginJar jar, ModuleFinder all, java.lang.Module self) {
        try {
            // Java resolves with one jar without a module-info all others that it can find.
            boolean automatic = all.find(name).orElseThrow().descriptor().isAutomatic();
            ModuleFinder finder = automatic ? ModuleFinder.of(jar.file()) : all;
            Set<String> root = Set.of(name);
            return define(self.getLayer().configuration().resolve(ModuleFinder.of(), finder, root), root, self);
        } catch (FindException | ResolutionException e) {
            throw new PluginException(jar.file() + " cannot be loaded as a Java module: " + Reason.of(e), e);
        }
    }

    /**
     * A class loader for each module: then two of them may have the same package, if neither exports it to the other.
     */
    private static PluginLayer define(Configuration configuration, Set<String> roots, java.lang.Module self) {
        try {
            ModuleLayer layer = self.getLayer().defineModulesWithManyLoaders(configuration, self.getClassLoader());
            return new PluginLayer(
                    layer,
                    layer.modules().stream()
                            .filter(javaModule -> roots.contains(javaModule.getName()))
                            .collect(Collectors.toSet()));
        } catch (LayerInstantiationException e) {
            throw new PluginException(
                    "the plug-ins " + roots + " cannot be loaded as Java modules: " + Reason.of(e), e);
        }
    }

    private static Map<String, PluginJar> byModuleName(List<PluginJar> jars, Configuration program) {
        Map<String, PluginJar> byName = new TreeMap<>();
        for (PluginJar jar : jars) {
            String name = moduleName(jar);
            PluginJar other = byName.putIfAbsent(name, jar);
            if (other != null) {
                throw new PluginException("the Java module " + name + " is in both " + other.file() + " and "
                        + jar.file() + "; remove one of them");
            }
            if (program.findModule(name).isPresent()) {
                throw new PluginException("the Java module " + name + " of " + jar.file()
                        + " is in the program already; remove that jar from the plug-in folder");
            }
        }
        return byName;
    }

    private static String moduleName(PluginJar jar) {
        try {
            ModuleReference reference =
                    ModuleFinder.of(jar.file()).findAll().iterator().next();
            return reference.descriptor().name();
        } catch (FindException e) {
            throw new PluginException(jar.file() + " cannot be a Java module: " + Reason.of(e), e);
        }
    }
}
