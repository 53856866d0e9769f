package io.nabla.data.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nabla.api.Dataset;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.api.Shape;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.data.DataFormatException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest {
    private static final String PEOPLE = """
            age,colour,weight,ill
            20,red,1,no
            40,"green",2,yes
            60,red,9,no
            """;

    @TempDir
    Path folder;

    private final TableReader reader = new TableReader(CsvFormat.standard());

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("table.csv"), text);
    }

    private TableSplit whole(String text, TableTask task) throws IOException {
        return reader.read(file(text), task).whole();
    }

    private void refused(String text, TableTask task, String problem) throws IOException {
        Path file = file(text);
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> reader.read(file, task))
                .withMessage(file + ": " + problem);
    }

    static double[] x(Dataset data, int example) {
        return column(data, example, true);
    }

    static double[] y(Dataset data, int example) {
        return column(data, example, false);
    }

    private static double[] column(Dataset data, int example, boolean input) {
        Matrix x = Matrix.zeros(PlainKernels.of(Precision.DOUBLE), data.inputs().size(), 1);
        Matrix y =
                Matrix.zeros(PlainKernels.of(Precision.DOUBLE), data.targets().size(), 1);
        x.fill(77);
        y.fill(77);
        data.copyExamples(new int[] {example}, 0, x, y);
        Matrix wanted = input ? x : y;
        return IntStream.range(0, wanted.size()).mapToDouble(wanted::get).toArray();
    }

    @Test
    void numbersAreStandardizedAndWordsBecomeOneInputEach() throws IOException {
        TableSplit split = whole(PEOPLE, TableTask.target("ill"));

        assertThat(split.encoding().inputNames()).containsExactly("age", "colour=green", "colour=red", "weight");
        assertThat(split.encoding().target()).isEqualTo(new ClassTarget("ill", java.util.List.of("no", "yes")));
        assertThat(split.training().inputs()).isEqualTo(Shape.of(4));
        assertThat(split.training().targets()).isEqualTo(Shape.of(2));
        assertThat(split.training().size()).isEqualTo(3);
        // Ages 20, 40, 60: mean 40, variance (400 + 0 + 400) / 3. Weights 1, 2, 9: mean 4, variance (9 + 4 + 25) / 3.
        double age = 20 / Math.sqrt(800 / 3.0);
        assertThat(x(split.training(), 0))
                .containsExactly(new double[] {-age, 0, 1, -3 / Math.sqrt(38 / 3.0)}, within());
        assertThat(x(split.training(), 1)).containsExactly(new double[] {0, 1, 0, -2 / Math.sqrt(38 / 3.0)}, within());
        assertThat(x(split.training(), 2)).containsExactly(new double[] {age, 0, 1, 5 / Math.sqrt(38 / 3.0)}, within());
        assertThat(y(split.training(), 0)).containsExactly(1, 0);
        assertThat(y(split.training(), 1)).containsExactly(0, 1);
        assertThat(split.validation()).isEmpty();
        assertThat(split.test()).isEmpty();
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-14);
    }

    @Test
    void aTargetOfNumbersIsStandardizedOrRawOrClasses() throws IOException {
        TableTask weight = TableTask.target("weight").withIgnored("colour", "ill");

        NumberTarget standardized =
                (NumberTarget) whole(PEOPLE, weight).encoding().target();
        double output = y(whole(PEOPLE, weight).training(), 2)[0];
        assertThat(output).isEqualTo(5 / Math.sqrt(38 / 3.0), within());
        assertThat(standardized.number(output)).isEqualTo(9, within());
        assertThat(y(whole(PEOPLE, weight.withRawTarget()).training(), 2)).containsExactly(9);
        assertThat(y(whole(PEOPLE, weight.withClasses()).training(), 2)).containsExactly(0, 0, 1);
    }

    @Test
    void numbersAsClassesStandInTheOrderOfTheirSize() throws IOException {
        TableSplit split =
                whole("a,class\n1,10\n2,9\n3,-1\n", TableTask.target("class").withClasses());
        assertThat(((ClassTarget) split.encoding().target()).classes()).containsExactly("-1", "9", "10");
    }

    @Test
    void numericColumnsMayBeToldToBeCategories() throws IOException {
        TableSplit split = whole(PEOPLE, TableTask.target("ill").withCategorical("age"));
        assertThat(split.encoding().inputNames()).startsWith("age=20", "age=40", "age=60", "colour=green");
    }

    @ParameterizedTest
    @CsvSource({"\\n, ;, no", "\\r\\n, ;, yes", "\\n, \\t, yes", "\\r, |, no"})
    void lineEndsDelimitersAndMarks(String lineEnd, String delimiter, String mark) throws IOException {
        String text = PEOPLE.replace(",", delimiter.translateEscapes())
                .replace("\"green\"", "\"gr\"\"e" + delimiter.translateEscapes() + "\nen\"")
                .replace("\n", lineEnd.translateEscapes());
        Path file = file((mark.equals("yes") ? "\uFEFF" : "") + text);
        TableReader other = new TableReader(
                CsvFormat.standard().withDelimiter(delimiter.translateEscapes().charAt(0)));

        TableEncoding encoding =
                other.read(file, TableTask.target("ill")).whole().encoding();

        assertThat(encoding.inputNames().get(1))
                .isEqualTo("colour=gr\"e" + delimiter.translateEscapes() + lineEnd.translateEscapes() + "en");
        assertThat(encoding.inputNames().get(0)).isEqualTo("age");
    }

    @Test
    void whiteSpaceAroundCellsDoesNotCountButInQuotesItDoes() throws IOException {
        TableSplit split = whole(" a , b ,t\n 1 ,x y ,n\n2,\" x\",m\n", TableTask.target("t"));
        assertThat(split.encoding().inputNames()).containsExactly("a", "b= x", "b=x y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\n\n\n", "", "  \n"})
    void aBlankLastLineIsNoRow(String end) throws IOException {
        assertThat(whole("a,t\n1,x\n2,y" + end, TableTask.target("t"))
                        .training()
                        .size())
                .isEqualTo(2);
    }

    @Test
    void blankLinesBetweenRowsAreNoRows() throws IOException {
        assertThat(whole("\n\na,t\n1,x\n\n2,y", TableTask.target("t"))
                        .training()
                        .size())
                .isEqualTo(2);
    }

    @Test
    void twoHundredColumns() throws IOException {
        String header = IntStream.range(0, 200).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        String row = IntStream.range(0, 200).mapToObj(String::valueOf).collect(Collectors.joining(","));
        TableSplit split = whole(header + ",t\n" + row + ",x\n" + row + ",y\n", TableTask.target("t"));
        assertThat(split.training().inputs()).isEqualTo(Shape.of(200));
        refused(
                header + ",t\n" + row + ",x\n",
                TableTask.target("c201"),
                "has no column 'c201' but 'c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8', 'c9' and 191 more;"
                        + " did you mean 'c20'?");
    }

    @Test
    void aConstantColumnBecomesZeros() throws IOException {
        TableSplit split = whole("a,b,t\n0.1,1,x\n0.1,2,y\n0.1,3,x\n", TableTask.target("t"));
        assertThat(x(split.training(), 0)[0]).isZero();
        assertThat(x(split.training(), 2)[0]).isZero();
    }

    @Test
    void wrongColumnsAreRefused() throws IOException {
        refused(
                PEOPLE,
                TableTask.target("il"),
                "has no column 'il' but 'age', 'colour', 'weight', 'ill'; did you mean 'ill'?");
        refused(
                PEOPLE,
                TableTask.target("ill").withIgnored("color"),
                "has no column 'color' but 'age', 'colour', 'weight', 'ill'; did you mean 'colour'?");
        refused(
                PEOPLE.replace(',', ';'),
                TableTask.target("ill"),
                "has no column 'ill' but 'age;colour;weight;ill'; the header is one cell: is the delimiter ';'?");
        refused("t\n1\n", TableTask.target("t"), "has no column to learn 't' from; it needs one more");
        refused("a,b,a\n", TableTask.target("b"), "columns 1 and 3 have the same name 'a'; rename one");
        refused(
                ",b\n1,2\n",
                TableTask.target("b"),
                "the header names 2 columns, but the name of column 1 is empty; give it one");
    }

    @Test
    void filesWithoutRowsAreRefused() throws IOException {
        refused("", TableTask.target("t"), "is empty; the first line names the columns");
        refused("\n \n", TableTask.target("t"), "is empty; the first line names the columns");
        refused("a,t\n", TableTask.target("t"), "has a header but no rows");
    }

    @Test
    void rowsOfAnotherLengthAreRefusedWithTheirLine() throws IOException {
        refused(
                "a,t\n\"1\n\",x\n2\n",
                TableTask.target("t"),
                "line 4 has 1 cell, but the header names 2; leave a missing cell empty, with its delimiter");
        refused(
                "a,t\n1,x\n2,y,z\n",
                TableTask.target("t"),
                "line 3 has 3 cells, but the header names 2; put cells with the delimiter in them into quotes");
    }

    @Test
    void brokenQuotesAreRefusedWithTheirLine() throws IOException {
        refused("a,t\n1,x\n2,\"y\n3,x\n", TableTask.target("t"), "line 3 opens a quote that the file never closes");
        refused(
                "a,t\n\"1\"2,x\n",
                TableTask.target("t"),
                "line 2: Unexpected character after closing quote: '2' (0x32)");
        refused("a,t\n1,x\n2,\"", TableTask.target("t"), "line 3 opens a quote that the file never closes");
    }

    @Test
    void aQuoteThatSwallowsTheRestOfALargeFileIsRefused() throws IOException {
        Path file = file("a,t\n1,\"x\n" + "2,y\n".repeat(500_000));
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> reader.read(file, TableTask.target("t")))
                .withMessageContaining("line 2: ")
                .withMessageContaining("quotation")
                .withMessageNotContainingAny("\n");
    }

    @Test
    void bytesThatAreNoUtf8AreRefusedWithTheirLine() throws IOException {
        Path file = Files.write(
                folder.resolve("latin1.csv"), "a,t\r\n1,x\r\n2,größe\r\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> reader.read(file, TableTask.target("t")))
                .withMessage(file + ": line 3 has the byte 0xf6, which is no UTF-8 there; save the file as UTF-8");
        Path cut = Files.write(folder.resolve("cut.csv"), new byte[] {'a', ',', 't', '\n', '1', ',', (byte) 0xC3});
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> reader.read(cut, TableTask.target("t")))
                .withMessage(cut + ": line 2 has the byte 0xc3, which is no UTF-8 there; save the file as UTF-8");
        Path wide = Files.write(folder.resolve("utf16.csv"), "a,t\n1,x\n".getBytes(StandardCharsets.UTF_16LE));
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> reader.read(wide, TableTask.target("t")))
                .withMessageContaining("line 1 has a zero byte, so this is no text in UTF-8");
    }

    @Test
    void lettersOfSeveralBytesAreReadAcrossBuffers() throws IOException {
        String word = "äß€😀".repeat(30_000);
        TableSplit split = whole("a,t\n1," + word + "\n2,y\n", TableTask.target("t"));
        assertThat(((ClassTarget) split.encoding().target()).classes()).containsExactly("y", word);
    }

    @Test
    void aClassAloneIsRefused() throws IOException {
        refused(
                "a,t\n1,x\n2,x\n",
                TableTask.target("t"),
                "column 't' has one class alone, 'x'; at least two are needed to tell them apart");
    }

    @Test
    void numbersThatAreNotFiniteAreRefused() throws IOException {
        String wayOut = " is no finite number up to 3.4e38; correct it, or name it as a word for a missing cell";
        for (String number : new String[] {"NaN", "-Infinity", "inf", "1e999", "3.5e38"}) {
            refused(
                    "a,t\n1,x\n" + number + ",y\n",
                    TableTask.target("t"),
                    "line 3, column 'a': '" + number + "'" + wayOut);
        }
    }

    @Test
    void aWordAmongNumbersIsRefused() throws IOException {
        String text = "a,t\n1,x\n2,y\nNA,x\n";
        refused(
                text,
                TableTask.target("t"),
                "line 4, column 'a': 'NA' is no number, but 2 cells of the column are;"
                        + " name it as a word for a missing cell, or tell that the column is categorical");
        refused(
                text,
                TableTask.target("t").withNumeric("a"),
                "line 4, column 'a': 'NA' is no number; if it stands for a missing cell, name it as such a word");
        assertThat(whole(text, TableTask.target("t").withCategorical("a"))
                        .encoding()
                        .inputNames())
                .containsExactly("a=1", "a=2", "a=NA");
        TableReader knowing = new TableReader(CsvFormat.standard().withMissing("NA"));
        TableTask filling = TableTask.target("t").withMissing(MissingNumbers.MEAN);
        assertThat(knowing.read(file(text), filling).whole().encoding().inputs())
                .containsExactly(new NumberInput("a", 1.5, 0.5, java.util.OptionalDouble.of(1.5)));
    }

    @Test
    void missingCellsAreRefusedUnlessFilled() throws IOException {
        String wayOut =
                ": the cell is missing; fill the file's gaps, leave the row out, or have missing cells filled when learning";
        refused("a,b,t\n1,u,x\n,v,y\n", TableTask.target("t"), "line 3, column 'a'" + wayOut);
        refused("a,b,t\n1,u,x\n2,,y\n", TableTask.target("t"), "line 3, column 'b'" + wayOut);
        refused(
                "a,t\n1,x\n2,\n",
                TableTask.target("t").withMissing(MissingNumbers.MEAN).withMissing(MissingCategories.OWN_CATEGORY),
                "line 3, column 't': the target is missing, and nothing can be learned from a row without it; leave the row out");
        refused(
                "a,t\n,x\n,y\n",
                TableTask.target("t").withMissing(MissingNumbers.MEAN),
                "column 'a' has no value; leave it out");
    }

    @Test
    void missingNumbersGetTheMeanOrTheMedian() throws IOException {
        String text = "a,t\n1,x\n2,y\n3,x\n10,x\n,y\n";
        TableSplit mean = whole(text, TableTask.target("t").withMissing(MissingNumbers.MEAN));
        TableSplit median = whole(text, TableTask.target("t").withMissing(MissingNumbers.MEDIAN));

        assertThat(((NumberInput) mean.encoding().inputs().get(0)).filling()).hasValue(4);
        assertThat(x(mean.training(), 4)).containsExactly(0);
        assertThat(((NumberInput) median.encoding().inputs().get(0)).filling()).hasValue(2.5);
        assertThat(x(median.training(), 4)[0]).isEqualTo(-1.5 / Math.sqrt(50 / 4.0), within());
    }

    @Test
    void missingWordsGetTheMostFrequentOneOrACategoryOfTheirOwn() throws IOException {
        String text = "a,t\nred,x\nblue,y\nblue,x\n,y\n";
        TableSplit frequent = whole(text, TableTask.target("t").withMissing(MissingCategories.MOST_FREQUENT));
        TableSplit own = whole(text, TableTask.target("t").withMissing(MissingCategories.OWN_CATEGORY));

        assertThat(x(frequent.training(), 3)).containsExactly(1, 0);
        assertThat(x(own.training(), 3)).containsExactly(0, 0, 1);
        assertThat(x(own.training(), 0)).containsExactly(0, 1, 0);
        assertThat(own.encoding().inputNames()).containsExactly("a=blue", "a=red", "a=(missing)");
    }

    @Test
    void tooManyDifferentWordsAreRefused() throws IOException {
        String text = "a,t\n"
                + IntStream.range(0, 1001)
                        .mapToObj(i -> "w" + i + "," + i % 2 + "\n")
                        .collect(Collectors.joining());
        refused(
                text,
                TableTask.target("t"),
                "column 'a' has more than 1000 different words, too many for an input each; leave it out");
        refused(text, TableTask.target("a"), "column 'a' has more than 1000 different classes");
    }

    @Test
    void otherTablesAreEncodedAlike() throws IOException {
        TableEncoding encoding = whole(PEOPLE, TableTask.target("ill")).encoding();
        Path test = Files.writeString(folder.resolve("test.csv"), "id,ill,weight,age,colour\n7,yes,4,60,green\n");

        try (TableDataset data = reader.read(test, encoding);
                TableInputs inputs = reader.readInputs(test, encoding)) {
            assertThat(x(data, 0)).containsExactly(new double[] {20 / Math.sqrt(800 / 3.0), 1, 0, 0}, within());
            assertThat(y(data, 0)).containsExactly(0, 1);
            Matrix x = Matrix.zeros(PlainKernels.of(Precision.FLOAT), 4, 1);
            inputs.copyInputs(0, x);
            assertThat(x.get(0)).isEqualTo((float) (20 / Math.sqrt(800 / 3.0)));
            assertThat(x.get(1)).isEqualTo(1);
            assertThat(inputs.size()).isEqualTo(1);
        }
        assertThat(encoding.encode(Map.of("age", "60", "colour", "green", "weight", "4")))
                .containsExactly(new double[] {20 / Math.sqrt(800 / 3.0), 1, 0, 0}, within());
    }

    @Test
    void whatAnotherTableDoesNotFitIsRefused() throws IOException {
        TableEncoding encoding = whole(PEOPLE, TableTask.target("ill")).encoding();
        refusedLater(
                encoding,
                "age,colour,weigth,ill\n1,red,2,no\n",
                "has no column 'weight' but 'age', 'colour', 'weigth', 'ill'; did you mean 'weigth'?");
        refusedLater(
                encoding,
                "age,colour,weight,ill\n1,rad,2,no\n",
                "line 2, column 'colour': 'rad' is none of the 2 known words 'green', 'red'; did you mean 'red'?");
        refusedLater(
                encoding,
                "age,colour,weight,ill\n1,red,2,no\n1,red,2,perhaps\n",
                "line 3, column 'ill': 'perhaps' is none of the 2 known words 'no', 'yes'");
        refusedLater(
                encoding,
                "age,colour,weight,ill\nold,red,2,no\n",
                "line 2, column 'age': 'old' is no number; if it stands for a missing cell, name it as such a word");
        refusedLater(
                encoding,
                "age,colour,weight,ill\nNaN,red,2,no\n",
                "line 2, column 'age': 'NaN' is no finite number up to 3.4e38; correct it, or name it as a word for a missing cell");
        refusedLater(
                encoding,
                "age,colour,weight,ill\n,red,2,no\n",
                "line 2, column 'age': the cell is missing; fill the file's gaps, leave the row out, or have missing cells filled"
                        + " when learning");
    }

    private void refusedLater(TableEncoding encoding, String text, String problem) throws IOException {
        Path file = file(text);
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> reader.read(file, encoding))
                .withMessage(file + ": " + problem);
    }

    @Test
    void unknownWordsMayBecomeZeros() throws IOException {
        TableTask task = TableTask.target("ill").withUnknown(UnknownCategories.ZEROS);
        TableEncoding encoding = whole(PEOPLE, task).encoding();
        try (TableDataset data = reader.read(file("age,colour,weight,ill\n40,blue,4,no\n"), encoding)) {
            assertThat(x(data, 0)).containsExactly(0, 0, 0, 0);
        }
    }

    @Test
    void tablesOfOneColumnRefuseBlankLinesBetweenRows() throws IOException {
        TableEncoding encoding = whole("a,t\n1,x\n2,y\n", TableTask.target("t")).encoding();
        Path file = file("a\n1\n\n2\n");
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> reader.readInputs(file, encoding))
                .withMessage(file + ": line 3 is blank, which may be a missing cell in a table of one column;"
                        + " write \"\" for a missing cell or delete the line");
        try (TableInputs inputs = reader.readInputs(file("a\n1\n2\n\n"), encoding)) {
            assertThat(inputs.size()).isEqualTo(2);
        }
    }

    @Test
    void filesThatAreNotThereAndFoldersAreRefused() {
        assertThatExceptionOfType(FileNotFoundException.class)
                .isThrownBy(() -> reader.read(folder.resolve("none.csv"), TableTask.target("t")))
                .withMessage(folder.resolve("none.csv") + ": no such file");
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> reader.read(folder, TableTask.target("t")))
                .withMessage(folder + ": is a folder, not a CSV file");
    }
}
