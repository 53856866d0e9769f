package io.nabla.guice;

import com.google.inject.Module;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * Finds Guice modules where the program runs on the module path.
 *
 * @param self the Java module of this package
 */
record ModulePath(java.lang.Module self) {
    /** The Guice modules of the program's module path, of its class path, if it has one besides, and of the jars. */
    List<Module> find(List<PluginJar> jars) {
        List<Module> found = new ArrayList<>();
        for (ModuleLayer layer : withParents(self.getLayer())) {
            found.addAll(in(layer, layer.modules()));
        }
        for (ServiceLoader.Provider<Module> provider :
                Services.in(ServiceLoader.load(Module.class, ClassLoader.getSystemClassLoader()))) {
            if (!provider.type().getModule().isNamed()) {
                found.add(Services.instance(provider));
            }
        }
        for (PluginLayer plugins : PluginLayer.of(jars, self)) {
            found.addAll(in(plugins.layer(), plugins.roots()));
        }
        return found;
    }

    /** The Guice modules of these Java modules of a layer. */
    private static List<Module> in(ModuleLayer layer, Set<java.lang.Module> javaModules) {
        List<Module> found = new ArrayList<>();
        for (ServiceLoader.Provider<Module> provider : Services.in(ServiceLoader.load(layer, Module.class))) {
            if (javaModules.contains(provider.type().getModule())) {
                found.add(Services.instance(provider));
            }
        }
        found.addAll(ServiceFilesOfModules.guiceModules(javaModules));
        return found;
    }

    private static Set<ModuleLayer> withParents(ModuleLayer layer) {
        Set<ModuleLayer> layers = new LinkedHashSet<>(List.of(layer));
        layer.parents().forEach(parent -> layers.addAll(withParents(parent)));
        return layers;
    }
}
