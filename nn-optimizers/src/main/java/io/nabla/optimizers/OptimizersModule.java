package io.nabla.optimizers;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import io.nabla.api.ClippingFactory;
import io.nabla.api.Initializer;
import io.nabla.api.OptimizerFactory;
import io.nabla.api.RegularizerFactory;
import io.nabla.api.ScheduleFactory;
import io.nabla.clipping.ClipByNormFactory;
import io.nabla.clipping.ClipByValueFactory;
import io.nabla.initializers.ByActivation;
import io.nabla.initializers.Constant;
import io.nabla.initializers.HeGaussian;
import io.nabla.initializers.HeUniform;
import io.nabla.initializers.LargeGaussian;
import io.nabla.initializers.LeCunGaussian;
import io.nabla.initializers.Orthogonal;
import io.nabla.initializers.ScaledGaussian;
import io.nabla.initializers.XavierNormal;
import io.nabla.initializers.XavierUniform;
import io.nabla.regularizers.ElasticNetFactory;
import io.nabla.regularizers.L1Factory;
import io.nabla.regularizers.L2Factory;
import io.nabla.regularizers.MaxNormFactory;
import io.nabla.schedules.ConstantPaceFactory;
import io.nabla.schedules.CosineDecayFactory;
import io.nabla.schedules.ExponentialDecayFactory;
import io.nabla.schedules.LinearWarmUpFactory;
import io.nabla.schedules.OneCycleFactory;
import io.nabla.schedules.ReduceOnPlateauFactory;
import io.nabla.schedules.StepDecayFactory;

/** Binds the optimizers, schedules, clipping rules, regularizers and initializers of this jar, to be found by their names. */
public final class OptimizersModule extends AbstractModule {
    /** The bindings. */
    public OptimizersModule() {}

    @Override
    protected void configure() {
        Multibinder<OptimizerFactory> optimizers = Multibinder.newSetBinder(binder(), OptimizerFactory.class);
        optimizers.addBinding().toInstance(new SgdFactory());
        optimizers.addBinding().toInstance(new MomentumFactory());
        optimizers.addBinding().toInstance(new NesterovFactory());
        optimizers.addBinding().toInstance(new AdagradFactory());
        optimizers.addBinding().toInstance(new RmsPropFactory());
        optimizers.addBinding().toInstance(new AdadeltaFactory());
        optimizers.addBinding().toInstance(new AdamFactory());
        optimizers.addBinding().toInstance(new AdamWFactory());
        optimizers.addBinding().toInstance(new NAdamFactory());
        Multibinder<ScheduleFactory> schedules = Multibinder.newSetBinder(binder(), ScheduleFactory.class);
        schedules.addBinding().toInstance(new ConstantPaceFactory());
        schedules.addBinding().toInstance(new StepDecayFactory());
        schedules.addBinding().toInstance(new ExponentialDecayFactory());
        schedules.addBinding().toInstance(new CosineDecayFactory());
        schedules.addBinding().toInstance(new LinearWarmUpFactory());
        schedules.addBinding().toInstance(new OneCycleFactory());
        schedules.addBinding().toInstance(new ReduceOnPlateauFactory());
        Multibinder<ClippingFactory> clippings = Multibinder.newSetBinder(binder(), ClippingFactory.class);
        clippings.addBinding().toInstance(new ClipByNormFactory());
        clippings.addBinding().toInstance(new ClipByValueFactory());
        Multibinder<RegularizerFactory> regularizers = Multibinder.newSetBinder(binder(), RegularizerFactory.class);
        regularizers.addBinding().toInstance(new L2Factory());
        regularizers.addBinding().toInstance(new L1Factory());
        regularizers.addBinding().toInstance(new ElasticNetFactory());
        regularizers.addBinding().toInstance(new MaxNormFactory());
        Multibinder<Initializer> initializers = Multibinder.newSetBinder(binder(), Initializer.class);
        initializers.addBinding().toInstance(new ScaledGaussian());
        initializers.addBinding().toInstance(new LargeGaussian());
        initializers.addBinding().toInstance(new HeGaussian());
        initializers.addBinding().toInstance(new HeUniform());
        initializers.addBinding().toInstance(new XavierNormal());
        initializers.addBinding().toInstance(new XavierUniform());
        initializers.addBinding().toInstance(new LeCunGaussian());
        initializers.addBinding().toInstance(new Orthogonal());
        initializers.addBinding().toInstance(new ByActivation());
        initializers.addBinding().toInstance(new Constant());
    }
}
