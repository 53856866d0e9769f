package io.nabla.optimizers;

/**
 * One step of {@link RmsProp}: its numbers, and the loop that all elements go through.
 *
 * @param mean 1/m, which makes a summed gradient a mean
 * @param alpha α
 * @param rate η
 * @param epsilon ε
 */
record RmsPropStep(double mean, double alpha, double rate, double epsilon) implements StepLoop {
    @Override
    public void move(double[] w, double[] nabla, double[][] state, int from, int to) {
        double[] squares = state[0];
        double toMean = mean;
        double keep = alpha;
        double take = 1 - alpha;
        double minusRate = -rate;
        double eps = epsilon;
        for (int i = from; i < to; i++) {
            double g = toMean * nabla[i];
            double v = Math.fma(take * g, g, Math.fma(keep, squares[i], TINY_DOUBLE)) - TINY_DOUBLE;
            squares[i] = v;
            w[i] = Math.fma(minusRate, g / (Math.sqrt(v) + eps), w[i]);
        }
    }

    @Override
    public void move(float[] w, float[] nabla, float[][] state, int from, int to) {
        float[] squares = state[0];
        float toMean = (float) mean;
        float keep = (float) alpha;
        float take = (float) (1 - alpha);
        float minusRate = (float) -rate;
        float eps = (float) epsilon;
        for (int i = from; i < to; i++) {
            float g = toMean * nabla[i];
            float v = Math.fma(take * g, g, Math.fma(keep, squares[i], TINY_FLOAT)) - TINY_FLOAT;
            squares[i] = v;
            w[i] = Math.fma(minusRate, g / ((float) Math.sqrt(v) + eps), w[i]);
        }
    }
}
