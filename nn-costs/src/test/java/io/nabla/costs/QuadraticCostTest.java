package io.nabla.costs;

import io.nabla.activations.Identity;
import io.nabla.activations.Sigmoid;
import io.nabla.activations.Softmax;
import io.nabla.activations.Tanh;
import io.nabla.api.Activation;
import io.nabla.api.Cost;
import io.nabla.testkit.CostContract;
import io.nabla.testkit.Range;
import java.util.List;

class QuadraticCostTest implements CostContract {
    @Override
    public Cost cost() {
        return new QuadraticCost();
    }

    @Override
    public Range outputRange() {
        return new Range(-3, 3);
    }

    @Override
    public Range targetRange() {
        return new Range(-3, 3);
    }

    @Override
    public boolean isLeastAtTarget() {
        return true;
    }

    @Override
    public List<Activation> outputs() {
        return List.of(new Sigmoid(), new Tanh(), new Identity(), new Softmax());
    }
}
