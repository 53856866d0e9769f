package io.nabla.api;

import java.util.List;
import java.util.Objects;

/**
 * Everything that can be asked for by name: the one registry.
 *
 * <p>It is filled by Guice from the plug-in jars that are there, or by hand with {@code new}.
 *
 * <pre>{@code
 * Activation elu = plugins.activation(Settings.named("elu"));
 * Activation flatter = plugins.activation(Settings.named("elu", Map.of("alpha", "0.5")));
 * }</pre>
 */
public record Plugins(
        Catalog<Activation> activations,
        Catalog<Cost> costs,
        Catalog<LayerFactory> layers,
        Catalog<OptimizerFactory> optimizers,
        Catalog<ScheduleFactory> schedules,
        Catalog<ClippingFactory> clippings,
        Catalog<RegularizerFactory> regularizers,
        Catalog<Initializer> initializers) {
    /** Checks that no catalog is missing. */
    public Plugins {
        Objects.requireNonNull(activations, "activations");
        Objects.requireNonNull(costs, "costs");
        Objects.requireNonNull(layers, "layers");
        Objects.requireNonNull(optimizers, "optimizers");
        Objects.requireNonNull(schedules, "schedules");
        Objects.requireNonNull(clippings, "clippings");
        Objects.requireNonNull(regularizers, "regularizers");
        Objects.requireNonNull(initializers, "initializers");
    }

    /** All catalogs, in a fixed order, for listings. */
    public List<Catalog<? extends Named>> catalogs() {
        return List.of(activations, costs, layers, optimizers, schedules, clippings, regularizers, initializers);
    }

    /**
     * The activation that is asked for by its {@code name}, with the other settings.
     *
     * @throws IllegalArgumentException if there is none of that name, or it does not take these settings
     */
    public Activation activation(Settings asked) {
        return activations.get(asked.name()).with(asked.without(Settings.NAME));
    }

    /**
     * The cost that is asked for by its {@code name}, with the other settings.
     *
     * @throws IllegalArgumentException if there is none of that name, or it does not take these settings
     */
    public Cost cost(Settings asked) {
        return costs.get(asked.name()).with(asked.without(Settings.NAME));
    }

    /**
     * The initializer that is asked for by its {@code name}, with the other settings.
     *
     * @throws IllegalArgumentException if there is none of that name, or it does not take these settings
     */
    public Initializer initializer(Settings asked) {
        return initializers.get(asked.name()).with(asked.without(Settings.NAME));
    }

    /**
     * What the factory that is asked for by its {@code name} makes of the other settings.
     *
     * @throws IllegalArgumentException if there is none of that name, or it does not take these settings
     */
    public <T> T made(Catalog<? extends Factory<T>> factories, Settings asked) {
        return factories.get(asked.name()).create(asked.without(Settings.NAME), this);
    }
}
