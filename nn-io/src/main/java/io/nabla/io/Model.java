package io.nabla.io;

import io.nabla.core.Network;
import java.util.Objects;

/**
 * A trained network with what must be known to use it.
 *
 * @param description what it is made of and where it comes from
 * @param network the network, with its numbers
 */
public record Model(ModelDescription description, Network network) {
    /** Checks that nothing is missing. */
    public Model {
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(network, "network");
    }
}
