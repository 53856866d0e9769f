package io.nabla.guice;

import com.google.inject.Module;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Guice modules from {@link ServiceLoader}. */
final class Services {
    private Services() {}

    /** What the loader finds, none of them made yet. */
    static List<ServiceLoader.Provider<Module>> in(ServiceLoader<Module> loader) {
        return loader.stream().toList();
    }

    /** The Guice module itself, or an error that names it. */
    static Module instance(ServiceLoader.Provider<Module> provider) {
        try {
            return provider.get();
        } catch (ServiceConfigurationError | LinkageError e) {
            throw broken(provider.type().getName(), e);
        }
    }

    static PluginException broken(String guiceModule, Throwable why) {
        return new PluginException("the Guice module " + guiceModule + " cannot be loaded: " + Reason.of(why), why);
    }
}
