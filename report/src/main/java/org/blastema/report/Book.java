package org.blastema.report;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.blastema.core.Bibliography;
import org.blastema.core.Fields;
import org.blastema.core.Language;
import org.blastema.core.Text;
import org.blastema.evidence.Claim;
import org.blastema.evidence.ClaimResult;
import org.blastema.evidence.Effort;
import org.blastema.evidence.SliderFound;
import org.blastema.evidence.WarningSigns;
import org.blastema.formats.Json;
import org.blastema.formats.JsonObject;

/** The book of claims: a page in each language that works without a network, and one that leads to both. */
public final class Book {
    private static final String FONT = "@font-face { font-family: Vazirmatn; font-weight: 100 900; "
            + "unicode-range: U+0600-06FF, U+200C-200F; "
            + "src: url(data:font/woff2;base64,@DATA@) format(\"woff2\"); }";

    private final Contents contents;
    private final Html html;

    /**
     * What the book tells.
     *
     * @param claims in their order
     * @param sliders in their order
     * @param signs of an unproven offer
     * @param bibliography of the library
     * @param effort of the claims
     * @param modified files in place of the library's
     */
    public record Contents(
            List<ClaimResult> claims,
            List<SliderFound> sliders,
            WarningSigns signs,
            Bibliography bibliography,
            Effort effort,
            List<String> modified) {}

    private Book(Contents contents, Language language) {
        this.contents = contents;
        this.html = new Html(language);
    }

    /** File name to page. */
    public static Map<String, String> pages(Contents contents) {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("index.html", Page.resource("book-index.html"));
        for (Language language : Language.values()) {
            pages.put(file(language), new Book(contents, language).page());
        }
        return pages;
    }

    private static String file(Language language) {
        return code(language) + ".html";
    }

    private static String code(Language language) {
        return language.name().toLowerCase(Locale.ROOT);
    }

    private String page() {
        boolean arabic = html.language() == Language.AR;
        return Page.resource("book.html")
                .replace("@LANG@", code(html.language()))
                .replace("@DIR@", arabic ? "rtl" : "ltr")
                .replace("@FONT@", arabic ? FONT.replace("@DATA@", Page.arabicFont()) : "")
                .replace("@STYLE@", Page.resource("book.css"))
                .replace("@SCRIPT@", Page.resource("book.js"))
                .replace("@TITLE@", title())
                .replace("@BODY@", body());
    }

    private String title() {
        String title = html.say(
                "The book of claims: what is said of stem-cell injections, and what is known",
                "كتاب الأقوال: ما يقال عن حقن الخلايا الجذعية، وما هو معروف");
        return contents.modified().isEmpty() ? title : "MODIFIED: " + title;
    }

    private String body() {
        return Dots.PATTERNS
                + head()
                + urgent()
                + Html.el("p", html.text(notInjected()))
                + chapter("claims", new Text("What is said, and what is known", "ما يقال، وما هو معروف"), claimList())
                + chapter("ask", BookQuestions.TITLE, html.points(BookQuestions.ALL))
                + chapter("signs", contents.signs().title(), signs())
                + chapter("try", new Text("Try it yourself", "جرّب بنفسك"), sliders())
                + chapter("each", new Text("Claim by claim", "قولاً قولاً"), verdicts() + claims())
                + chapter(
                        "about",
                        new Text("About this book", "عن هذا الكتاب"),
                        new BookAbout(html, contents.effort()).inner());
    }

    private String head() {
        Language other = html.language() == Language.AR ? Language.EN : Language.AR;
        return Html.el(
                "header",
                Html.el(
                        "p class=\"masthead\"",
                        "<span>Blastema</span><a lang=\"" + code(other) + "\" href=\"" + file(other) + "\">"
                                + (other == Language.AR ? "العربية" : "English") + "</a>"),
                Html.el("h1", title()),
                contents.modified().isEmpty() ? "" : Html.el("p class=\"modified\"", html.text(modified())),
                contents.effort().coarse() ? Html.el("p class=\"modified\"", html.text(coarse())) : "",
                Html.el("p", html.text(intro())),
                Html.el("p class=\"notice\"", html.text(notice())),
                navigation());
    }

    private Text modified() {
        return Finding.of(
                "MODIFIED: files stand in place of the library's (%s), so this copy gives no verdict of its computation.",
                "معدَّل: حلّت ملفات محلّ ملفات المكتبة (%s)، فلا تعطي هذه النسخة حكماً من حسابها.",
                String.join(", ", contents.modified()));
    }

    private static Text coarse() {
        return new Text(
                "A trial copy: it was made with less computing than the book needs, so its numbers are rough.",
                "نسخة تجريبية: صُنعت بحساب أقل ممّا يحتاج إليه الكتاب، فأرقامها تقريبية.");
    }

    private static Text intro() {
        return new Text(
                "Advertisements and articles say many things about injections of stem cells. Here each of these claims stands alone: what studies found, how sure that is, and what came out when we simulated a fair test in a computer, with invented people.",
                "تقول الإعلانات والمقالات أشياء كثيرة عن حقن الخلايا الجذعية. هنا يُفحص كل قول وحده: ماذا وجدت الدراسات، وما مدى التأكّد منه، وماذا خرج حين حاكينا في الحاسوب اختباراً عادلاً بأناس متخيَّلين.");
    }

