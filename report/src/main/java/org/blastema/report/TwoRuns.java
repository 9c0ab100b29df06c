package org.blastema.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.blastema.core.Language;
import org.blastema.core.Refusal;
import org.blastema.core.Text;
import org.blastema.core.Yaml;
import org.blastema.core.YamlReader;
import org.blastema.core.YamlWriter;
import org.blastema.formats.FinishedRun;
import org.blastema.formats.Json;
import org.blastema.formats.JsonObject;

/**
 * Two finished runs of a study side by side: what was put in differently, and every contrast that both have.
 *
 * @param first one run
 * @param second the other
 * @param differences what differs in the resolved study and in the library files read
 * @param contrasts the contrasts of the runs' own scenarios, in the order of the first
 */
public record TwoRuns(Run first, Run second, List<Difference> differences, List<Pair> contrasts) {
    /** A run: where it is, its summary, its mark. */
    public record Run(String folder, JsonObject summary) {
        private String words() {
            String mark = summary.has("mark") ? ", MODIFIED" : "";
            return folder + " (" + summary.text("study") + ", " + summary.text("scenario") + mark + ")";
        }
    }

    /** A key that differs, as text on both sides; empty where it is absent. */
    public record Difference(String key, String first, String second) {}

    /** A contrast of both runs: difference between the arms in each. */
    public record Pair(String arm, String versus, String endpoint, double month, double first, double second) {}

    /**
     * Reads both.
     *
     * @throws Refusal if they are not runs of one study
     */
    public static TwoRuns of(FinishedRun a, FinishedRun b) {
        Run first = run(a);
        Run second = run(b);
        if (!first.summary().text("study").equals(second.summary().text("study"))) {
            throw new Refusal("the runs are of two studies, " + first.summary().text("study") + " and "
                    + second.summary().text("study") + "; only runs of one study compare");
        }
        List<Difference> differences = new ArrayList<>(keys(study(a), study(b)));
        JsonObject filesA = a.manifest().object("library");
        JsonObject filesB = b.manifest().object("library");
        union(filesA.keys(), filesB.keys()).stream()
                .filter(file -> !filesA.text(file).equals(filesB.text(file)))
                .forEach(file -> differences.add(
                        new Difference(file, shortened(filesA.text(file)), shortened(filesB.text(file)))));
        return new TwoRuns(first, second, differences, pairs(first.summary(), second.summary()));
    }

    private static Run run(FinishedRun run) {
        return new Run(run.path().toString(), Json.read(run.text("summary.json")));
    }

    private static Yaml.Mapping study(FinishedRun run) {
        String file = run.path().resolve("study.yaml").toString();
        return YamlReader.read(file, run.text("study.yaml").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static List<Difference> keys(Yaml.Mapping a, Yaml.Mapping b) {
        List<String> names = Stream.concat(a.entries().stream(), b.entries().stream())
                .map(entry -> entry.key().text())
                .distinct()
                .toList();
        return names.stream()
                .map(key -> new Difference(key, text(a.get(key)), text(b.get(key))))
                .filter(each -> !each.first().equals(each.second()))
                .toList();
    }

    private static String text(Optional<Yaml> node) {
        return node.map(each -> each instanceof Yaml.Scalar scalar
                        ? scalar.text()
                        : YamlWriter.write(each).strip().replaceAll("\\s*\\n\\s*", "; "))
                .orElse("");
    }

    private static String shortened(String hash) {
        return hash.substring(0, Math.min(8, hash.length()));
    }

    private static Set<String> union(List<String> a, List<String> b) {
        Set<String> all = new LinkedHashSet<>(a);
        all.addAll(b);
        return all;
    }

    private static List<Pair> pairs(JsonObject a, JsonObject b) {
        List<Pair> pairs = new ArrayList<>();
        for (JsonObject one : a.objects("contrasts")) {
            b.objects("contrasts").stream()
                    .filter(other -> key(other).equals(key(one)))
                    .findFirst()
                    .ifPresent(other -> pairs.add(new Pair(
                            one.text("arm"),
                            one.text("versus"),
                            one.text("endpoint"),
                            one.number("month"),
                            one.number("difference"),
                            other.number("difference"))));
        }
        return pairs;
    }

    private static List<String> key(JsonObject contrast) {
        return List.of(
                contrast.text("arm"),
                contrast.text("versus"),
                contrast.text("endpoint"),
                Double.toString(contrast.number("day")));
    }

    /** The comparison in words. */
    public List<String> lines(Language language) {
        List<String> lines = new ArrayList<>();
        lines.add("A  " + first.words());
        lines.add("B  " + second.words());
        lines.add(
                differences.isEmpty()
                        ? new Text("The same was put in.", "المدخلات واحدة.").in(language)
                        : new Text("Put in differently:", "اختلفت المدخلات في:").in(language));
        differences.forEach(
                each -> lines.add("  " + each.key() + ": " + cut(each.first()) + " -> " + cut(each.second())));
        lines.add(new Text(
                        "Difference between the arms, A, B, B minus A (simulated):",
                        "الفرق بين المجموعتين، A ثم B ثم B ناقص A (محاكاة):")
                .in(language));
        contrasts.forEach(each -> lines.add(String.format(
                Locale.ROOT,
                "  %-52s %8.2f %8.2f %8.2f",
                each.endpoint() + ", " + Span.moment(each.month()).in(language) + ": " + each.arm() + " - "
                        + each.versus(),
                each.first(),
                each.second(),
                each.second() - each.first())));
        return lines;
    }

    private static String cut(String text) {
        return text.isEmpty() ? "(none)" : text.length() > 60 ? text.substring(0, 57) + "..." : text;
    }

    /** The comparison as an object. */
    public JsonObject json() {
        return new JsonObject()
                .put("simulated", true)
                .put("runs", List.of(object(first), object(second)))
                .put(
                        "differs",
                        differences.stream()
                                .map(each -> new JsonObject()
                                        .put("key", each.key())
                                        .put("first", each.first())
                                        .put("second", each.second()))
                                .toList())
                .put(
                        "contrasts",
                        contrasts.stream()
                                .map(each -> new JsonObject()
                                        .put("arm", each.arm())
                                        .put("versus", each.versus())
                                        .put("endpoint", each.endpoint())
                                        .put("month", each.month())
                                        .put("first", each.first())
                                        .put("second", each.second())
                                        .put("change", each.second() - each.first()))
                                .toList());
    }

    private static JsonObject object(Run run) {
        JsonObject object = new JsonObject()
                .put("folder", run.folder())
                .put("study", run.summary().text("study"))
                .put("scenario", run.summary().text("scenario"));
        return run.summary().has("mark") ? object.put("mark", "MODIFIED") : object;
    }
}
