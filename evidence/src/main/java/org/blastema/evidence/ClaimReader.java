package org.blastema.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.blastema.core.Fields;
import org.blastema.core.InvalidInput;
import org.blastema.core.Position;
import org.blastema.core.Problem;
import org.blastema.core.Problems;
import org.blastema.core.Strictness;
import org.blastema.core.Text;
import org.blastema.core.Yaml;
import org.blastema.model.Checker;
import org.blastema.model.Library;
import org.blastema.trial.StudyReader;

/** Binds a claim file, {@code claims/ID.yaml}. */
public final class ClaimReader {
    private final Library library;
    private final Problems problems;
    private final Strictness strictness;

    private ClaimReader(Library library, Problems problems, Strictness strictness) {
        this.library = library;
        this.problems = problems;
        this.strictness = strictness;
    }

    /**
     * A claim of the library by its name.
     *
     * @param studies where the claim and its studies are read
     * @param id its name
     * @throws InvalidInput with every problem of the file and of the studies that it uses, or for an unknown name
     */
    public static Claim read(StudyReader studies, String id) {
        Library library = studies.library();
        Yaml.Mapping file =
                library.document("claims", id).orElseThrow(() -> library.unknown("claims", id, new Position(id, 1, 1)));
        Problems problems = new Problems();
        Claim claim = read(studies, file, problems);
        problems.throwIfFailed();
        return claim;
    }

    /** A checker that knows claims beside studies and what they need. */
    static Checker with(Checker checker) {
        return checker.with("claim", (library, file, problems) -> read(new StudyReader(library), file, problems));
    }

    private static Claim read(StudyReader studies, Yaml.Mapping file, Problems problems) {
        Claim claim = new ClaimReader(studies.library(), problems, Library.strictness(file.position())).claim(file);
        against(studies, claim, problems);
        return claim;
    }

    /** What is wrong against the studies is told beside what is wrong in itself, but not a second time where that is. */
    private static void against(StudyReader studies, Claim claim, Problems problems) {
        Set<Position> blamed = problems.list().stream().map(Problem::position).collect(Collectors.toSet());
        Problems more = new Problems();
        new ClaimChecks(studies, more).check(claim);
        problems.addAll(more.list().stream()
                .filter(each -> !blamed.contains(each.position()))
                .toList());
    }

    private Claim claim(Yaml.Mapping file) {
        Fields fields = new Fields(file, problems, "the claim");
        List<Claim.Experiment> experiments = new ExperimentReader(library, problems, strictness).read(fields);
        Optional<Text> untested = fields.bilingual("not-tested");
        decided(fields, experiments, untested.isPresent());
        Claim claim = new Claim(
                fields.requiredText("claim"),
                fields.requiredBilingual("title"),
                fields.requiredChoice("subject", Claim.Subject.class, Claim.Subject.CELLS),
                fields.requiredBilingual("in-short"),
                fields.fields("evidence", "evidence").map(this::evidence).orElseGet(() -> {
                    fields.missing("evidence");
                    return new Claim.Evidence(
                            Claim.Support.UNSUPPORTED,
                            Claim.Certainty.VERY_LOW,
                            Optional.empty(),
                            new Text("", ""),
                            List.of());
                }),
                fields.bilinguals("put-in"),
                experiments,
                untested,
                fields.fields("designs", "designs").map(this::designs),
                fields.bilingual("above-pictures"),
                fields.fields("ordinary-care", "the ordinary care").map(this::care),
                mustNotClaim(fields),
                called(fields));
        if (claim.putIn().isEmpty() && untested.isEmpty()) {
            problems.error(fields.at("put-in"), "nothing put in", "a claim says what its experiments assume");
        }
        fields.done();
        return claim;
    }

