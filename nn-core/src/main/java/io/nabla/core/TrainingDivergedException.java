package io.nabla.core;

/** Training was stopped because a cost or a parameter became NaN or infinite. */
public final class TrainingDivergedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int epoch;
    private final int miniBatch;
    private final int layer;

    TrainingDivergedException(int epoch, int miniBatch, int layer, String what) {
        super("training diverged in epoch " + epoch + ", mini-batch " + miniBatch + ": " + what
                + "; what usually helps: a smaller learning rate, smaller starting weights (initializer 'default'), inputs"
                + " scaled to about 0 to 1");
        this.epoch = epoch;
        this.miniBatch = miniBatch;
        this.layer = layer;
    }

    /** The epoch, from 1. */
    public int epoch() {
        return epoch;
    }

    /** The mini-batch in the epoch, from 1. */
    public int miniBatch() {
        return miniBatch;
    }

    /** The first layer with a number that is not finite, from 1; 0 for the input, one more than there are layers for the cost. */
    public int layer() {
        return layer;
    }
}
