package io.nabla.costs;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import io.nabla.api.Cost;

/** Binds the costs of this package, to be found by their names. */
public final class CostsModule extends AbstractModule {
    /** The bindings. */
    public CostsModule() {}

    @Override
    protected void configure() {
        Multibinder<Cost> costs = Multibinder.newSetBinder(binder(), Cost.class);
        costs.addBinding().toInstance(new QuadraticCost());
        costs.addBinding().toInstance(new AbsoluteCost());
        costs.addBinding().toInstance(new HuberCost());
        costs.addBinding().toInstance(new HingeCost());
        costs.addBinding().toInstance(new CrossEntropyCost());
        costs.addBinding().toInstance(new LogLikelihoodCost());
    }
}
