package io.nabla.serving;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The model in use, which may be replaced by another while any number of threads predict.
 *
 * <pre>{@code
 * LiveModel live = new LiveModel(ServedModel.read(path, plugins, kernels));
 * PredictionHandle handle = live.handle();                        // one for each thread
 * double[] outputs = handle.predict(x);
 * live.replace(ServedModel.read(newer, plugins, kernels));        // by anybody, at any time
 * outputs = handle.predict(x);                                    // the newer model's
 * }</pre>
 *
 * <p>Every prediction is that of one model as a whole: the one that was in use when the prediction began.
 */
public final class LiveModel {
    private final AtomicReference<ServedModel> current;

    /** Begins with this model. */
    public LiveModel(ServedModel first) {
        current = new AtomicReference<>(Objects.requireNonNull(first, "first"));
    }

    /** The model in use. */
    public ServedModel current() {
        return current.get();
    }

    /**
     * Puts another model in its place; predictions that begin from now on are the new one's.
     *
     * <p>What the old model holds is free when the last prediction by it is over and each handle has predicted once more.
     *
     * @return the model that was in use
     * @throws IllegalArgumentException if the new one takes other inputs, or gives other outputs or labels: then the old one stays
     */
    public ServedModel replace(ServedModel next) {
        // All that were ever in use are alike, so it does not matter which of them is asked.
        Optional<String> difference = difference(current.get(), next);
        if (difference.isPresent()) {
            throw new IllegalArgumentException(difference.get() + "; start a service of its own for it");
        }
        return current.getAndSet(next);
    }

    private static Optional<String> difference(ServedModel now, ServedModel next) {
        if (!now.network().inputs().equals(next.network().inputs())) {
            return Optional.of("the model in use takes " + now.network().inputs() + " inputs, but the new one "
                    + next.network().inputs());
        }
        if (!now.preprocessing().wanted().equals(next.preprocessing().wanted())) {
            return Optional.of("the model in use takes " + now.preprocessing().wanted() + ", but the new one "
                    + next.preprocessing().wanted());
        }
        int outputs = now.network().outputs().size();
        int others = next.network().outputs().size();
        if (outputs != others) {
            return Optional.of("the model in use gives " + outputs + " outputs, but the new one " + others);
        }
        List<String> labels = now.labels();
        return labels.equals(next.labels())
                ? Optional.empty()
                : Optional.of("the model in use tells apart " + labels + ", but the new one " + next.labels());
    }

    /** A handle that predicts with the model in use, for one thread at a time. */
    public PredictionHandle handle() {
        return new PredictionHandle(this);
    }
}
