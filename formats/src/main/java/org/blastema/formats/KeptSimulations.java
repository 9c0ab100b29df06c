package org.blastema.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.blastema.core.Csv;
import org.blastema.core.Fields;
import org.blastema.core.Problems;
import org.blastema.core.Refusal;
import org.blastema.core.Yaml;
import org.blastema.evidence.SimulationStore;

/** What simulated trials printed, a file a trial in a folder; a file is there whole or not at all. */
public final class KeptSimulations implements SimulationStore {
    private final Path folder;

    /**
     * @param folder made where it is missing
     * @throws Refusal if it cannot be made
     */
    public KeptSimulations(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Refusal("the folder " + folder + " cannot be made: " + Durable.reason(e));
        }
    }

    private Path file(String key) {
        return folder.resolve(key + ".csv");
    }

    @Override
    public Optional<double[][]> load(String key) {
        Path file = file(key);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            Problems problems = new Problems();
            double[][] printed = Csv.read(file.toString(), Files.readAllBytes(file)).stream()
                    .map(row -> numbers(row, problems))
                    .toArray(double[][]::new);
            problems.throwIfFailed();
            return Optional.of(printed);
        } catch (IOException e) {
            throw new Refusal("the file " + file + " cannot be read: " + Durable.reason(e));
        }
    }

    private static double[] numbers(Yaml.Mapping row, Problems problems) {
        Fields fields = new Fields(row, problems, "the simulated trial");
        int columns = fields.requiredText("trial").isEmpty()
                ? 0
                : fields.integer("numbers").orElse(0);
        double[] numbers = new double[columns];
        Arrays.setAll(numbers, i -> fields.number("n" + i).orElse(Double.NaN));
        return numbers;
    }

    @Override
    public void save(String key, double[][] printed) {
        int columns = printed[0].length;
        List<String> head = new ArrayList<>(List.of("trial", "numbers"));
        for (int i = 0; i < columns; i++) {
            head.add("n" + i);
        }
        List<List<String>> rows = new ArrayList<>(List.of(head));
        for (int trial = 0; trial < printed.length; trial++) {
            List<String> row = new ArrayList<>(List.of(Integer.toString(trial), Integer.toString(columns)));
            for (double number : printed[trial]) {
                row.add(Double.isNaN(number) ? "" : Double.toString(number));
            }
            rows.add(row);
        }
        Durable.write(file(key), Csv.write(rows));
    }
}
