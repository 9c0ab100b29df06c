package org.blastema.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.blastema.core.Bibliography;
import org.blastema.core.Decimal;
import org.blastema.core.Fields;
import org.blastema.core.Parameter;
import org.blastema.core.Range;
import org.blastema.core.Spread;
import org.blastema.core.Text;

/** Makes the tables of a model. */
final class ModelTables {
    private static final ModelWords.Column NAME = narrow("name", "الاسم");
    private static final ModelWords.Column VALUE = narrow("value", "القيمة");
    private static final ModelWords.Column UNIT = narrow("unit", "الوحدة");
    private static final ModelWords.Column RANGE = narrow("range", "المجال");
    private static final ModelWords.Column SOURCE = narrow("source", "المصدر");
    private static final ModelWords.Column KNOWLEDGE = narrow("knowledge", "نوع المعرفة");
    private static final ModelWords.Column ABOUT = wide("about", "الشرح");

    private final Model model;
    private final Bibliography bibliography;
    private final List<ModelWords.Section> sections = new ArrayList<>();

    ModelTables(Model model, Bibliography bibliography) {
        this.model = model;
        this.bibliography = bibliography;
    }

    private static ModelWords.Column narrow(String en, String ar) {
        return new ModelWords.Column(new Text(en, ar), false);
    }

    private static ModelWords.Column wide(String en, String ar) {
        return new ModelWords.Column(new Text(en, ar), true);
    }

    ModelWords words() {
        states();
        quantities();
        inputs();
        events();
        readouts();
        harms();
        covariates();
        tables();
        parameters();
        settings();
        return new ModelWords(
                model.name(),
                model.title(),
                model.about(),
                model.time().code(),
                sections,
                model.mustNotClaim(),
                model.notModelled(),
                sources());
    }

    private <T> void section(
            Text title, List<ModelWords.Column> columns, List<T> parts, Function<T, List<String>> row) {
        if (!parts.isEmpty()) {
            sections.add(new ModelWords.Section(
                    title, columns, parts.stream().map(row).toList()));
        }
    }

    private void harms() {
        section(
                new Text("Harms", "الأضرار"),
                List.of(
                        NAME,
                        narrow("serious", "خطير"),
                        narrow("related", "الصلة"),
                        wide("chance", "الاحتمال"),
                        wide("day", "اليوم"),
                        wide("duration", "المدّة"),
                        wide("noticed", "ما يُعرف منها"),
                        wide("asked where", "حيث يُسأل عنه"),
                        ABOUT),
                model.risk().map(Model.Risk::harms).orElse(List.of()),
                h -> List.of(
                        h.term(),
                        h.serious() ? "serious" : "",
                        Fields.word(h.related()),
                        h.chance().words(),
                        h.day().words(),
                        h.duration().map(Model.Written::words).orElse(""),
                        h.noticed().words(),
                        h.asked().words(),
                        h.about()));
    }

    private void states() {
        section(
                new Text("States", "المتغيرات"),
                List.of(NAME, UNIT, wide("d/dt", "d/dt"), wide("start", "البداية"), ABOUT),
                model.states(),
                s -> List.of(s.name(), s.unit().code(), s.words(), s.startWords(), s.about()));
        section(
                new Text("History before enrolment (time 0)", "ما قبل الالتحاق (الزمن 0)"),
                List.of(wide("the states have their start values at t", "تكون للمتغيرات قيم البداية عند t")),
                model.begins().stream().toList(),
                begin -> List.of(begin.words()));
    }

    private void quantities() {
        section(
                new Text("Quantities", "المقادير"),
                List.of(NAME, UNIT, wide("equals", "تساوي"), ABOUT),
                model.quantities(),
                q -> List.of(q.name(), q.unit().code(), q.words(), q.about()));
    }

    private void inputs() {
        section(
                new Text("Inputs", "المُدخَلات"),
                List.of(NAME, wide("fields", "الحقول"), wide("adds", "يضيف"), ABOUT),
                model.inputs(),
                i -> List.of(
                        i.name(),
                        i.fields().stream().map(ModelTables::field).collect(Collectors.joining("; ")),
                        amounts(i.adds(), " + "),
                        i.about()));
    }

    private static String field(Model.Field field) {
        return field.name() + " [" + field.unit().code() + "], default " + Decimal.plain(field.defaultValue())
                + field.range().map(range -> ", " + range).orElse("");
    }

    private String amounts(List<Model.Add> adds, String join) {
        return adds.stream()
                .map(add -> {
                    String state = model.states().get(add.state()).name();
                    return state + " = " + (join.isBlank() ? "" : state + join) + add.words();
                })
                .collect(Collectors.joining("; "));
    }

    private void events() {
        section(
                new Text("Events", "الأحداث"),
                List.of(NAME, wide("when", "متى"), wide("sets", "يضبط"), ABOUT),
                model.events(),
                e -> List.of(
                        e.name(),
                        e.at().isPresent() ? "t = " + e.words() : "once " + e.words(),
                        amounts(e.sets(), ""),
                        e.about()));
    }

