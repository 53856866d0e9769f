package io.nabla.core;

/** Training was stopped because a cost, a gradient or a parameter became NaN or infinite. */
public final class TrainingDivergedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int epoch;
    private final int miniBatch;
    private final transient Divergence divergence;

    TrainingDivergedException(int epoch, int miniBatch, Divergence divergence) {
        super("training diverged in epoch " + epoch + ", mini-batch " + miniBatch + ": " + divergence.what() + "; "
                + divergence.cause());
        this.epoch = epoch;
        this.miniBatch = miniBatch;
        this.divergence = divergence;
    }

    /** The epoch, from 1. */
    public int epoch() {
        return epoch;
    }

    /** The mini-batch in the epoch, from 1. */
    public int miniBatch() {
        return miniBatch;
    }

    /** The first layer with a number that is not finite, from 1; 0 for the data, one more than there are layers for the cost. */
    public int layer() {
        return divergence.layer();
    }

    /** The first number that is not finite, its unit and example, and what it likely comes from. */
    public Divergence divergence() {
        return divergence;
    }
}
