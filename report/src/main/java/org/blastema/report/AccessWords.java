package org.blastema.report;

import java.util.List;
import java.util.SequencedSet;
import java.util.TreeSet;
import org.blastema.core.Bibliography;
import org.blastema.core.Language;
import org.blastema.core.Text;
import org.blastema.evidence.Backing;
import org.blastema.evidence.Country;
import org.blastema.evidence.CountryProfile;
import org.blastema.evidence.CountryProfile.Row;
import org.blastema.evidence.Fact;
import org.blastema.evidence.ProductProfile;
import org.blastema.evidence.WarningSigns;

/** What is known of stem-cell therapies in a country, for the terminal: each fact with date, knowledge and source. */
public final class AccessWords {
    private final CountryProfile profile;
    private final Language language;
    private final Lines lines;
    private final SequencedSet<String> sources = new TreeSet<>();

    private AccessWords(CountryProfile profile, Language language) {
        this.profile = profile;
        this.language = language;
        this.lines = new Lines(language);
    }

    /** The names of countries, a line each. */
    public static List<String> names(List<Country> countries, Language language) {
        return countries.stream()
                .map(country -> country.title().in(language) + codes(country))
                .toList();
    }

    /** Everything of a country. */
    public static List<String> of(
            CountryProfile profile, WarningSigns signs, Bibliography bibliography, Language language) {
        AccessWords words = new AccessWords(profile, language);
        words.head(profile.country().title());
        for (Fact.Section section : Fact.Section.values()) {
            words.section(section);
        }
        words.signs(signs);
        words.end(bibliography);
        return words.lines.written();
    }

    /** What is authorised in a country and what is asked there, for somebody who was sent there. */
    public static List<String> offered(CountryProfile profile, Bibliography bibliography, Language language) {
        AccessWords words = new AccessWords(profile, language);
        words.head(profile.country().title());
        words.section(Fact.Section.PRODUCTS);
        words.section(Fact.Section.PRICES);
        words.end(bibliography);
        return words.lines.written();
    }

    /** One product in a country and elsewhere. */
    public static List<String> of(ProductProfile product, Bibliography bibliography, Language language) {
        AccessWords words = new AccessWords(product.profile(), language);
        Text country = product.profile().country().title();
        words.head(Finding.of("%s: %s", "%s: %s", product.name(), country));
        words.lines.add("");
        words.lines.say(1, "In %s", "في %s", country);
        if (product.here().isEmpty()) {
            words.lines.say(
                    2,
                    "No authorisation is known here. That is no proof that there is none: ask the regulator.",
                    "لا يُعرف له ترخيص هنا. وليس ذلك دليلاً على عدم وجوده: اسأل الجهة الرقابية.");
        }
        product.here().forEach(words::row);
        words.rows("Elsewhere", "في أماكن أخرى", product.elsewhere(), true);
        words.rows("Prices and costs, as published", "الأسعار والتكاليف كما نُشرت", product.prices(), false);
        words.end(bibliography);
        return words.lines.written();
    }

    private static String codes(Country country) {
        return country.iso().isEmpty() ? "" : " (" + String.join(", ", country.iso()) + ")";
    }

    private void head(Text title) {
        Country country = profile.country();
        lines.add(title.in(language));
        lines.say(
                1,
                "What was read ends in %s; nothing later is known here. Before relying on a line, ask the regulator.",
                "ما قُرئ ينتهي عند %s، وما بعده غير معروف هنا. قبل الاعتماد على أي سطر اسأل الجهة الرقابية.",
                country.asOf());
    }

    private void section(Fact.Section section) {
        List<Row> rows = profile.rows(section);
        lines.add("");
        lines.say(1, "%s", "%s", AccessTerms.section(section));
        profile.country().nothingIn(section).ifPresent(text -> lines.say(2, "%s", "%s", text));
        boolean own = rows.stream().anyMatch(row -> row.from().equals(profile.country()));
        if (!own
                && section != Fact.Section.PRICE_LAWS
                && profile.country().nothingIn(section).isEmpty()) {
            lines.say(2, "Nothing is known of this country itself.", "لا شيء معروف عن هذا البلد نفسه.");
        }
        rows.forEach(this::row);
    }

    private void rows(String en, String ar, List<Row> rows, boolean always) {
        if (!rows.isEmpty() || always) {
            lines.add("");
            lines.say(1, en, ar);
            if (rows.isEmpty()) {
                lines.say(2, "Nothing is known.", "لا شيء معروف.");
            }
            rows.forEach(this::row);
        }
    }

    private void row(Row row) {
        switch (row.fact()) {
            case Fact.Statement statement -> lines.say(2, "- %s", "- %s", statement.what());
            case Fact.Licence product ->
                lines.say(
                        2,
                        "- %s (%s), for %s: %s",
                        "- %s (%s)؛ الاستعمال: %s؛ الوضع: %s",
                        product.name(),
                        product.cells(),
                        product.use(),
                        AccessTerms.status(product));
            case Fact.Amount amount ->
                lines.say(
                        2,
                        "- %s: %s (%s)",
                        "- %s: %s (%s)",
                        amount.what(),
                        AccessTerms.amount(amount),
                        AccessTerms.basis(amount.basis()));
        }
        backing(row, row.fact().backing());
        if (row.fact() instanceof Fact.Licence product) {
            product.later().ifPresent(later -> {
                lines.say(3, "Later: %s", "لاحقاً: %s", AccessTerms.status(later.status()));
                backing(row, later.backing());
            });
        }
    }

    private void backing(Row row, Backing backing) {
        sources.addAll(backing.sources());
        String keys = "[" + String.join(", ", backing.sources()) + "]";
        lines.say(
                3,
                "%s%s%s; %s %s",
                "%s%s%s؛ %s %s",
                row.from().equals(profile.country())
                        ? new Text("", "")
                        : Finding.of("%s, ", "%s، ", row.from().title()),
                backing.date().known()
                        ? new Text(backing.date().toString(), backing.date().toString())
                        : new Text("date not known", "التاريخ غير معروف"),
                row.mayBeOutOfDate(backing) ? new Text(", may be out of date", "، قد يكون قديماً") : new Text("", ""),
                AccessTerms.knowledge(backing.knowledge()),
                keys);
        backing.note().ifPresent(note -> lines.say(3, "%s", "%s", note));
    }

    private void signs(WarningSigns signs) {
        lines.add("");
        lines.say(
                1,
                "Signs to look for in any offer (./blastema access --signs counts them)",
                "علامات تبحث عنها في أي عرض (يعدّها الأمر ./blastema access --signs)");
        for (int i = 0; i < signs.signs().size(); i++) {
            lines.say(2, "%s. %s", "%s. %s", i + 1, signs.signs().get(i).what());
        }
    }

    private void end(Bibliography bibliography) {
        list("What must not be concluded", "ما لا يجوز استنتاجه", profile.mustNotClaim());
        lines.add("");
        lines.say(1, "Sources", "المصادر");
        sources.forEach(key -> lines.add("    [" + key + "] "
                + bibliography.entry(key).map(Bibliography.Entry::text).orElse("")));
    }

    private void list(String en, String ar, List<Text> texts) {
        if (!texts.isEmpty()) {
            lines.add("");
            lines.list(en, ar, texts);
        }
    }
}
