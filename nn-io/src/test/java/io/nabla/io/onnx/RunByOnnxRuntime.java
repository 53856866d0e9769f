package io.nabla.io.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.nabla.api.Matrix;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What ONNX Runtime makes of a file: the independent judge. */
final class RunByOnnxRuntime {
    private RunByOnnxRuntime() {}

    /** The outputs for examples that are columns, a column for each. */
    static double[][] outputs(Path file, Matrix x) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                OrtSession session = environment.createSession(file.toString(), options)) {
            Map.Entry<String, ai.onnxruntime.NodeInfo> input =
                    session.getInputInfo().entrySet().iterator().next();
            TensorInfo info = (TensorInfo) input.getValue().getInfo();
            try (OnnxTensor tensor = tensor(environment, info, x);
                    OrtSession.Result result = session.run(Map.of(input.getKey(), tensor))) {
                return columns((OnnxTensor) result.get(0), x.columns());
            }
        } catch (OrtException e) {
            throw new AssertionError("ONNX Runtime does not run " + file + ": " + e.getMessage(), e);
        }
    }

    private static OnnxTensor tensor(OrtEnvironment environment, TensorInfo info, Matrix x) throws OrtException {
        long[] shape = info.getShape();
        shape[0] = x.columns();
        double[] numbers = new double[x.size()];
        float[] floats = new float[x.size()];
        for (int i = 0; i < numbers.length; i++) { // column by column: example by example
            numbers[i] = x.get(i);
            floats[i] = (float) x.get(i);
        }
        return switch (info.type) {
            case DOUBLE -> OnnxTensor.createTensor(environment, DoubleBuffer.wrap(numbers), shape);
            case FLOAT -> OnnxTensor.createTensor(environment, FloatBuffer.wrap(floats), shape);
            default -> throw new AssertionError("inputs of " + info.type);
        };
    }

    private static double[][] columns(OnnxTensor tensor, int count) {
        TensorInfo info = tensor.getInfo();
        int size = Math.toIntExact(info.getNumElements()) / count;
        double[][] columns = new double[count][size];
        DoubleBuffer doubles = tensor.getDoubleBuffer();
        FloatBuffer floats = doubles == null ? tensor.getFloatBuffer() : null;
        for (double[] column : columns) {
            for (int i = 0; i < size; i++) {
                column[i] = doubles == null ? floats.get() : doubles.get();
            }
        }
        return columns;
    }

    /** The shape of the outputs, -1 where it is free. */
    static List<Long> outputShape(Path file) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(file.toString())) {
            TensorInfo info = (TensorInfo)
                    session.getOutputInfo().values().iterator().next().getInfo();
            return java.util.Arrays.stream(info.getShape()).boxed().toList();
        } catch (OrtException e) {
            throw new AssertionError(e);
        }
    }
}
