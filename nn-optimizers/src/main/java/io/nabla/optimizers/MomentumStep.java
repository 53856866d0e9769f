package io.nabla.optimizers;

/**
 * One step of {@link Momentum}: its numbers, and the loop that all elements go through.
 *
 * @param mean 1/m, which makes a summed gradient a mean
 * @param momentum μ
 * @param rate η
 */
record MomentumStep(double mean, double momentum, double rate) implements StepLoop {
    @Override
    public void move(double[] w, double[] nabla, double[][] state, int from, int to) {
        double[] velocity = state[0];
        double toMean = mean;
        double keep = momentum;
        double minusRate = -rate;
        for (int i = from; i < to; i++) {
            double v = Math.fma(toMean, nabla[i], Math.fma(keep, velocity[i], TINY_DOUBLE)) - TINY_DOUBLE;
            velocity[i] = v;
            w[i] = Math.fma(minusRate, v, w[i]);
        }
    }

    @Override
    public void move(float[] w, float[] nabla, float[][] state, int from, int to) {
        float[] velocity = state[0];
        float toMean = (float) mean;
        float keep = (float) momentum;
        float minusRate = (float) -rate;
        for (int i = from; i < to; i++) {
            float v = Math.fma(toMean, nabla[i], Math.fma(keep, velocity[i], TINY_FLOAT)) - TINY_FLOAT;
            velocity[i] = v;
            w[i] = Math.fma(minusRate, v, w[i]);
        }
    }
}
