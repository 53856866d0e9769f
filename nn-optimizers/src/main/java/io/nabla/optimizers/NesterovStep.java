package io.nabla.optimizers;

/**
 * One step of {@link Nesterov}: its numbers, and the loop that all elements go through.
 *
 * @param mean 1/m, which makes a summed gradient a mean
 * @param momentum μ
 * @param rate η
 */
record NesterovStep(double mean, double momentum, double rate) implements StepLoop {
    @Override
    public void move(double[] w, double[] nabla, double[][] state, int from, int to) {
        double[] velocity = state[0];
        double toMean = mean;
        double keep = momentum;
        double minusRate = -rate;
        for (int i = from; i < to; i++) {
            double g = toMean * nabla[i];
            double v = g + Math.fma(keep, velocity[i], TINY_DOUBLE) - TINY_DOUBLE;
            velocity[i] = v;
            w[i] = Math.fma(minusRate, Math.fma(keep, v, g), w[i]);
        }
    }

    @Override
    public void move(float[] w, float[] nabla, float[][] state, int from, int to) {
        float[] velocity = state[0];
        float toMean = (float) mean;
        float keep = (float) momentum;
        float minusRate = (float) -rate;
        for (int i = from; i < to; i++) {
            float g = toMean * nabla[i];
            float v = g + Math.fma(keep, velocity[i], TINY_FLOAT) - TINY_FLOAT;
            velocity[i] = v;
            w[i] = Math.fma(minusRate, Math.fma(keep, v, g), w[i]);
        }
    }
}
