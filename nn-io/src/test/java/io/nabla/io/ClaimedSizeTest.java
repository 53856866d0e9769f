package io.nabla.io;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.api.Matrix;
import io.nabla.api.Plugins;
import io.nabla.api.Precision;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.io.json.JsonReader;
import io.nabla.io.onnx.Plugged;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of few numbers, whose layers would take gigabytes. */
class ClaimedSizeTest {
    private static final Plugins PLUGINS = Plugged.PLUGINS;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // Dropout passes on as many as come in, and the inner layers share the numbers of the outer one.
                "1|{'kind':'residual','layers':[{'kind':'dense','units':30000,'activation':'identity'},{'kind':'dropout','rate':0.5},{'kind':'dense','units':30000,'activation':'identity'}]}|60000|layers[0].layers[2] claims at least 900000000 numbers, but the file has 0 for it",
                "100000|{'kind':'residual','layers':[{'kind':'batch-norm'},{'kind':'layer-norm'},{'kind':'batch-norm'}]}|600000|layers[0].layers[2] claims at least 400000 numbers, but the file has 0 for it",
                // Vectors of words are as long as the layer before says, and so are the channels of an image.
                "1|{'kind':'embedding','vocabulary':1,'size':200000},{'kind':'gru','units':100}|200000,30000|layers[1] claims at least 60030000 numbers",
                "1,1,1|{'kind':'convolution2d','filters':20000,'kernel':1,'activation':'identity'},{'kind':'convolution2d','filters':20000,'kernel':1,'activation':'identity'}|40000,20000|layers[1] claims at least 400000000 numbers",
                "16000000|{'kind':'batch-norm'}|100|layers[0] claims at least 64000000 numbers",
                "2,8000000|{'kind':'layer-norm'}|100|layers[0] claims at least 16000000 numbers",
                // What the last layer gives is computed when the file is read.
                "1000000|{'kind':'embedding','vocabulary':1,'size':2000}|2000|layer 1, embedding, has 2000000000 inputs or outputs; at most 16777216 are possible in a file"
            })
    void isRefusedBeforeMemoryIsTaken(String inputs, String layers, String numbers, String message) throws IOException {
        List<NamedMatrix> matrices = new ArrayList<>();
        for (String count : numbers.split(",")) {
            Matrix some = Matrix.zeros(PlainKernels.of(Precision.DOUBLE), Integer.parseInt(count), 1);
            matrices.add(new NamedMatrix((matrices.size() + 1) + ".some", some, true));
        }
        String network = "{\"inputs\":[" + inputs + "],\"layers\":[" + layers.replace('\'', '"') + "]}";
        Path file = folder.resolve("small.safetensors");
        ModelDescription description = new ModelDescription(
                NetworkDescription.of(JsonReader.parse("network", network)),
                Precision.DOUBLE,
                JsonReader.parse("c", "{\"name\":\"quadratic\"}"),
                JsonReader.parse("p", "{}"),
                List.of(),
                Map.of());
        Map<String, String> texts = new ModelTexts(description, Map.of(), new Probes(true, List.of())).write();
        SafetensorsWriter.write(file, texts, matrices);
        assertThatThrownBy(() -> ModelFile.read(file, PLUGINS, PlainKernels::of))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(message);
    }
}
