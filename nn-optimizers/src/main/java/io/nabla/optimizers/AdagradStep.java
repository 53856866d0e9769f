package io.nabla.optimizers;

/**
 * One step of {@link Adagrad}: its numbers, and the loop that all elements go through.
 *
 * @param mean 1/m, which makes a summed gradient a mean
 * @param rate η
 * @param epsilon ε
 */
record AdagradStep(double mean, double rate, double epsilon) implements StepLoop {
    @Override
    public void move(double[] w, double[] nabla, double[][] state, int from, int to) {
        double[] squares = state[0];
        double toMean = mean;
        double minusRate = -rate;
        double eps = epsilon;
        for (int i = from; i < to; i++) {
            double g = toMean * nabla[i];
            double s = Math.fma(g, g, squares[i]);
            squares[i] = s;
            w[i] = Math.fma(minusRate, g / (Math.sqrt(s) + eps), w[i]);
        }
    }

    @Override
    public void move(float[] w, float[] nabla, float[][] state, int from, int to) {
        float[] squares = state[0];
        float toMean = (float) mean;
        float minusRate = (float) -rate;
        float eps = (float) epsilon;
        for (int i = from; i < to; i++) {
            float g = toMean * nabla[i];
            float s = Math.fma(g, g, squares[i]);
            squares[i] = s;
            w[i] = Math.fma(minusRate, g / ((float) Math.sqrt(s) + eps), w[i]);
        }
    }
}
