package io.nabla.layers;

import io.nabla.api.Initializer;
import io.nabla.api.Optimizer;
import io.nabla.api.Parameter;
import java.util.random.RandomGenerator;

/** The smallest optimizer and start for networks in tests: those of nn-optimizers are not on this module's path. */
final class Learning {
    private Learning() {}

    /** w - (η/m)·∇w. */
    static Optimizer by(double learningRate) {
        return new Optimizer() {
            @Override
            public String name() {
                return "sgd";
            }

            @Override
            public Update start(Parameter parameter) {
                return (w, nabla, m, pace) -> w.combine(1, -learningRate * pace / m, nabla);
            }
        };
    }

    /** N(0, 1/fan-in), biases 0. */
    static Initializer start() {
        return new Initializer() {
            @Override
            public String name() {
                return "start";
            }

            @Override
            public double weight(int fanIn, int fanOut, RandomGenerator random) {
                return random.nextGaussian() / Math.sqrt(fanIn);
            }

            @Override
            public double bias(RandomGenerator random) {
                return 0;
            }
        };
    }
}
