package io.nabla.examples.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.core.random.NumpyRandom;
import io.nabla.io.CheckpointFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Training processes are killed at random moments and go on, again and again, to the weights of a run that was never killed.
 *
 * <p>The property {@code nabla.kills} tells how often, 20 unless set; each is a process of a second at most.
 */
@Timeout(1800)
class KillIT {
    private static final int KILLS = Integer.getInteger("nabla.kills", 20);
    private static final int ROWS = 1_500;
    private static final int COLUMNS = 12;

    /** How long a process may live after it has begun to train, or to start, in milliseconds. */
    private static final int LONGEST_LIFE = 700;

    private static final String ADAM = """
            {"data": {"csv": "rows.csv", "target": "class", "validation-share": 0.2},
             "layers": [{"kind": "dense", "units": 64, "activation": "relu"},
                        {"kind": "dropout", "rate": 0.3},
                        {"kind": "dense", "units": 3, "activation": "softmax"}],
             "cost": "log-likelihood", "initializer": "he",
             "optimizer": {"name": "adam", "learning-rate": 0.01},
             "schedule": {"name": "reduce-on-plateau", "dataset": "validation", "factor": 0.5, "patience": 2},
             "training": {"epochs": 20, "mini-batch": 7, "monitor": ["validation", "test"]}}
            """;

    private static final String MOMENTUM = """
            {"data": {"csv": "rows.csv", "target": "class", "validation-share": 0.2},
             "layers": [{"kind": "dense", "units": 48, "activation": "identity"},
                        {"kind": "batch-norm", "activation": "relu"},
                        {"kind": "dense", "units": 3, "activation": "softmax"}],
             "cost": "log-likelihood", "initializer": "he",
             "optimizer": {"name": "momentum", "learning-rate": 0.02, "momentum": 0.9},
             "training": {"epochs": 20, "mini-batch": 6, "precision": "float", "early-stopping": 12,
                          "monitor": ["validation", "test"]}}
            """;

    @TempDir
    Path folder;

    private final NumpyRandom random = new NumpyRandom(20_261_124);
    private int kills;
    private int resumes;
    private int readable;
    private int ends;

    @BeforeAll
    static void install() throws IOException {
        Launcher.install();
    }

    /** Three classes that a network learns in part, so that losses go up and down. */
    private void writeRows() throws IOException {
        NumpyRandom numbers = new NumpyRandom(5);
        List<String> lines = new ArrayList<>();
        StringBuilder header = new StringBuilder("class");
        for (int j = 0; j < COLUMNS; j++) {
            header.append(",x").append(j);
        }
        lines.add(header.toString());
        for (int i = 0; i < ROWS; i++) {
            double[] x = new double[COLUMNS];
            for (int j = 0; j < COLUMNS; j++) {
                x[j] = numbers.nextGaussian();
            }
            double noise = numbers.nextGaussian();
            StringBuilder line = new StringBuilder(x[0] * x[1] > noise ? "a" : x[2] > 0 ? "b" : "c");
            for (double value : x) {
                line.append(',').append(String.format(Locale.ROOT, "%.4f", value));
            }
            lines.add(line.toString());
        }
        Files.write(folder.resolve("rows.csv"), lines);
    }

    @Test
    void aRunThatIsKilledAgainAndAgainComesToTheSameWeights() throws IOException, InterruptedException {
        writeRows();
        long start = System.nanoTime();
        List<String> configs = List.of(ADAM, MOMENTUM);
        List<String> wholes = new ArrayList<>();
        for (int i = 0; i < configs.size(); i++) {
            Files.writeString(folder.resolve(i + ".json"), configs.get(i));
            Packaged whole =
                    Packaged.start(folder, "train", "--config", i + ".json").await();
            assertThat(whole.err()).isEmpty();
            wholes.add(whole.lastLine());
        }
        for (int chain = 0; kills < KILLS || chain < configs.size(); chain++) {
            int config = chain % configs.size();
            int most = chain == 0 ? KILLS / 2 : KILLS;
            String weights = killedAgainAndAgain(config + ".json", folder.resolve("kept" + chain), most);
            assertThat(weights).as("the weights after %d kills", kills).isEqualTo(wholes.get(config));
        }
        assertThat(resumes).as("most are killed in the midst of the training").isGreaterThan(kills / 2);
        System.out.printf(
                Locale.ROOT,
                "%d kills, %d resumes, %d runs to their end, %d checkpoints read and none unreadable, %.0f s%n",
                kills,
                resumes,
                ends,
                readable,
                (System.nanoTime() - start) * 1e-9);
    }

    /** One run to its end, killed until there were so many kills in all; gives its last line. */
    private String killedAgainAndAgain(String config, Path kept, int mostKills)
            throws IOException, InterruptedException {
        while (true) {
            boolean goesOn = !checkpoints(kept).isEmpty();
            resumes += goesOn ? 1 : 0;
            Packaged run = goesOn
                    ? Packaged.start(folder, "train", "--resume", kept.toString())
                    : Packaged.start(
                            folder, "train", "--config", config, "--checkpoint", kept.toString(), "--every", "3");
            if (kills < mostKills && isKilled(run)) {
                kills++;
                assertEachIsReadable(kept);
            } else {
                run.await();
                assertThat(run.err()).isEmpty();
                assertThat(run.code()).isZero();
                ends++;
                assertEachIsReadable(kept);
                return run.lastLine();
            }
        }
    }

    /** Most are killed while they train, from the first mini-batch on, and some while they start. */
    private boolean isKilled(Packaged run) throws IOException, InterruptedException {
        if (random.nextDouble() < 0.85) {
            run.awaitOutput("kernels ");
        }
        return run.isKilledAfter((int) (random.nextDouble() * LONGEST_LIFE));
    }

    private void assertEachIsReadable(Path kept) throws IOException {
        for (Path file : checkpoints(kept)) {
            CheckpointFile.read(file);
            readable++;
        }
    }

    private static List<Path> checkpoints(Path kept) throws IOException {
        if (Files.notExists(kept)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(kept)) {
            return files.filter(file -> file.getFileName().toString().startsWith("step-"))
                    .toList();
        }
    }
}