    private Claim.Evidence evidence(Fields fields) {
        Claim.Evidence evidence = new Claim.Evidence(
                fields.requiredChoice("verdict", Claim.Support.class, Claim.Support.UNSUPPORTED),
                fields.requiredChoice("certainty", Claim.Certainty.class, Claim.Certainty.VERY_LOW),
                fields.bilingual("part"),
                fields.requiredBilingual("about"),
                fields.texts("source"));
        if (evidence.sources().isEmpty()) {
            fields.missing("source");
        }
        if (evidence.part().isPresent() && !evidence.verdict().inPart()) {
            problems.error(
                    fields.at("part"),
                    "'part' beside the verdict '" + Fields.word(evidence.verdict()) + "'",
                    "it says which part is supported, where the verdict is partly-supported, or of what alone it is supported");
        }
        library.checkSources(evidence.sources(), fields.at("source"), problems);
        fields.done();
        return evidence;
    }

    /** Each is a clause that the book of claims denies. */
    private static List<Text> mustNotClaim(Fields fields) {
        List<Text> clauses = fields.bilinguals("must-not-claim");
        clauses.stream()
                .filter(each -> !each.en().startsWith("That ") || !each.ar().startsWith("أن"))
                .forEach(each -> fields.problems()
                        .error(
                                fields.at("must-not-claim"),
                                "what must not be claimed: '" + each.en() + "', '" + each.ar() + "'",
                                "it begins with \"That \" in English and with «أنّ» in Arabic"));
        return clauses;
    }

    private Claim.OrdinaryCare care(Fields fields) {
        Claim.OrdinaryCare care = new Claim.OrdinaryCare(
                fields.requiredBilingual("title"),
                fields.requiredBilingual("scale"),
                fields.list("sizes", "the size").stream().map(this::size).toList());
        if (!fields.has("sizes")) {
            fields.missing("sizes");
        }
        fields.done();
        return care;
    }

    private Claim.Size size(Fields fields) {
        List<String> sources = fields.texts("source");
        if (sources.isEmpty()) {
            fields.missing("source");
        }
        library.checkSources(sources, fields.at("source"), problems);
        Claim.Size size = new Claim.Size(new Text(fields.requiredText("en"), fields.requiredText("ar")), sources);
        fields.done();
        return size;
    }

    private Map<String, Text> called(Fields fields) {
        Map<String, Text> called = new LinkedHashMap<>();
        fields.fields("called", "called").ifPresent(names -> {
            for (Yaml.Entry entry : names.mapping().entries()) {
                String name = entry.key().text();
                names.bilingual(name).ifPresent(words -> called.put(name, words));
            }
        });
        return called;
    }

    private void decided(Fields fields, List<Claim.Experiment> experiments, boolean untested) {
        if (experiments.isEmpty() && !untested) {
            problems.error(
                    fields.at("experiments"),
                    "a claim without an experiment",
                    "at least one experiment is needed, or 'not-tested' says why there is none");
        } else if (untested && !experiments.isEmpty()) {
            problems.error(
                    fields.at("not-tested"), "'not-tested' beside experiments", "a claim has the one or the other");
        } else if (!untested && experiments.stream().noneMatch(Claim.Experiment::decides)) {
            problems.error(fields.at("experiments"), "no experiment decides", "the verdict rests on at least one");
        }
    }

    private Claim.Designs designs(Fields fields) {
        List<Claim.Design> rows = new ArrayList<>();
        for (Fields each : fields.list("rows", "design")) {
            rows.add(new Claim.Design(each.requiredBilingual("label"), each.requiredText("arm"), each.text("versus")));
            each.done();
        }
        Claim.Designs designs = new Claim.Designs(
                fields.requiredText("study"),
                fields.requiredText("endpoint"),
                fields.requiredNumber("month"),
                List.copyOf(rows),
                fields.mapping());
        fields.done();
        if (rows.isEmpty() || rows.getFirst().versus().isPresent() || rows.size() < 2) {
            problems.error(
                    fields.at("rows"),
                    rows.size() + " designs",
                    "the first is a change without a control, and at least one with a control stands beside it");
        }
        return designs;
    }
}
