package io.nabla.data.csv;

import static io.nabla.data.csv.TableReaderTest.x;
import static io.nabla.data.csv.TableReaderTest.y;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.nabla.api.Dataset;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.random.NumpyRandom;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {
    private static final int ROWS = 30_000;
    private static final TableTask TASK =
            TableTask.target("class").withMissing(MissingNumbers.MEDIAN).withMissing(MissingCategories.OWN_CATEGORY);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void manyRows() throws IOException {
        file = folder.resolve("many.csv");
        NumpyRandom random = new NumpyRandom(7);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("id,a,word,b,class\n");
            for (int i = 0; i < ROWS; i++) {
                String a = i % 11 == 3 ? "" : String.valueOf(random.nextGaussian() * 1e3 - 5e8);
                String word = i % 7 == 0 ? "" : "w" + i % 5;
                out.write(i + "," + a + "," + word + "," + (i % 1000) + ",c" + i % 3 + "\n");
            }
        }
    }

    private Table read(long memoryLimit) throws IOException {
        return new TableReader(CsvFormat.standard(), memoryLimit, folder).read(file, TASK);
    }

    @Test
    void partsShareNoRowAndTogetherHaveAll() throws IOException {
        try (Table table = read(Long.MAX_VALUE)) {
            TableSplit split = table.split(0.1, 0.2, new NumpyRandom(1));
            List<Double> ids = new ArrayList<>();
            NumberInput id = (NumberInput) split.encoding().inputs().get(0);
            for (Dataset part : List.of(
                    split.training(),
                    split.validation().orElseThrow(),
                    split.test().orElseThrow())) {
                IntStream.range(0, part.size())
                        .forEach(i -> ids.add((double) Math.round(x(part, i)[0] * id.deviation() + id.mean())));
            }
            assertThat(split.training().size()).isEqualTo(21_000);
            assertThat(split.validation().orElseThrow().size()).isEqualTo(3_000);
            assertThat(split.test().orElseThrow().size()).isEqualTo(6_000);
            assertThat(ids).doesNotHaveDuplicates().hasSize(ROWS).contains(0.0, ROWS - 1.0);
            assertThat(table.split(0.1, 0.2, new NumpyRandom(1)).encoding()).isEqualTo(split.encoding());
            assertThat(table.split(0.1, 0.2, new NumpyRandom(2)).encoding()).isNotEqualTo(split.encoding());
        }
    }

    @Test
    void figuresAreThoseOfTheTrainingRowsAlone() throws IOException {
        try (Table table = read(Long.MAX_VALUE)) {
            TableSplit split = table.split(0.5, 0, new NumpyRandom(1));
            List<String> lines = Files.readAllLines(file);
            NumberInput id = (NumberInput) split.encoding().inputs().get(0);
            NumberInput a = (NumberInput) split.encoding().inputs().get(1);
            DescriptiveStatistics ids = new DescriptiveStatistics();
            DescriptiveStatistics numbers = new DescriptiveStatistics();
            for (int i = 0; i < split.training().size(); i++) {
                int row = (int) Math.round(x(split.training(), i)[0] * id.deviation() + id.mean());
                ids.addValue(row);
                String cell = lines.get(row + 1).split(",", -1)[1];
                if (!cell.isEmpty()) {
                    numbers.addValue(Double.parseDouble(cell));
                }
            }
            assertThat(id.mean()).isEqualTo(ids.getMean(), offset(1e-9));
            assertThat(id.deviation()).isEqualTo(Math.sqrt(ids.getPopulationVariance()), offset(1e-9));
            assertThat(a.mean()).isEqualTo(numbers.getMean(), offset(1e-6));
            assertThat(a.deviation()).isEqualTo(Math.sqrt(numbers.getPopulationVariance()), offset(1e-6));
            assertThat(a.filling().orElseThrow()).isEqualTo(numbers.getPercentile(50));
        }
    }

    private static org.assertj.core.data.Offset<Double> offset(double value) {
        return org.assertj.core.data.Offset.offset(value);
    }

    @Test
    void rowsInATemporaryFileAreThoseInMemory() throws IOException {
        try (Table inMemory = read(Long.MAX_VALUE);
                Table onDisk = read(500_000)) {
            TableSplit here = inMemory.split(0.1, 0, new NumpyRandom(3));
            TableSplit there = onDisk.split(0.1, 0, new NumpyRandom(3));

            assertThat(there.encoding()).isEqualTo(here.encoding());
            assertSame(here.training(), there.training());
            assertSame(here.validation().orElseThrow(), there.validation().orElseThrow());
        }
        assertThat(filesInFolder()).containsExactly(file);
    }

    private List<Path> filesInFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void assertSame(Dataset a, Dataset b) {
        assertThat(a.size()).isEqualTo(b.size());
        NumpyRandom random = new NumpyRandom(1);
        int[] order = IntStream.range(0, 5_000)
                .map(i -> i < 1000 ? i : (int) (random.nextDouble() * a.size()))
                .toArray();
        assertThat(inputs(a, order).sameBits(inputs(b, order))).isTrue();
    }

    private static Matrix inputs(Dataset data, int[] order) {
        Matrix x = Matrix.zeros(PlainKernels.of(Precision.FLOAT), data.inputs().size(), order.length);
        Matrix y = Matrix.zeros(PlainKernels.of(Precision.FLOAT), data.targets().size(), order.length);
        data.copyExamples(order, 0, x, y);
        return x;
    }

    @Test
    void manyThreadsReadAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (Table table = read(0)) {
            Dataset training = table.whole().training();
            int[] order = IntStream.range(0, 10_000).map(i -> i * 7919 % ROWS).toArray();
            Matrix alone = inputs(training, order);
            Callable<Boolean> reading = () -> inputs(training, order).sameBits(alone);
            for (Future<Boolean> same : threads.invokeAll(Collections.nCopies(8, reading))) {
                assertThat(same.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aClosedTemporaryFileSaysSo() throws IOException {
        Dataset training;
        try (Table table = read(0)) {
            training = table.whole().training();
        }
        assertThatIllegalStateException()
                .isThrownBy(() -> y(training, 0))
                .withMessage("the table's temporary file is closed; close it after the last use");
    }

    @Test
    void sharesOutOfRangeAreRefused() throws IOException {
        try (Table table = read(Long.MAX_VALUE)) {
            NumpyRandom random = new NumpyRandom(1);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> table.split(-0.1, 0, random))
                    .withMessage("the share for validation is 0 or more and below 1, such as 0.2, but got -0.1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> table.split(0, Double.NaN, random))
                    .withMessageContaining("the share for the test");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> table.split(0.5, 0.5, random))
                    .withMessageContaining("leave no row of 30000 for training");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> table.split(0, 1e-6, random))
                    .withMessage("a share of 1.0E-6 of 30000 rows is none for the test; take a larger share, or 0");
        }
    }

    @Test
    void aColumnWithoutValuesInTheTrainingRowsIsRefused() throws IOException {
        Path sparse = Files.writeString(folder.resolve("sparse.csv"), "a,b,t\n1,u,x\n,u,y\n,u,x\n,u,y\n,u,x\n,u,y\n");
        try (Table table = new TableReader(CsvFormat.standard())
                .read(sparse, TableTask.target("t").withMissing(MissingNumbers.MEAN))) {
            for (int seed = 0; seed < 20; seed++) {
                NumpyRandom random = new NumpyRandom(seed);
                try {
                    assertThat(table.split(0.5, 0, random).encoding().inputs().get(0))
                            .isEqualTo(new NumberInput("a", 1, 1, java.util.OptionalDouble.of(1)));
                } catch (IllegalArgumentException e) {
                    assertThat(e)
                            .hasMessage(sparse + ": column 'a' has no value in the training rows; leave it out,"
                                    + " or split with another seed");
                }
            }
        }
    }

    @Test
    void aNumberFarOutIsRefusedWhenItIsEncoded() throws IOException {
        Path far = Files.writeString(folder.resolve("far.csv"), "a,t\n1e-30,x\n2e-30,y\n");
        try (Table table = new TableReader(CsvFormat.standard()).read(far, TableTask.target("t"))) {
            TableEncoding encoding = table.whole().encoding();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> encoding.encode(java.util.Map.of("a", "1e38")))
                    .withMessageContaining("column 'a': '1e38' is too far from the mean of the training rows");
            Path later = Files.writeString(folder.resolve("later.csv"), "a,t\n1e38,x\n");
            assertThatIOException()
                    .isThrownBy(() -> new TableReader(CsvFormat.standard()).read(later, encoding))
                    .withMessageStartingWith(later + ": line 2, column 'a': '1e38' is too far from the mean");
        }
    }

    @Test
    void aFolderThatIsNotThereIsRefusedWithTheWayOut() {
        Path none = folder.resolve("none");
        TableReader reader = new TableReader(CsvFormat.standard(), 0, none);
        assertThatIOException()
                .isThrownBy(() -> reader.read(file, TASK))
                .withMessageStartingWith(none + ": no temporary file can be made in this folder (")
                .withMessageEndingWith("); give another folder");
    }

    @Test
    void aTaskThatSaysTwoThingsOfAColumnIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TableTask.target("t").withIgnored("a", "t"))
                .withMessage("column 't' is both used and ignored; say one of the two");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TableTask.target("t").withNumeric("a", "a").withCategorical("a"))
                .withMessage("column 'a' is both numeric and categorical; say one of the two");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvFormat.standard().withDelimiter('"'))
                .withMessage("cells are told apart by a character such as ',', ';' or a tab, not by '\"'");
    }
}
