package io.nabla.benchmarks.quick;

import io.nabla.benchmarks.cli.Console;
import io.nabla.benchmarks.cli.Images;
import io.nabla.benchmarks.predictions.PredictionResult;

/** One JSON object a line, for programs. */
final class JsonReport implements Report {
    private final Console console;

    JsonReport(Console console) {
        this.console = console;
    }

    @Override
    public void begin(Machine machine, Images images) {
        write(new JsonObject()
                .with("event", "machine")
                .with("java", machine.java())
                .with("jvm", machine.jvm())
                .with("system", machine.system())
                .with("processors", machine.processors())
                .with("kernels", machine.kernels())
                .with("vectorBits", machine.vectorBits())
                .with("threads", machine.threads())
                .with("images", images.name())
                .with("trainingImages", images.training().size())
                .with("testImages", images.test().size()));
    }

    @Override
    public void trained(TrainingSpeed speed) {
        write(new JsonObject()
                .with("event", "training")
                .with("workload", speed.workload().name())
                .with("description", speed.workload().description())
                .with("precision", speed.workload().precision())
                .with("epochSeconds", speed.epochSeconds())
                .with("imagesPerSecond", speed.imagesPerSecond())
                .with("measuredSeconds", speed.span().wall())
                .with("measuredCpuSeconds", speed.span().cpu())
                .with("imagesLearned", speed.learned())
                .with("accuracy", speed.accuracy()));
    }

    @Override
    public void predicted(PredictionResult result) {
        write(new JsonObject()
                .with("event", "prediction")
                .with("network", result.net())
                .with("description", result.prediction().description())
                .with("precision", result.prediction().precision())
                .with("oneMicros", result.one().medianMicros())
                .with("oneCpuMicros", result.one().cpuMicros())
                .with("manyMicros", result.many().medianMicros())
                .with("manyCpuMicros", result.many().cpuMicros())
                .with("imagesPerSecond", result.imagesPerSecond()));
    }

    private void write(JsonObject event) {
        console.result(event.toString());
    }
}