    private static Text notice() {
        return new Text(
                "This is not medical advice and foretells nothing for any one person. Do not stop or put off a treatment because of it; ask a doctor who sells none of this: your family doctor, say, or one for joints, skin or blood who earns nothing by it.",
                "هذا ليس نصيحة طبية، ولا يتنبّأ بشيء لشخص بعينه. لا توقف علاجاً ولا تؤجّله بسببه، واسأل طبيباً لا يبيع شيئاً من هذا: طبيب الأسرة مثلاً، أو طبيب مفاصل أو جلد أو دم لا يكسب منه شيئاً.");
    }

    private String navigation() {
        return Html.el(
                "nav",
                to("claims", "All claims", "كل الأقوال"),
                contents.claims().stream()
                        .map(ClaimResult::claim)
                        .flatMap(claim -> claim.ordinaryCare().stream()
                                .map(care -> to(
                                        BookClaim.careOf(claim),
                                        care.title().en(),
                                        care.title().ar())))
                        .collect(Collectors.joining()),
                to("ask", "What to ask", "ماذا تسأل"),
                to("signs", "Warning signs", "علامات التحذير"),
                to("try", "Try it yourself", "جرّب بنفسك"),
                to("about", "About this book", "عن الكتاب"));
    }

    private String to(String id, String en, String ar) {
        return to(id, new Text(en, ar));
    }

    private String to(String id, Text words) {
        return "<a href=\"#" + id + "\">" + html.text(words) + "</a>";
    }

    private static String chapter(String id, String title, String inner) {
        return Html.el("section class=\"chapter\" id=\"" + id + "\"", Html.el("h2", title), inner);
    }

    private String chapter(String id, Text title, String inner) {
        return chapter(id, html.text(title), inner);
    }

    /** What after any injection needs help at once, in the words of the report of a run. */
    private String urgent() {
        JsonObject words = Json.read(Page.resource("words.json")).object(code(html.language()));
        return Html.el(
                "aside class=\"urgent\" id=\"urgent\"",
                Html.el("h4", Html.escape(words.text("urgent"))),
                Html.el(
                        "ul",
                        words.texts("urgentSigns").stream()
                                .map(sign -> Html.el("li", Html.escape(sign)))
                                .toArray(String[]::new)));
    }

    private static Text notInjected() {
        return new Text(
                "These signs can come within hours or days, an infection also weeks later. The list is not complete: go with anything else that is bad or gets worse quickly. Who has a severe or sudden sign without any injection goes there too; other signs were not looked up for this book: ask a doctor about them.",
                "قد تظهر هذه العلامات خلال ساعات أو أيام، والعدوى بعد أسابيع أيضاً. والقائمة غير كاملة: فاذهب أيضاً لأي عَرَض شديد آخر أو عَرَض يسوء بسرعة. ومن لم يُحقن وظهر عنده عَرَض شديد أو مفاجئ فليذهب إليها أيضاً؛ وما عدا ذلك لم نبحث عنه لهذا الكتاب: اسأل عنه الطبيب.");
    }

    private String verdicts() {
        return Html.el(
                "p class=\"facts\"",
                "<a href=\"#verdicts\">",
                html.say("What the words of verdicts among the figures mean", "معاني كلمات الحكم بين الأرقام"),
                "</a>");
    }

    /** The claims by what they are about, so that a reader finds his own case. */
    private String claimList() {
        StringBuilder all = new StringBuilder(Html.el("p", html.text(twoMarks())));
        Map<Claim.Subject, List<ClaimResult>> subjects = contents.claims().stream()
                .collect(Collectors.groupingBy(
                        each -> each.claim().subject(), () -> new EnumMap<>(Claim.Subject.class), Collectors.toList()));
        all.append(Html.el(
                "nav",
                subjects.keySet().stream()
                        .map(each -> to(id(each), BookTerms.subject(each)))
                        .toArray(String[]::new)));
        subjects.forEach((subject, claims) -> all.append(Html.el(
                        "h3 class=\"subject\" id=\"" + id(subject) + "\"", html.text(BookTerms.subject(subject))))
                .append(Html.el(
                        "ol class=\"claims\"",
                        claims.stream()
                                .map(each -> new BookClaim(each, html, contents.bibliography()).line())
                                .toArray(String[]::new))));
        return all.toString();
    }

    private static String id(Claim.Subject subject) {
        return "about-" + Fields.word(subject);
    }

    private static Text twoMarks() {
        return new Text(
                "Below each claim stands our answer, and how far published research supports it. Touch a claim to see more, with what came out when we simulated it.",
                "تحت كل قول جوابنا، ومدى تأييد البحث المنشور له. المس القول لترى المزيد، ومنه ما خرج حين حاكيناه.");
    }

    private String claims() {
        return contents.claims().stream()
                        .map(each -> new BookClaim(each, html, contents.bibliography()).section())
                        .collect(Collectors.joining())
                + Html.el("p class=\"back\"", to("claims", "Back to all claims", "عودة إلى كل الأقوال"));
    }

    private String signs() {
        WarningSigns signs = contents.signs();
        return Html.el(
                        "ol class=\"signs\"",
                        signs.signs().stream()
                                .map(sign -> Html.el("li", html.text(sign.what())))
                                .toArray(String[]::new))
                + String.join(
                        "",
                        signs.about().stream()
                                .map(about -> Html.el("p", html.text(about)))
                                .toArray(String[]::new));
    }

    private static Text stops() {
        return new Text(
                "Each place of a handle was simulated with invented people.",
                "حسبنا كل موضع من مواضع المقابض بأناس متخيَّلين.");
    }

    private String sliders() {
        return Html.el("p", html.text(stops()))
                + String.join(
                        "",
                        contents.sliders().stream()
                                .map(each -> new BookSlider(each, contents.sliders(), html).section())
                                .toList());
    }
}
