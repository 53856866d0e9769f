package io.nabla.data.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableEncodingTest {
    private static final TableEncoding ENCODING = new TableEncoding(
            List.of(
                    new NumberInput("a\tb\\c", 0.1, 1e-3, OptionalDouble.empty()),
                    new NumberInput("d", -4, 3, OptionalDouble.of(-0.25)),
                    new CategoryInput(
                            "colour",
                            List.of("r\ne\rd", "\\n"),
                            MissingCategories.OWN_CATEGORY,
                            2,
                            UnknownCategories.ZEROS),
                    new CategoryInput(
                            "size", List.of("L", "S"), MissingCategories.MOST_FREQUENT, 1, UnknownCategories.REFUSE)),
            new ClassTarget("t", List.of("no", "yes")));

    private static final String TEXT = """
            nabla-table-encoding 1
            number\ta\\tb\\\\c\t0.1\t0.001\trefuse
            number\td\t-4.0\t3.0\t-0.25
            categories\tcolour\tOWN_CATEGORY\t2\tZEROS\tr\\ne\\rd\t\\\\n
            categories\tsize\tMOST_FREQUENT\t1\tREFUSE\tL\tS
            target-classes\tt\tno\tyes
            end
            """;

    @Test
    void goesToTextAndBack() {
        assertThat(ENCODING.toText()).isEqualTo(TEXT);
        assertThat(TableEncoding.parse(TEXT)).isEqualTo(ENCODING);
        TableEncoding numbers = new TableEncoding(ENCODING.inputs(), new NumberTarget("t", 1.0 / 3, 1e100 / 3e90));
        assertThat(TableEncoding.parse(numbers.toText())).isEqualTo(numbers);
    }

    @Test
    void largeAndSmallFiguresSurviveAsText() {
        for (double mean :
                new double[] {Float.MAX_VALUE, -1.0e-300, Double.MIN_VALUE, 123456789.12345679, 0x1.fffffffffffffp120
                }) {
            TableEncoding encoding = new TableEncoding(
                    List.of(new NumberInput("a", mean, Math.abs(mean), OptionalDouble.of(mean))),
                    new NumberTarget("t", mean, Math.abs(mean)));
            assertThat(TableEncoding.parse(encoding.toText())).isEqualTo(encoding);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "encoding 1 | encoding 2 | line 1 of a table's encoding: expected 'nabla-table-encoding 1' but got 'nabla-table-encoding 2'",
                "number\\td | word\\td | line 3 of a table's encoding: unknown kind of column 'word'",
                "-4.0 | NaN | line 3 of a table's encoding: 'NaN' is no finite number",
                "-4.0 | 0x1p3 | line 3 of a table's encoding: '0x1p3' is no finite number",
                "\\t3.0 | \\t0 | line 3 of a table's encoding: column 'd' needs a finite mean and a deviation above 0, but got -4.0 and 0.0",
                "\\t3.0 | '' | line 3 of a table's encoding: a line for number has 5 parts, but this one 4",
                "\\tL | \\tS | line 5 of a table's encoding: column 'size' needs words that differ and are not empty, but got 'S' twice",
                "\\tL | \\t | line 5 of a table's encoding: column 'size' needs words that differ and are not empty, but got ''",
                "FREQUENT\\t1 | FREQUENT\\t2 | line 5 of a table's encoding: column 'size' of 2 categories cannot have the filling 2",
                "FREQUENT\\t1 | FREQUENT\\tx | line 5 of a table's encoding: 'x' is no whole number",
                "MOST_FREQUENT | OFTEN | line 5 of a table's encoding: 'OFTEN' is none of [",
                "\\tno\\tyes | \\tno | line 6 of a table's encoding: a line for target-classes has 4 to 1002 parts, but this one 3",
                "size | d | line 6 of a table's encoding: two columns have the same name 'd'; rename one",
                "end\\n | '' | line 7 of a table's encoding: expected 'end' and nothing behind it, but got ''",
                "end\\n | end | line 7 of a table's encoding: the text is cut off",
                "end\\n | end\\nmore | line 8 of a table's encoding: expected 'end' and nothing behind it, but got 'more'",
                "end\\n | end\\n\\n | line 8 of a table's encoding: expected 'end' and nothing behind it, but got ''",
                "a\\\\tb | a\\\\xb | line 2 of a table's encoding: a backslash stands before t, n, r or another, not before 'x'",
                "colour | '' | line 4 of a table's encoding: a column's name is empty",
                "\\n | \\r\\n | line 1 of a table's encoding: expected",
                "yes | yes\\r | line 6 of a table's encoding: lines end with LF alone",
                "yes | yes\\\\ | line 6 of a table's encoding: a backslash ends",
            })
    void textsThatAreNotAsTheyShouldBeAreRefused(String part, String other, String problem) {
        String text = TEXT.replace(part.translateEscapes(), other.translateEscapes());
        assertThat(text).isNotEqualTo(TEXT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TableEncoding.parse(text))
                .withMessageStartingWith(problem)
                .withMessageNotContainingAny("\n");
    }

    @Test
    void everyBeginningOfATextIsRefused() {
        for (int length = 0; length < TEXT.length(); length++) {
            String cut = TEXT.substring(0, length);
            assertThatIllegalArgumentException().isThrownBy(() -> TableEncoding.parse(cut));
        }
    }

    @Test
    void aRowThatDoesNotFitIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ENCODING.encode(Map.of("color", "x")))
                .withMessage(
                        "there is no input column 'color'; have 'a\\tb\\c', 'd', 'colour', 'size'; did you mean 'colour'?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ENCODING.encode(Map.of("d", "1", "colour", "x", "size", "S")))
                .withMessage("the cell of column 'a\\tb\\c' is not given; give an empty one if it is missing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ENCODING.encode(Map.of("a\tb\\c", "", "d", "1", "colour", "x", "size", "S")))
                .withMessageStartingWith("column 'a\\tb\\c': the cell is missing");
    }

    @Test
    void missingAndUnknownCellsOfARowAreFilled() {
        double[] x = ENCODING.encode(Map.of("a\tb\\c", "0.1", "d", "", "colour", "", "size", ""));
        assertThat(x).containsExactly(0, 1.25, 0, 0, 1, 0, 1);
        x = ENCODING.encode(Map.of("a\tb\\c", "0.1", "d", "-4", "colour", "unheard", "size", "L"));
        assertThat(x).containsExactly(0, 0, 0, 0, 0, 1, 0);
    }
}
