package org.blastema.report;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.blastema.core.Decimal;
import org.blastema.core.Fields;
import org.blastema.core.Language;
import org.blastema.core.Text;
import org.blastema.evidence.Advertisement;
import org.blastema.evidence.Advertisement.Found;
import org.blastema.evidence.Advertisement.Quoted;
import org.blastema.evidence.ConfirmedAdvertisement;
import org.blastema.evidence.Phrases;

/** The file in which a person confirms what an advertisement says. */
public final class AdvertisementTemplate {
    private final Language language;
    private final StringBuilder yaml = new StringBuilder();

    private AdvertisementTemplate(Language language) {
        this.language = language;
    }

    /**
     * The file, as YAML.
     *
     * @param claim the words of a claim by its name
     */
    public static String of(Advertisement found, Function<String, Text> claim) {
        AdvertisementTemplate template = new AdvertisementTemplate(found.language());
        template.write(found, claim);
        return template.yaml.toString();
    }

    private void write(Advertisement found, Function<String, Text> claim) {
        head();
        line(ConfirmedAdvertisement.KEY + ": " + language.name().toLowerCase(Locale.ROOT));
        if (!found.candidates().isEmpty()) {
            line("candidates:");
            found.candidates().forEach(each -> candidate(each, claim));
        }
        if (!found.prices().isEmpty()) {
            line("prices:");
            found.prices().forEach(this::price);
        }
        if (!found.places().isEmpty()) {
            line("places:");
            found.places().forEach(each -> {
                quoted("  - ", each.quoted());
                line("    country: " + each.country().name());
                confirm();
            });
        }
        if (!found.open().isEmpty()) {
            line("not-answered:");
            found.open().forEach(each -> {
                quoted("  - ", each.quoted());
                line("    because: " + text(each.because().in(language)));
            });
        }
        List<String> unread = found.unread().stream().map(String::valueOf).toList();
        if (!unread.isEmpty()) {
            line("not-recognised: [" + String.join(", ", unread) + "]");
        }
    }

    private void head() {
        List<Text> words = List.of(
                new Text(
                        "What this advertisement may say, found by a table of phrases. A table errs: read each one.",
                        "ما قد يقوله هذا الإعلان، كما وُجد بجدول عبارات. والجدول يخطئ: اقرأ كل واحد منها."),
                new Text(
                        "After 'confirmed:' write yes where the advertisement says it, no where it does not.",
                        "اكتب بعد confirmed: ‏yes إن كان الإعلان يقول ذلك، وno إن كان لا يقوله."),
                new Text(
                        "Then run: ./blastema article THIS-FILE. Lines under not-recognised hold nothing that is known here.",
                        "ثم نفّذ: ./blastema article THIS-FILE. والأسطر تحت not-recognised ليس فيها شيء معروف هنا."));
        words.forEach(each -> line("# " + each.in(language)));
    }

    private void candidate(Advertisement.Candidate each, Function<String, Text> claim) {
        line("  - claim: " + each.claim());
        line("    says: " + text(claim.apply(each.claim()).in(language)));
        for (Phrases.Kind kind : Phrases.Kind.values()) {
            Found part = each.parts().get(kind);
            if (part != null) {
                line("    " + Fields.word(kind) + ": {line: " + part.quoted().line() + ", quoted: "
                        + text(part.quoted().text()) + ", means: "
                        + text(part.word().title().in(language)) + "}");
            } else if (kind == Phrases.Kind.COMPARATOR) {
                line("    comparator: " + text(new Text("none is named", "لم يُذكر أي مقارَن به").in(language)));
            }
        }
        confirm();
    }

    private void price(Advertisement.Price each) {
        quoted("  - ", each.quoted());
        line("    low: " + Decimal.plain(each.low()));
        line("    high: " + Decimal.plain(each.high()));
        line("    currency: " + each.currency());
        confirm();
    }

    private void quoted(String start, Quoted quoted) {
        line(start + "line: " + quoted.line());
        line("    quoted: " + text(quoted.text()));
    }

    private void confirm() {
        line("    confirmed:");
    }

    private void line(String line) {
        yaml.append(line).append('\n');
    }

    /** Quoted as YAML wants it. */
    private static String text(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", " ") + "\"";
    }
}
