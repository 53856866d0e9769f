package io.nabla.schedules;

import io.nabla.api.Schedule;

/**
 * Cosine decay: from the learning rate down to a floor, in every step a little, along half a wave of the cosine.
 *
 * <p>In step t, from 0, of T the pace is floor + ½ (1 - floor) (1 + cos(π t / T)).
 *
 * <pre>{@code
 * Schedule toNothing = new CosineDecay();
 * Schedule toATenth = new CosineDecay(0.1);   // ends near η/10
 * trainer.schedule(toATenth);
 * }</pre>
 *
 * @param floor the share of the learning rate that it ends near, from 0 to 1
 * @see <a href="https://arxiv.org/abs/1608.03983">Loshchilov and Hutter, SGDR: Stochastic Gradient Descent with Warm
 *     Restarts, 2017, equation 5, without restarts</a>
 */
public record CosineDecay(double floor) implements Schedule {
    static final String NAME = "cosine";
    static final double FLOOR = 0;

    /**
     * Checks the floor.
     *
     * @throws IllegalArgumentException if it is not from 0 to 1
     */
    public CosineDecay {
        Allowed.floor(floor);
    }

    /** Down to nothing. */
    public CosineDecay() {
        this(FLOOR);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Course start(long steps, int stepsPerEpoch) {
        return Course.stateless(step -> Cosine.between(1, floor, (double) step / steps));
    }
}
