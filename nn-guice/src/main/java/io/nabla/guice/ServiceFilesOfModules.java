package io.nabla.guice;

import com.google.inject.Module;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Guice modules that a Java module names in {@code META-INF/services} and not in its module-info.
 *
 * <p>{@link java.util.ServiceLoader} overlooks that file in a jar with a module-info. But Java refuses to start a
 * module that {@code provides com.google.inject.Module} where Guice is not there, even if it {@code requires static}
 * it. A jar that wants to be of use also without Guice, as Nabla's own do, can only name its Guice module in that
 * file.
 */
final class ServiceFilesOfModules {
    private ServiceFilesOfModules() {}

    /** An instance of each, in the order of the Java modules' names. */
    static List<Module> guiceModules(Set<java.lang.Module> javaModules) {
        List<Module> found = new ArrayList<>();
        javaModules.stream()
                .filter(ServiceFilesOfModules::knowsGuice)
                .sorted(Comparator.comparing(java.lang.Module::getName))
                .forEach(javaModule -> {
                    Set<String> names = named(javaModule);
                    names.removeAll(PluginJar.providedBy(javaModule.getDescriptor())); // ServiceLoader found those
                    names.forEach(name -> found.add(instance(javaModule, name)));
                });
        return found;
    }

    /** Whether it has a module-info that mentions Guice. */
    private static boolean knowsGuice(java.lang.Module javaModule) {
        String guice = Module.class.getModule().getName();
        return !javaModule.getDescriptor().isAutomatic()
                && javaModule.getDescriptor().requires().stream()
                        .anyMatch(requires -> requires.name().equals(guice));
    }

    private static Set<String> named(java.lang.Module javaModule) {
        try (InputStream in = javaModule.getResourceAsStream(ServiceFile.PATH)) {
            return ServiceFile.read(in == null ? InputStream.nullInputStream() : in);
        } catch (IOException e) {
            throw new PluginException(
                    "the Java module " + javaModule.getName() + " cannot be read: " + Reason.of(e), e);
        }
    }

    private static Module instance(java.lang.Module javaModule, String name) {
        try {
            Class<?> type = Class.forName(javaModule, name);
            if (type == null) {
                throw new ClassNotFoundException(name + " is not in the Java module " + javaModule.getName());
            }
            return type.asSubclass(Module.class).getConstructor().newInstance();
        } catch (InvocationTargetException e) {
            throw Services.broken(name, e.getCause());
        } catch (IllegalAccessException e) {
            throw new PluginException(
                    "the Guice module " + name + " cannot be loaded: make it public, and export its package in the"
                            + " module-info of " + javaModule.getName(),
                    e);
        } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
            throw Services.broken(name, e);
        }
    }
}
