package io.nabla.guice;

import com.google.inject.Module;
import io.nabla.api.Plugins;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceConfigurationError;

/**
 * Finds the plug-ins that are there and gives the registry of them.
 *
 * <pre>{@code
 * Plugins plugins = PluginLoader.load(Path.of("my-plugins"));
 * Activation cube = plugins.activations().get("cube");
 * }</pre>
 *
 * <p><strong>A plug-in jar</strong> has a Guice module, a public class with a public constructor without arguments,
 * which binds its plug-ins:
 *
 * <pre>{@code
 * public final class CubeModule extends AbstractModule {
 *     protected void configure() {
 *         Multibinder.newSetBinder(binder(), Activation.class).addBinding().toInstance(new Cube());
 *     }
 * }
 * }</pre>
 *
 * <p>The kinds are {@code Activation}, {@code Cost}, {@code LayerFactory}, {@code OptimizerFactory}, {@code
 * ScheduleFactory}, {@code ClippingFactory}, {@code RegularizerFactory} and {@code Initializer}. The jar names the class of its Guice module in the file {@code
 * META-INF/services/com.google.inject.Module}. That suffices everywhere: on the class path, on the module path, in a
 * plug-in folder, with and without a module-info. A module-info may name it by {@code provides
 * com.google.inject.Module with ...} too; but a Java module with that line cannot be used where Guice is missing, and
 * without that line it must export the package of its Guice module.
 *
 * <p><strong>Folders.</strong> Every {@code .jar} of a plug-in folder must be a plug-in jar; other files and
 * subfolders are ignored. If the program runs on the module path, the jars become Java modules in a layer of their
 * own; on the class path they get a class loader of their own. Either lives as long as its plug-ins are used. Two
 * jars may have classes of the same name, but neither two Guice modules nor two plug-ins of one kind may be called
 * the same.
 */
public final class PluginLoader {
    private PluginLoader() {}

    /**
     * Loads the plug-ins on the module path, on the class path and in the jars of these folders.
     *
     * @param folders plug-in folders, maybe none
     * @throws PluginException if a folder is missing or empty, or a plug-in is broken or ambiguous
     */
    public static Plugins load(Path... folders) {
        List<PluginJar> jars = PluginFolder.jars(folders);
        try {
            return CompositionRoot.compose(guiceModules(jars));
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new PluginException("a plug-in cannot be loaded: " + Reason.of(e), e);
        }
    }

    private static List<Module> guiceModules(List<PluginJar> jars) {
        java.lang.Module self = PluginLoader.class.getModule();
        return self.isNamed()
                ? new ModulePath(self).find(jars)
                : new ClassPath(PluginLoader.class.getClassLoader()).find(jars);
    }
}
