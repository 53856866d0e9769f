package io.nabla.guice;

import com.google.inject.Module;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/**
 * Finds Guice modules where the program runs on the class path.
 *
 * @param parent the class loader of the program
 */
record ClassPath(ClassLoader parent) {
    /** The Guice modules of the program's class path and of the jars. */
    List<Module> find(List<PluginJar> jars) {
        Map<String, PluginJar> owners = new TreeMap<>();
        for (PluginJar jar : jars) {
            if (jar.listed().isEmpty()) {
                throw new PluginException(
                        jar.file() + " names its Guice module in its module-info alone, which counts on the module"
                                + " path only; name it in " + ServiceFile.PATH + " too");
            }
            jar.listed().forEach(guiceModule -> owners.put(guiceModule, jar));
        }
        ClassLoader loader = jars.isEmpty() ? parent : new URLClassLoader(urls(jars), parent);
        List<Module> found = new ArrayList<>();
        for (ServiceLoader.Provider<Module> provider : Services.in(ServiceLoader.load(Module.class, loader))) {
            PluginJar owner = owners.get(provider.type().getName());
            if (owner != null && provider.type().getClassLoader() != loader) {
                throw new PluginException("the Guice module " + provider.type().getName() + " of " + owner.file()
                        + " is on the class path of the program already; remove that jar from the plug-in folder");
            }
            found.add(Services.instance(provider));
        }
        return found;
    }

    private static URL[] urls(List<PluginJar> jars) {
        List<URL> urls = new ArrayList<>();
        for (PluginJar jar : jars) {
            try {
                urls.add(jar.file().toUri().toURL());
            } catch (MalformedURLException e) {
                throw new PluginException(jar.file() + " has no URL: " + Reason.of(e), e);
            }
        }
        return urls.toArray(URL[]::new);
    }
}
