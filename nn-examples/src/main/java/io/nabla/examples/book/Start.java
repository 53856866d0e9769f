package io.nabla.examples.book;

import io.nabla.core.Network;
import io.nabla.initializers.LargeGaussian;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** With which weights and biases a run starts. */
enum Start {
    /** The network as it was built. */
    AS_BUILT {
        @Override
        Network apply(Network network, Supplier<Network> build, RandomGenerator numpy) {
            return network;
        }
    },
    /** A new network, built with the next numbers of the generator. */
    NEW_NETWORK {
        @Override
        Network apply(Network network, Supplier<Network> build, RandomGenerator numpy) {
            return build.get();
        }
    },
    /** {@code net.large_weight_initializer()}: the same network, all of it drawn anew from N(0,1). */
    DRAWN_LARGE {
        @Override
        Network apply(Network network, Supplier<Network> build, RandomGenerator numpy) {
            network.draw(new LargeGaussian(), numpy);
            return network;
        }
    };

    /**
     * The network that the run trains.
     *
     * @param network the one there is
     * @param build builds another one
     * @param numpy where all randomness comes from
     */
    abstract Network apply(Network network, Supplier<Network> build, RandomGenerator numpy);
}
