package io.nabla.optimizers;

/**
 * One step of {@link Adadelta}: its numbers, and the loop that all elements go through.
 *
 * @param mean 1/m, which makes a summed gradient a mean
 * @param rho ρ
 * @param rate η
 * @param epsilon ε
 */
record AdadeltaStep(double mean, double rho, double rate, double epsilon) implements StepLoop {
    @Override
    public void move(double[] w, double[] nabla, double[][] state, int from, int to) {
        double[] squares = state[0];
        double[] steps = state[1];
        double toMean = mean;
        double keep = rho;
        double take = 1 - rho;
        double minusRate = -rate;
        double eps = epsilon;
        for (int i = from; i < to; i++) {
            double g = toMean * nabla[i];
            double v = Math.fma(take * g, g, Math.fma(keep, squares[i], TINY_DOUBLE)) - TINY_DOUBLE;
            double d = Math.sqrt(steps[i] + eps) / Math.sqrt(v + eps) * g;
            squares[i] = v;
            steps[i] = Math.fma(take * d, d, Math.fma(keep, steps[i], TINY_DOUBLE)) - TINY_DOUBLE;
            w[i] = Math.fma(minusRate, d, w[i]);
        }
    }

    @Override
    public void move(float[] w, float[] nabla, float[][] state, int from, int to) {
        float[] squares = state[0];
        float[] steps = state[1];
        float toMean = (float) mean;
        float keep = (float) rho;
        float take = (float) (1 - rho);
        float minusRate = (float) -rate;
        float eps = (float) epsilon;
        for (int i = from; i < to; i++) {
            float g = toMean * nabla[i];
            float v = Math.fma(take * g, g, Math.fma(keep, squares[i], TINY_FLOAT)) - TINY_FLOAT;
            float d = (float) Math.sqrt(steps[i] + eps) / (float) Math.sqrt(v + eps) * g;
            squares[i] = v;
            steps[i] = Math.fma(take * d, d, Math.fma(keep, steps[i], TINY_FLOAT)) - TINY_FLOAT;
            w[i] = Math.fma(minusRate, d, w[i]);
        }
    }
}
