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
                line("  - because: " + text(each.because().in(language)));
                statements(each.quoted());
            });
        }
        if (!found.unread().isEmpty()) {
            line("not-recognised:");
            found.unread().forEach(each -> line("  - " + flow(each) + "}"));
        }
    }

    private void head() {
        List<Text> words = List.of(
                new Text(
                        "What this advertisement may say, found by a table of phrases. A table errs: read each one.",
                        "ما قد يقوله هذا الإعلان، كما وُجد بجدول عبارات. والجدول يخطئ: اقرأ كل واحد منها."),
                new Text(
                        "Save this as a file, and after each 'confirmed:' write yes where the advertisement says what stands under 'says', no where it does not.",
                        "احفظ هذا في ملف، واكتب بعد كل ‎confirmed:‎ الكلمة yes إن كان الإعلان يقول ما كُتب بعد ‎says:‎، وno إن كان لا يقوله."),
                new Text(
                        "A price and a place are confirmed where the text was read rightly; no claim is judged by them.",
                        "أكِّد السعر والمكان إن قُرئا قراءة صحيحة؛ ولا يُحكم بهما على أي قول."),
                new Text(
                        "Then run ./blastema article with that file. Nothing can be said here of what stands under not-answered and not-recognised.",
                        "ثم نفّذ ‎./blastema article‎ مع اسم ذلك الملف. وما كُتب تحت ‎not-answered‎ و‎not-recognised‎ لا يمكن أن يُقال هنا شيء عنه."));
        words.forEach(each -> line("# " + each.in(language)));
    }

    private void candidate(Advertisement.Candidate each, Function<String, Text> claim) {
        line("  - claim: " + each.claim());
        line("    says: " + text(claim.apply(each.claim()).in(language)));
        statements(each.statements());
        for (Phrases.Kind kind : Phrases.Kind.values()) {
            Found part = each.parts().get(kind);
            if (part != null) {
                line("    " + Fields.word(kind) + ": " + flow(part.quoted()) + ", means: "
                        + text(part.word().title().in(language)) + "}");
            } else if (kind == Phrases.Kind.COMPARATOR && each.parts().containsKey(Phrases.Kind.OUTCOME)) {
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

    private void statements(List<Quoted> statements) {
        line("    stands-in:");
        statements.forEach(each -> line("      - " + flow(each) + "}"));
    }

    /** Open, for a key that may follow. */
    private static String flow(Quoted quoted) {
        return "{line: " + quoted.line() + ", quoted: " + text(quoted.text());
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
