package io.nabla.examples.config;

import io.nabla.data.csv.CsvFormat;
import io.nabla.data.csv.MissingCategories;
import io.nabla.data.csv.MissingNumbers;
import io.nabla.data.csv.TableTask;
import io.nabla.data.csv.UnknownCategories;
import io.nabla.io.json.Json;
import io.nabla.io.json.JsonObject;
import io.nabla.io.json.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A table to learn from.
 *
 * @param place where the file is named
 * @param file the CSV file
 * @param format how it is written
 * @param task which column is learned, and from which
 * @param testFile a file with the rows for the test
 * @param testShare the share of the rows that are for the test, where no file has them
 * @param validationShare the share of the rows that are kept back for validation
 */
public record TableConfig(
        Place place,
        Path file,
        CsvFormat format,
        TableTask task,
        Optional<Path> testFile,
        double testShare,
        double validationShare) {
    static final String CSV = "csv";
    static final String TARGET = "target";
    static final String TEST = "test-csv";
    private static final String TEST_SHARE = "test-share";
    private static final double USUAL_TEST_SHARE = 0.2;

    /** Checks that nothing is missing. */
    public TableConfig {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(testFile, "testFile");
    }

    static TableConfig of(ConfigTree config, JsonObject data) {
        data.onlyKeys(
                CSV,
                TARGET,
                "delimiter",
                "missing",
                "classes",
                "raw-target",
                "numeric",
                "categorical",
                "ignored",
                "missing-numbers",
                "missing-categories",
                "unknown-categories",
                TEST,
                TEST_SHARE,
                DataConfig.VALIDATION_SHARE);
        Json csv = data.get(CSV);
        Optional<Json> test = data.find(TEST);
        Optional<Json> testShare = data.find(TEST_SHARE);
        if (test.isPresent() && testShare.isPresent()) {
            throw testShare.get().place().refuse("is not for a table whose test rows stand in a file of their own");
        }
        return new TableConfig(
                csv.place(),
                config.path(csv),
                format(data),
                data.place().orRefuse(() -> task(data)),
                test.map(config::path),
                test.isPresent() ? 0 : testShare.map(TableConfig::share).orElse(USUAL_TEST_SHARE),
                data.find(DataConfig.VALIDATION_SHARE).map(TableConfig::share).orElse(0.0));
    }

    private static double share(Json share) {
        return share.asNumber("0 or more and below 1, such as 0.2", x -> x >= 0 && x < 1);
    }

    private static CsvFormat format(JsonObject data) {
        CsvFormat format = CsvFormat.standard();
        Optional<Json> delimiter = data.find("delimiter");
        if (delimiter.isPresent()) {
            Place place = delimiter.get().place();
            String text = delimiter.get().asText();
            if (text.length() != 1) {
                throw place.refuse("is one character, such as \";\", but got "
                        + delimiter.get().inWords());
            }
            format = place.orRefuse(() -> CsvFormat.standard().withDelimiter(text.charAt(0)));
        }
        Optional<Json> missing = data.find("missing");
        return missing.isPresent() ? format.withMissing(texts(missing.get())) : format;
    }

    private static TableTask task(JsonObject data) {
        if (data.find(TARGET).isEmpty()) {
            throw new IllegalArgumentException(
                    "a table needs its target: name the column to learn by --target or data.target");
        }
        TableTask task = TableTask.target(data.get(TARGET).asText());
        task = is(data, "classes") ? task.withClasses() : task;
        task = is(data, "raw-target") ? task.withRawTarget() : task;
        task = task.withNumeric(columns(data, "numeric"))
                .withCategorical(columns(data, "categorical"))
                .withIgnored(columns(data, "ignored"));
        Optional<Json> numbers = data.find("missing-numbers");
        task = numbers.isPresent() ? task.withMissing(Names.oneOf(MissingNumbers.values(), numbers.get())) : task;
        Optional<Json> words = data.find("missing-categories");
        task = words.isPresent() ? task.withMissing(Names.oneOf(MissingCategories.values(), words.get())) : task;
        Optional<Json> unknown = data.find("unknown-categories");
        return unknown.isPresent() ? task.withUnknown(Names.oneOf(UnknownCategories.values(), unknown.get())) : task;
    }

    private static boolean is(JsonObject data, String key) {
        return data.find(key).map(Json::asChoice).orElse(false);
    }

    private static String[] columns(JsonObject data, String key) {
        return data.find(key).map(TableConfig::texts).orElse(new String[0]);
    }

    /** Different texts. */
    private static String[] texts(Json list) {
        List<String> texts = list.asList().stream().map(Json::asText).toList();
        if (texts.stream().distinct().count() != texts.size()) {
            throw list.place().refuse("names something twice: " + texts);
        }
        return texts.toArray(String[]::new);
    }
}
