package org.blastema.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.blastema.core.Fields;
import org.blastema.core.Problems;
import org.blastema.core.Text;
import org.blastema.evidence.Coverage;
import org.blastema.evidence.Outcome;
import org.blastema.evidence.ScoredArm;
import org.blastema.evidence.ValidatedTable;
import org.blastema.formats.JsonObject;
import org.blastema.formats.SummaryJson;
import org.blastema.model.Library;
import org.blastema.model.Model;

/** The published trials whose studies use the model of a run, as the library last held them against simulated ones. */
final class Validated {
    private final Library library;
    private final Model model;
    private final ValidatedTable table;
    private final List<ScoredArm> arms;

    private Validated(Subject run) {
        library = run.library().unread();
        model = run.model();
        table = ValidatedTable.read(library);
        arms = table.ofModel(library, run.study().model());
    }

    /** What the page shows of them; empty where the library holds no validation of this model. */
    static Optional<JsonObject> of(Subject run) {
        Validated validated = new Validated(run);
        return validated.arms.isEmpty() ? Optional.empty() : Optional.of(validated.json());
    }

    private JsonObject json() {
        List<Text> sentences = new ArrayList<>();
        arms.stream().map(ScoredArm::block).distinct().forEach(block -> {
            sentences.addAll(ValidationWords.coverage(Coverage.of(
                    arms.stream().filter(each -> each.block() == block).toList())));
            sentences.add(ValidationWords.block(block));
        });
        ValidationWords.undrawn(arms, model.name()).ifPresent(sentences::add);
        List<JsonObject> charts = new ArrayList<>();
        for (Outcome.Kind kind : List.of(Outcome.Kind.CHANGE, Outcome.Kind.VALUE, Outcome.Kind.SHARE)) {
            List<ScoredArm> own =
                    arms.stream().filter(each -> each.kind() == kind).toList();
            if (!own.isEmpty()) {
                charts.add(new JsonObject().put("kind", Fields.word(kind)).put("groups", groups(own)));
            }
        }
        List<String> areas = arms.stream().map(ScoredArm::area).distinct().toList();
        return new JsonObject()
                .put("sentences", ReportData.texts(sentences))
                .put("changed", table.changed(library, areas))
                .put("charts", charts);
    }

    /** Arms that got the same stand together. */
    private List<JsonObject> groups(List<ScoredArm> of) {
        Map<String, List<ScoredArm>> products =
                of.stream().collect(Collectors.groupingBy(ScoredArm::given, LinkedHashMap::new, Collectors.toList()));
        List<JsonObject> groups = new ArrayList<>();
        products.forEach((product, own) -> groups.add(new JsonObject()
                .put("title", ReportData.text(title(product, own.getFirst().product())))
                .put("rows", own.stream().map(this::row).toList())));
        return groups;
    }

    /** The title of what was given, or of the product itself where none has that name; how often it was given is left out. */
    private Text title(String given, String product) {
        Text title = title(given).or(() -> title(product)).orElse(new Text(given, given));
        return new Text(title.en().split(", ", 2)[0], title.ar().split("، ", 2)[0]);
    }

    private Optional<Text> title(String product) {
        return library.document("products", product)
                .or(() -> library.document("comparators", product))
                .flatMap(document -> new Fields(document, new Problems(), product).bilingual("title"));
    }

    private JsonObject row(ScoredArm arm) {
        double one = arm.good(arm.low());
        double other = arm.good(arm.high());
        return new JsonObject()
                .put("trial", arm.trial())
                .put("endpoint", ReportData.text(label(arm.endpoint())))
                .put("month", SummaryJson.month(arm.month()))
                .put("n", arm.n())
                .put("published", arm.good(arm.observed()))
                .put("mean", arm.good(arm.mean()))
                .put("low", Math.min(one, other))
                .put("high", Math.max(one, other))
                .put("inside", arm.inside());
    }

    private Text label(String endpoint) {
        return model.readouts().stream()
                .filter(each -> each.name().equals(endpoint))
                .map(Model.Readout::label)
                .findFirst()
                .orElse(new Text(endpoint, endpoint));
    }
}