    private void readouts() {
        section(
                new Text("Readouts", "ما يُقاس"),
                List.of(
                        NAME,
                        narrow("kind", "النوع"),
                        UNIT,
                        RANGE,
                        narrow("better", "الأفضل"),
                        narrow("matters from", "يهمّ ابتداءً من"),
                        wide("equals", "يساوي"),
                        ABOUT),
                model.readouts(),
                r -> List.of(
                        r.name(),
                        Fields.word(r.kind()),
                        r.unit().code(),
                        r.range().toString(),
                        Fields.word(r.better()),
                        r.mcid()
                                .map(m -> Decimal.plain(m.value()) + " "
                                        + m.unit().code())
                                .orElse(""),
                        r.words(),
                        r.about()));
    }

    private void covariates() {
        section(
                new Text("Covariates", "صفات الشخص"),
                List.of(NAME, VALUE, UNIT, RANGE, KNOWLEDGE, SOURCE, ABOUT),
                model.covariates(),
                c -> List.of(
                        c.name(),
                        Decimal.plain(c.value()),
                        c.unit().code(),
                        range(c.range()),
                        c.knowledge().map(Fields::word).orElse(""),
                        String.join(", ", c.sources()),
                        c.about()));
    }

    private void tables() {
        section(
                new Text("Tables", "الجداول"),
                List.of(
                        NAME,
                        wide("file", "الملف"),
                        wide("read at", "تُقرأ عند"),
                        UNIT,
                        wide("between", "بين النقاط"),
                        KNOWLEDGE,
                        SOURCE,
                        ABOUT),
                model.tables(),
                t -> List.of(
                        t.name(),
                        t.file(),
                        Decimal.plain(t.at().getFirst()) + " to " + Decimal.plain(t.at().getLast()) + " ["
                                + t.argument().code() + "]",
                        t.unit().code(),
                        Fields.word(t.between()),
                        t.knowledge().map(Fields::word).orElse(""),
                        String.join(", ", t.sources()),
                        t.about()));
    }

    private void parameters() {
        section(
                new Text("Parameters", "المعاملات"),
                List.of(
                        NAME,
                        VALUE,
                        UNIT,
                        RANGE,
                        KNOWLEDGE,
                        narrow("basis", "الأساس"),
                        narrow("free", "حر"),
                        SOURCE,
                        wide("spread", "التباين"),
                        wide("note", "ملاحظة")),
                model.parameters(),
                ModelTables::parameter);
        section(
                new Text("Correlations", "الارتباطات"),
                List.of(NAME, narrow("with", "مع"), VALUE),
                model.correlations(),
                c -> List.of(c.a(), c.b(), Decimal.plain(c.value())));
    }

    private static List<String> parameter(Parameter p) {
        return List.of(
                p.name(),
                Decimal.plain(p.value()),
                p.unit().code(),
                range(p.range()),
                p.knowledge().map(Fields::word).orElse(""),
                p.basis().map(Fields::word).orElse(""),
                p.calibrate() ? "free" : "",
                String.join(", ", p.sources()),
                p.spreads().stream().map(Spread::toString).collect(Collectors.joining("; ")),
                p.note());
    }

    private void settings() {
        section(
                new Text("Scenarios", "السيناريوهات"),
                List.of(NAME, wide("parameters", "المعاملات"), ABOUT),
                List.copyOf(model.scenarios().entrySet()),
                s -> List.of(
                        s.getKey() + (s.getKey().equals(model.defaultScenario()) ? " (default)" : ""),
                        values(s.getValue()),
                        Optional.ofNullable(model.scenarioWords().get(s.getKey()))
                                .map(Text::en)
                                .orElse("")));
        section(
                new Text("Switches", "المفاتيح"),
                List.of(NAME, wide("off", "عند الإطفاء"), ABOUT),
                List.copyOf(model.switches().entrySet()),
                s -> List.of(
                        s.getKey(), values(s.getValue().off()), s.getValue().about()));
        section(
                new Text("Settings", "الخيارات"),
                List.of(NAME, wide("choices", "ما يُختار منه"), ABOUT),
                List.copyOf(model.settings().entrySet()),
                s -> List.of(s.getKey(), choices(s.getValue()), s.getValue().about()));
        section(
                new Text("What the design of a study moves", "ما يحرّكه تصميم الدراسة"),
                List.of(NAME, narrow("parameter", "المعامل")),
                List.copyOf(model.design().entrySet()),
                s -> List.of(Fields.word(s.getKey()), s.getValue().orElse("none")));
    }

    private static String choices(Model.Setting setting) {
        return setting.choices().entrySet().stream()
                .map(each -> each.getKey()
                        + (each.getKey().equals(setting.usual()) ? " (default): " : ": ")
                        + values(each.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static String values(Map<String, Double> values) {
        return values.entrySet().stream()
                .map(each -> each.getKey() + " = " + Decimal.plain(each.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static String range(Optional<Range> range) {
        return range.map(Range::toString).orElse("");
    }

    private List<ModelWords.Source> sources() {
        Set<String> keys = new TreeSet<>(model.sources());
        model.parameters().forEach(parameter -> keys.addAll(parameter.sources()));
        model.covariates().forEach(covariate -> keys.addAll(covariate.sources()));
        model.tables().forEach(table -> keys.addAll(table.sources()));
        model.readouts().forEach(readout -> readout.mcid().ifPresent(mcid -> keys.addAll(mcid.sources())));
        return keys.stream()
                .map(key -> new ModelWords.Source(
                        key,
                        bibliography.entry(key).map(Bibliography.Entry::text).orElse("not in the bibliography")))
                .toList();
    }
}
