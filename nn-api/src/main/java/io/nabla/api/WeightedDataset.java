package io.nabla.api;

/** The examples of another data set, each with a weight. */
final class WeightedDataset implements Dataset {
    private final Dataset data;
    private final double[] weights;

    WeightedDataset(Dataset data, double[] weights) {
        if (weights.length != data.size()) {
            throw new IllegalArgumentException(
                    "there are " + weights.length + " weights for " + data.size() + " examples; give each example one");
        }
        boolean isAllZero = true;
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] >= 0 && Double.isFinite(weights[i]))) {
                throw new IllegalArgumentException(
                        "the weight of example " + i + " is a finite number of at least 0, but got " + weights[i]);
            }
            isAllZero &= weights[i] == 0;
        }
        if (isAllZero) {
            throw new IllegalArgumentException("all weights are 0: nothing would be learned; give some example more");
        }
        this.data = data;
        this.weights = weights.clone();
    }

    @Override
    public int size() {
        return data.size();
    }

    @Override
    public Shape inputs() {
        return data.inputs();
    }

    @Override
    public Shape targets() {
        return data.targets();
    }

    @Override
    public void copyExamples(int[] order, int from, Matrix x, Matrix y) {
        data.copyExamples(order, from, x, y);
    }

    @Override
    public boolean isWeighted() {
        return true;
    }

    @Override
    public double weight(int example) {
        return weights[example] * data.weight(example);
    }
}
