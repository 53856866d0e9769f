package io.nabla.api;

import java.util.List;
import java.util.Objects;

/**
 * Everything that can be asked for by name: the one registry.
 *
 * <p>It is filled by Guice from the plug-in jars that are there, or by hand with {@code new}.
 */
public record Plugins(
        Catalog<Activation> activations,
        Catalog<Cost> costs,
        Catalog<LayerFactory> layers,
        Catalog<OptimizerFactory> optimizers,
        Catalog<ScheduleFactory> schedules,
        Catalog<RegularizerFactory> regularizers,
        Catalog<Initializer> initializers) {
    /** Checks that no catalog is missing. */
    public Plugins {
        Objects.requireNonNull(activations, "activations");
        Objects.requireNonNull(costs, "costs");
        Objects.requireNonNull(layers, "layers");
        Objects.requireNonNull(optimizers, "optimizers");
        Objects.requireNonNull(schedules, "schedules");
        Objects.requireNonNull(regularizers, "regularizers");
        Objects.requireNonNull(initializers, "initializers");
    }

    /** All catalogs, in a fixed order, for listings. */
    public List<Catalog<? extends Named>> catalogs() {
        return List.of(activations, costs, layers, optimizers, schedules, regularizers, initializers);
    }
}
