package org.blastema.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.blastema.core.Fields;
import org.blastema.core.Language;
import org.blastema.core.Range;
import org.blastema.core.Text;
import org.blastema.formats.JsonObject;
import org.blastema.formats.SummaryJson;
import org.blastema.model.Library;
import org.blastema.model.Model;
import org.blastema.model.ModelReader;
import org.blastema.trial.Curve;
import org.blastema.trial.EconomicPair;
import org.blastema.trial.Plan;
import org.blastema.trial.PracticeSummary;
import org.blastema.trial.Product;
import org.blastema.trial.RunStore;
import org.blastema.trial.Study;
import org.blastema.trial.Summary;
import org.blastema.trial.Visit;

/** Everything that the page of a run shows, as one JSON object; the page makes no number of its own. */
public final class ReportData {
    private static final String SET = "--set ";

    private final Subject run;
    private final RunStore store;
    private final Findings findings;

    private ReportData(Subject run, RunStore store) {
        this.run = run;
        this.store = store;
        findings = new Findings(run);
    }

    public static JsonObject of(Plan plan, Summary summary, RunStore store, Library library) {
        return new ReportData(Subject.of(plan, summary, library), store).json();
    }

    /** What the end of the run prints, kept for those who ask for the run again. */
    private Text terminal() {
        return new Text(
                String.join("\n", TerminalSummary.of(run, Language.EN)),
                String.join("\n", TerminalSummary.of(run, Language.AR)));
    }

    private JsonObject json() {
        People people = new People(run, store);
        return new JsonObject()
                .put("summary", SummaryJson.of(run.summary()))
                .put("study", study())
                .put(
                        "findings",
                        new JsonObject()
                                .put("answer", texts(findings.answer()))
                                .put("contradictions", texts(findings.contradictions()))
                                .put("cameOut", texts(findings.cameOut()))
                                .put("certainty", findings.certainty().map(ReportData::text))
                                .put("harms", findings.harms().map(ReportData::text))
                                .put("prices", new PriceFindings(run).line().map(ReportData::text))
                                .put("months", months()))
                .put("terminal", text(terminal()))
                .put("sheet", new SheetWords(run, findings).json())
                .put(
                        "timecourse",
                        run.summary().curves().stream().map(ReportData::curve).toList())
                .put("change", people.change())
                .put("twins", people.twins())
                .put("hundred", new OfAHundred(run, store).json())
                .put("followed", people.followed())
                .put("steps", new Ladder(run).json())
                .put(
                        "practices",
                        run.summary().practices().stream()
                                .map(ReportData::practice)
                                .toList())
                .put("economics", economics())
                .put("later", LaterFindings.of(run).map(LaterFindings::json))
                .put("spans", spans())
                .put("validation", Validated.of(run))
                .put("parameters", new ParameterRows(run).groups())
                .put("sources", new ParameterRows(run).sources())
                .put("methods", methods());
    }

    static List<JsonObject> texts(List<Text> texts) {
        return texts.stream().map(ReportData::text).toList();
    }

    static JsonObject text(Text text) {
        return new JsonObject().put("en", text.en()).put("ar", text.ar());
    }

    private static JsonObject practice(PracticeSummary p) {
        return SummaryJson.practice(p).put("label", text(p.label()));
    }

