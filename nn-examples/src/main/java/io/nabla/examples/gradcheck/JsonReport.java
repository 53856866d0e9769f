package io.nabla.examples.gradcheck;

import io.nabla.core.GradientCheck;
import io.nabla.examples.cli.JsonLines;
import io.nabla.examples.cli.NetworkPlan;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A check for programs: one event a line. */
final class JsonReport implements Report {
    private final JsonLines json;

    JsonReport(JsonLines json) {
        this.json = json;
    }

    @Override
    public void started(Subject subject, Settings settings) {
        NetworkPlan plan = settings.plan();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("sizes", NetworkPlan.sizes(subject.network()));
        fields.put("parameters", subject.network().parameterCount());
        fields.put("activation", subject.network().layers().get(0).activation().name());
        fields.put("output", subject.network().layers().get(-1).activation().name());
        fields.put("cost", plan.cost().name());
        fields.put("initializer", plan.initializer().name());
        fields.put("miniBatch", subject.m());
        fields.put("data", subject.dataName());
        fields.put("kernels", settings.arithmetic().kernels().name());
        fields.put("precision", settings.arithmetic().kernels().precision());
        fields.put("threads", settings.arithmetic().threads());
        fields.put("seed", settings.seed());
        json.write("started", fields);
    }

    @Override
    public void compared(Comparison comparison) {
        for (GradientCheck.Result result : comparison.results()) {
            Map<String, Object> fields = scheme(comparison);
            fields.put("layer", result.layer());
            fields.put("parameter", result.parameter());
            fields.put("checked", result.checked());
            fields.put("largestError", result.largestError());
            fields.put("relativeError", result.relativeError());
            fields.put("passed", comparison.tolerance().accepts(result));
            fields.put("tooSmallToTell", comparison.tolerance().hides(result));
            json.write("parameter", fields);
        }
        Map<String, Object> fields = scheme(comparison);
        fields.put("passes", comparison.passes());
        fields.put("seconds", comparison.secondsOfAll());
        fields.put("estimated", comparison.isSample());
        fields.put("checked", comparison.checked());
        json.write("scheme", fields);
    }

    private static Map<String, Object> scheme(Comparison comparison) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("scheme", comparison.differences().scheme().name().toLowerCase(Locale.ROOT));
        fields.put("epsilon", comparison.differences().epsilon());
        return fields;
    }

    @Override
    public void priced(Price price) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("forwardSeconds", price.forwardSeconds());
        fields.put("backpropSeconds", price.backpropSeconds());
        fields.put("forwardPasses", price.passes());
        fields.put("measurements", price.measurements());
        json.write("backprop", fields);
    }

    @Override
    public void finished(boolean passed, double tolerance) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("passed", passed);
        fields.put("tolerance", tolerance);
        json.write("finished", fields);
    }
}
