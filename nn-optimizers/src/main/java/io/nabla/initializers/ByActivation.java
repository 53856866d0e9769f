package io.nabla.initializers;

import io.nabla.api.Activation;
import io.nabla.api.Initializer;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The start that suits each layer's activation: {@link HeGaussian} for rectifiers and their smooth relatives, {@link LeCunGaussian}
 * for SELU, and {@link XavierNormal} for all others; biases of zero.
 *
 * <p>Relatives of the rectifier, known by their names: {@code relu}, {@code leaky-relu}, {@code elu}, {@code gelu}, {@code
 * gelu-tanh}, {@code silu}, {@code mish} and {@code softplus}.
 *
 * <pre>{@code
 * Network network = Network.builder(784)
 *         .layer(new Dense(100, new Relu()))      // N(0, 2/784)
 *         .layer(new Dense(10, new Softmax()))    // N(0, 2/110)
 *         .build(new ByActivation(), new NumpyRandom(42));
 * }</pre>
 */
public final class ByActivation implements Initializer {
    private static final Set<String> RECTIFIERS =
            Set.of("relu", "leaky-relu", "elu", "gelu", "gelu-tanh", "silu", "mish", "softplus");
    private static final Initializer OTHERS = new XavierNormal();

    /** The initializer. */
    public ByActivation() {}

    @Override
    public String name() {
        return "by-activation";
    }

    @Override
    public Initializer forActivation(Activation sigma) {
        if (RECTIFIERS.contains(sigma.name())) {
            return new HeGaussian();
        }
        return sigma.name().equals("selu") ? new LeCunGaussian() : OTHERS;
    }

    /** One weight where the activation is not known: Xavier's. */
    @Override
    public double weight(int fanIn, int fanOut, RandomGenerator random) {
        return OTHERS.weight(fanIn, fanOut, random);
    }

    /** Zero; nothing is drawn from the generator. */
    @Override
    public double bias(RandomGenerator random) {
        return OTHERS.bias(random);
    }
}