    /** The sentences, and the draws of the run's scenario by the main effect; of a study without costs beside effects why. */
    private Optional<JsonObject> economics() {
        List<JsonObject> sentences = texts(new EconomicFindings(run).sentences());
        return run.summary()
                .economics()
                .map(found -> new JsonObject()
                        .put("sentences", sentences)
                        .put(
                                "draws",
                                found
                                        .pairs(
                                                run.summary().scenario(),
                                                found.asked().effects().getFirst())
                                        .stream()
                                        .filter(pair -> pair.unpriced().isPresent())
                                        .map(ReportData::draws)
                                        .toList()))
                .or(() -> sentences.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new JsonObject().put("sentences", sentences)));
    }

    private static JsonObject draws(EconomicPair pair) {
        int[] known = IntStream.range(0, pair.gain().size())
                .filter(i ->
                        Double.isFinite(pair.gain().get(i) + pair.unpricedCost().get(i)))
                .toArray();
        return new JsonObject()
                .put("arm", pair.arm())
                .put("versus", pair.versus())
                .put("gain", Arrays.stream(known).mapToObj(pair.gain()::get).toList())
                .put(
                        "unpriced",
                        Arrays.stream(known).mapToObj(pair.unpricedCost()::get).toList());
    }

    /** The words of every month that the page may name, by the month as JSON writes it. */
    private JsonObject spans() {
        JsonObject spans = new JsonObject();
        Stream<Visit> visits = Stream.concat(
                run.study().visits().stream(),
                Stream.concat(
                        run.published().stream().map(p -> Visit.at(p.month() * Visit.MONTH)),
                        Stream.of(run.primaryVisit())));
        visits.forEach(visit -> spans.put(SummaryJson.month(visit.month()).toString(), text(Span.of(visit))));
        LaterFindings.of(run)
                .ifPresent(later -> later.spans().forEach((month, words) -> spans.put(month, text(words))));
        return spans;
    }

    private static JsonObject curve(Curve c) {
        return new JsonObject()
                .put("arm", c.arm())
                .put("readout", c.readout())
                .put("days", c.day())
                .put("mean", c.mean())
                .put("p05", c.p05())
                .put("p25", c.p25())
                .put("p50", c.p50())
                .put("p75", c.p75())
                .put("p95", c.p95());
    }

    /** The primary visit and those at which published results can be compared. */
    private List<Number> months() {
        Stream<Visit> published = run.published().stream()
                .filter(p -> p.versus().isPresent())
                .flatMap(p -> run.visit(p.month()).stream());
        return Stream.concat(Stream.of(run.primaryVisit()), published)
                .map(Visit::month)
                .sorted()
                .distinct()
                .map(SummaryJson::month)
                .toList();
    }

    private JsonObject study() {
        Study study = run.study();
        Map<String, Object> terms = new LinkedHashMap<>();
        Terms.of(run.plan()).forEach((term, label) -> terms.put(term, text(label)));
        List<Model> models = models();
        List<Text> mustNot = new ArrayList<>(study.mustNotClaim());
        models.forEach(model -> mustNot.addAll(model.mustNotClaim()));
        LaterFindings.of(run).ifPresent(later -> mustNot.addAll(later.model().mustNotClaim()));
        return new JsonObject()
                .put("name", study.name())
                .put("title", text(study.title()))
                .put("question", study.question().map(ReportData::text))
                .put("use", study.contextOfUse().map(ReportData::text))
                .put("reference", study.reference())
                .put(
                        "contrasts",
                        study.contrasts().stream()
                                .map(c -> new JsonObject().put("arm", c.arm()).put("versus", c.versus()))
                                .toList())
                .put("alpha", study.alpha())
                .put("arms", study.arms().stream().map(this::arm).toList())
                .put("endpoints", study.endpoints().stream().map(this::endpoint).toList())
                .put(
                        "dataConflicts",
                        study.dataConflicts().stream()
                                .map(c -> new JsonObject()
                                        .put("arms", c.arms())
                                        .put("note", c.note().map(ReportData::text)))
                                .toList())
                .put(
                        "published",
                        run.published().stream().map(ReportData::published).toList())
                .put("putIn", texts(study.putIn()))
                .put("urgent", texts(study.words().urgent()))
                .put("mustNotClaim", texts(mustNot.stream().distinct().toList()))
                .put(
                        "notModelled",
                        Stream.concat(
                                        study.notModelled().stream(),
                                        models.stream().flatMap(model -> model.notModelled().stream()))
                                .map(each -> new JsonObject()
                                        .put("name", text(each.name()))
                                        .put("why", text(each.why())))
                                .toList())
                .put("terms", terms);
    }

    /** The study's model, then the others of its arms and those of their harms. */
    private List<Model> models() {
        List<Model> models = new ArrayList<>(List.of(run.model()));
        run.study().arms().stream()
                .flatMap(arm -> Stream.concat(
                        Stream.of(arm.product().model()),
                        arm.product().risk().stream().map(Product.Risk::model)))
                .distinct()
                .filter(name -> !name.equals(run.study().model()))
                .forEach(name -> models.add(ModelReader.read(run.library(), name)));
        return models;
    }

    private JsonObject arm(Study.Arm arm) {
        return new JsonObject()
                .put("name", arm.name())
                .put("title", text(run.title(arm.name())))
                .put("kind", arm.product().kind())
                .put("cells", run.treated(arm.name()))
                .put(
                        "costs",
                        arm.product().costs().stream()
                                .flatMap(costs -> costs.items().stream())
                                .map(item -> text(item.label()))
                                .toList())
                .put("notes", texts(arm.product().notes()));
    }

    private JsonObject endpoint(Study.Endpoint endpoint) {
        Model.Readout readout = run.model().readouts().get(run.model().readout(endpoint.readout()));
        return new JsonObject()
                .put("name", readout.name())
                .put("label", text(readout.label()))
                .put("unit", readout.unit().code())
                .put("unitWords", readout.unitWords().map(ReportData::text))
                .put("range", List.of(readout.range().low(), readout.range().high()))
                .put("better", Fields.word(readout.better()))
                .put(
                        "mcid",
                        readout.mcid()
                                .map(m ->
                                        new JsonObject().put("value", m.value()).put("note", m.note())))
                .put("primaryMonth", endpoint.primaryVisit().map(v -> SummaryJson.month(v.month())))
                .put(
                        "responder",
                        endpoint.responder()
                                .map(r -> new JsonObject()
                                        .put("gain", r.gain())
                                        .put("label", r.label().map(ReportData::text))));
    }

    private static JsonObject published(Published p) {
        return new JsonObject()
                .put("label", text(p.label()))
                .put("arms", p.arms())
                .put("versus", p.versus())
                .put("endpoint", p.endpoint())
                .put("month", SummaryJson.month(p.month()))
                .put(p.versus().isPresent() ? "difference" : "change", p.value())
                .put("low", p.low())
                .put("high", p.high())
                .put("finding", p.finding())
                .put("role", p.role())
                .put("sources", p.sources());
    }

    private JsonObject methods() {
        Study study = run.study();
        List<String> names = new ArrayList<>(study.switches().keySet());
        List<JsonObject> rules = new ArrayList<>();
        for (Map.Entry<String, Range> gate : study.eligibility().entrySet()) {
            String unit = run.model()
                    .readouts()
                    .get(run.model().readout(gate.getKey()))
                    .unit()
                    .code();
            rules.add(new JsonObject()
                    .put("name", gate.getKey())
                    .put("low", gate.getValue().low())
                    .put("high", gate.getValue().high())
                    .put("unit", unit));
        }
        return new JsonObject()
                .put(
                        "dropout",
                        study.dropOut()
                                .map(d ->
                                        new JsonObject().put("share", d.share()).put("day", d.by())))
                .put("eligibility", rules)
                .put("on", names.stream().filter(study::on).toList())
                .put("off", names.stream().filter(name -> !study.on(name)).toList())
                .put("failed", run.summary().failed())
                .put("total", run.summary().simulated())
                .put("version", Plan.ENGINE)
                .put("hash", run.plan().hash())
                .put("command", command());
    }

    private String command() {
        Plan plan = run.plan();
        List<String> words = new ArrayList<>(List.of("./blastema run " + plan.name()));
        if (plan.study().equalArms()) {
            words.add("--patients " + plan.patients());
        }
        words.add("--trials " + plan.trials());
        words.add("--seed " + plan.seed());
        words.add("--scenario " + plan.scenario());
        plan.modified().stream()
                .filter(change -> change.startsWith(SET))
                .map(change -> SET + quoted(change.substring(SET.length())))
                .forEach(words::add);
        return String.join(" ", words);
    }

    /** As a shell takes it for one word. */
    private static String quoted(String word) {
        return word.matches("[\\w.=+/:-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
