package org.blastema.evidence;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.blastema.core.Fields;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Text;
import org.blastema.core.Yaml;
import org.blastema.model.Library;

/**
 * How the project judges its own credibility, {@code evidence/credibility.yaml}: the factors of ASME V&V 40 with what speaks for them and
 * what is missing, what every study promises and the tests that hold it to that, and the risk of the studies that were judged.
 *
 * @param about what this is and is not
 */
public record CredibilityFrame(
        Text title, List<Text> about, List<Factor> factors, List<Promise> promises, List<Assessed> studies) {
    private static final String KIND = "evidence";
    private static final String NAME = "credibility";

    public CredibilityFrame {
        about = List.copyOf(about);
        factors = List.copyOf(factors);
        promises = List.copyOf(promises);
        studies = List.copyOf(studies);
    }

    /** The group of factors of V&V 40, table 5-1, that a factor belongs to. */
    public enum Kind {
        CODE_VERIFICATION,
        CALCULATION_VERIFICATION,
        MODEL_FORM,
        MODEL_INPUTS,
        COMPARATOR,
        OUTPUT_COMPARISON,
        APPLICABILITY
    }

    /** A grade. */
    public enum Grade {
        LOW,
        MEDIUM,
        HIGH
    }

    /**
     * A factor of credibility.
     *
     * @param evidence what speaks for it
     * @param tests simple names of test classes that hold it
     * @param gaps what is missing, at least one: no factor is complete
     */
    public record Factor(Kind kind, Text title, List<Text> evidence, List<String> tests, List<Text> gaps) {}

    /** What the program promises and the test classes that hold it to that, at least one. */
    public record Promise(Text promise, List<String> tests) {}

    /**
     * A study whose risk was judged.
     *
     * @param influence of the answer on the decision that it is used for
     * @param consequence of a wrong decision
     * @param reason for both
     * @param tests simple names of test classes of its model
     * @param gaps what is missing for this study
     */
    public record Assessed(
            String study, Grade influence, Grade consequence, Text reason, List<String> tests, List<Text> gaps) {
        /** Influence and consequence together: high if either is high and the other is not low, low if either is low and the other is not high. */
        public Grade risk() {
            List<Grade> both = List.of(influence, consequence);
            if (both.contains(Grade.LOW)) {
                return both.contains(Grade.HIGH) ? Grade.MEDIUM : Grade.LOW;
            }
            return both.contains(Grade.HIGH) ? Grade.HIGH : Grade.MEDIUM;
        }
    }

    /**
     * The frame of a library; empty where it has none.
     *
     * @throws org.blastema.core.InvalidInput with every problem of the file
     */
    public static CredibilityFrame read(Library library) {
        Problems problems = new Problems();
        CredibilityFrame frame = library.document(KIND, NAME)
                .map(file -> read(library, file, problems))
                .orElse(new CredibilityFrame(new Text("", ""), List.of(), List.of(), List.of(), List.of()));
        problems.throwIfFailed();
        return frame;
    }

    static CredibilityFrame read(Library library, Yaml.Mapping file, Problems problems) {
        Fields fields = new Fields(file, problems, "the credibility");
        fields.requiredText(KIND);
        CredibilityFrame frame = new CredibilityFrame(
                fields.requiredBilingual("title"),
                fields.bilinguals("about"),
                fields.list("factors", "factor").stream()
                        .map(CredibilityFrame::factor)
                        .toList(),
                fields.list("promises", "promise").stream()
                        .map(CredibilityFrame::promise)
                        .toList(),
                fields.list("studies", "study").stream()
                        .map(each -> assessed(library, each))
                        .toList());
        fields.done();
        Set<String> seen = new HashSet<>();
        frame.studies.stream()
                .filter(each -> !seen.add(each.study()))
                .forEach(each -> problems.error(
                        file.at("studies"),
                        "the study '" + each.study() + "' a second time",
                        "each study is judged once"));
        return frame;
    }

    private static Factor factor(Fields fields) {
        Factor factor = new Factor(
                fields.requiredChoice("factor", Kind.class, Kind.APPLICABILITY),
                fields.requiredBilingual("title"),
                fields.bilinguals("evidence"),
                fields.texts("tests"),
                fields.bilinguals("gaps"));
        if (factor.gaps().isEmpty()) {
            fields.missing("gaps");
        }
        fields.done();
        return factor;
    }

    private static Promise promise(Fields fields) {
        Promise promise = new Promise(fields.requiredBilingual("promise"), fields.texts("tests"));
        if (promise.tests().isEmpty()) {
            fields.missing("tests");
        }
        fields.done();
        return promise;
    }

    private static Assessed assessed(Library library, Fields fields) {
        String study = fields.requiredText("study");
        Position at = fields.at("study");
        if (!library.names("studies").contains(study)) {
            fields.problems().unknown(at, "study", study, library.names("studies"));
        }
        Assessed assessed = new Assessed(
                study,
                fields.requiredChoice("influence", Grade.class, Grade.HIGH),
                fields.requiredChoice("consequence", Grade.class, Grade.HIGH),
                fields.requiredBilingual("reason"),
                fields.texts("tests"),
                fields.bilinguals("gaps"));
        fields.done();
        return assessed;
    }

    /** What was judged of a study. */
    public Optional<Assessed> of(String study) {
        return studies.stream().filter(each -> each.study().equals(study)).findFirst();
    }

    /** Every test class that is named, each once. */
    public List<String> tests() {
        return Stream.of(
                        factors.stream().map(Factor::tests),
                        promises.stream().map(Promise::tests),
                        studies.stream().map(Assessed::tests))
                .flatMap(each -> each)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}
