package io.nabla.examples.book;

import io.nabla.api.Activation;
import io.nabla.api.Initializer;
import io.nabla.api.Parameter;
import java.util.random.RandomGenerator;

/**
 * How {@code network3.py} draws a layer: biases from N(0,1), weights from N(0, 1/n) with n outputs, and zeros before a softmax.
 *
 * <p>Of a convolution n is filters · 5 · 5 / (2 · 2), since the author's layers pool by themselves.
 */
final class Network3Start implements Initializer {
    private static final int WINDOW = 4;

    private final double factor;

    /** The start of a layer that does not end in a softmax. */
    Network3Start() {
        this(1);
    }

    private Network3Start(double factor) {
        this.factor = factor;
    }

    @Override
    public String name() {
        return "network3";
    }

    @Override
    public Initializer forActivation(Activation sigma) {
        return new Network3Start(sigma.name().equals("softmax") ? 0 : 1);
    }

    @Override
    public double weight(int fanIn, int fanOut, RandomGenerator random) {
        return factor * random.nextGaussian() / Math.sqrt(fanOut);
    }

    @Override
    public double bias(RandomGenerator random) {
        return factor * random.nextGaussian();
    }

    @Override
    public void draw(Parameter parameter, RandomGenerator random) {
        Initializer.super.draw(parameter, random);
        boolean isShared = parameter.fanOut() > parameter.value().rows();
        if (parameter.role() == Parameter.Role.WEIGHTS && isShared) {
            parameter.value().combine(Math.sqrt(WINDOW), 0, parameter.value());
        }
    }
}
