package io.nabla.optimizers;

/**
 * One step of {@link NAdam}: its numbers, and the loop that all elements go through.
 *
 * @param mean 1/m, which makes a summed gradient a mean
 * @param beta1 β₁
 * @param beta2 β₂
 * @param gradientRate η (1 - μₜ) / (1 - Π μ), Π over the steps up to this one
 * @param momentRate η μₜ₊₁ / (1 - Π μ), Π over the steps up to the next one
 * @param unbias 1 / √(1 - β₂ᵗ)
 * @param epsilon ε
 */
record NAdamStep(
        double mean, double beta1, double beta2, double gradientRate, double momentRate, double unbias, double epsilon)
        implements StepLoop {
    @Override
    public void move(double[] w, double[] nabla, double[][] moments, int from, int to) {
        double[] first = moments[0];
        double[] second = moments[1];
        double toMean = mean;
        double keepFirst = beta1;
        double takeFirst = 1 - beta1;
        double keepSecond = beta2;
        double takeSecond = 1 - beta2;
        double minusGradientRate = -gradientRate;
        double minusMomentRate = -momentRate;
        double toUnbiased = unbias;
        double eps = epsilon;
        for (int i = from; i < to; i++) {
            double g = toMean * nabla[i];
            double m = Math.fma(takeFirst, g, Math.fma(keepFirst, first[i], TINY_DOUBLE)) - TINY_DOUBLE;
            double v = Math.fma(takeSecond * g, g, Math.fma(keepSecond, second[i], TINY_DOUBLE)) - TINY_DOUBLE;
            first[i] = m;
            second[i] = v;
            double step = Math.fma(minusGradientRate, g, minusMomentRate * m);
            w[i] += step / Math.fma(Math.sqrt(v), toUnbiased, eps);
        }
    }

    @Override
    public void move(float[] w, float[] nabla, float[][] moments, int from, int to) {
        float[] first = moments[0];
        float[] second = moments[1];
        float toMean = (float) mean;
        float keepFirst = (float) beta1;
        float takeFirst = (float) (1 - beta1);
        float keepSecond = (float) beta2;
        float takeSecond = (float) (1 - beta2);
        float minusGradientRate = (float) -gradientRate;
        float minusMomentRate = (float) -momentRate;
        float toUnbiased = (float) unbias;
        float eps = (float) epsilon;
        for (int i = from; i < to; i++) {
            float g = toMean * nabla[i];
            float m = Math.fma(takeFirst, g, Math.fma(keepFirst, first[i], TINY_FLOAT)) - TINY_FLOAT;
            float v = Math.fma(takeSecond * g, g, Math.fma(keepSecond, second[i], TINY_FLOAT)) - TINY_FLOAT;
            first[i] = m;
            second[i] = v;
            float step = Math.fma(minusGradientRate, g, minusMomentRate * m);
            w[i] += step / Math.fma((float) Math.sqrt(v), toUnbiased, eps);
        }
    }
}
