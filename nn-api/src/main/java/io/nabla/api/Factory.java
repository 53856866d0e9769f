package io.nabla.api;

/**
 * Makes a plug-in that has settings of its own, such as an optimizer with its learning rate, from those settings.
 *
 * <pre>{@code
 * public final class SgdFactory implements OptimizerFactory {
 *     public String name() { return "sgd"; }
 *     public Optimizer create(Settings settings, Plugins plugins) {
 *         settings.onlyKeys("learning-rate");
 *         return new Sgd(settings.number("learning-rate"));
 *     }
 * }
 * }</pre>
 *
 * @param <T> what it makes
 */
public interface Factory<T> extends Named {
    /**
     * Makes one.
     *
     * @param plugins where names among the settings are looked up, such as a layer's activation
     * @throws IllegalArgumentException if a setting is missing, unknown or out of its range
     */
    T create(Settings settings, Plugins plugins);
}
