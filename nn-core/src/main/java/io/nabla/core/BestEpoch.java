package io.nabla.core;

import io.nabla.api.EpochCompleted;
import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.Parameter;
import java.util.ArrayList;
import java.util.List;

/** One run under an {@link EarlyStopping} rule: the best epoch so far, and a copy of its weights. */
final class BestEpoch {
    private final EarlyStopping rule;
    private final Network network;
    private final List<Matrix> weights = new ArrayList<>();
    private double least = Double.POSITIVE_INFINITY;
    private int epoch;

    BestEpoch(EarlyStopping rule, Network network) {
        this.rule = rule;
        this.network = network;
    }

    /** Looks at an epoch; whether the run is to go on. */
    boolean goesOn(EpochCompleted completed) {
        double loss = rule.loss().applyAsDouble(completed.evaluation(rule.dataset()));
        if (loss < least - rule.leastGain() || (epoch == 0 && loss == least)) {
            least = loss;
            epoch = completed.epoch();
            weights.clear();
            parameters().forEach(parameter -> weights.add(parameter.value().copy()));
        }
        return completed.epoch() - epoch < rule.patience();
    }

    /** Puts the best epoch's weights back into the network, and gives its number; 0 if no epoch had a loss that is a number. */
    int restore() {
        if (epoch > 0) {
            List<Parameter> parameters = parameters();
            for (int i = 0; i < parameters.size(); i++) {
                Matrix value = parameters.get(i).value();
                for (int place = 0; place < value.size(); place++) {
                    value.set(place, weights.get(i).get(place));
                }
            }
        }
        return epoch;
    }

    private List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        for (Layer layer : network.layers()) {
            layer.parameters().forEach(parameters::add);
        }
        return parameters;
    }
}
