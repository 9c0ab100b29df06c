package org.blastema.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.blastema.core.Bibliography;
import org.blastema.core.Language;
import org.blastema.core.Text;
import org.blastema.evidence.ClaimResult;
import org.blastema.evidence.Effort;
import org.blastema.evidence.SliderFound;
import org.blastema.evidence.WarningSigns;
import org.blastema.formats.Json;
import org.blastema.formats.JsonObject;

/** The book of claims: a page in each language that works without a network, and one that leads to both. */
public final class Book {
    private static final String FONT = "@font-face { font-family: Vazirmatn; font-weight: 100 900; "
            + "unicode-range: U+0600-06FF, U+0750-077F, U+FB50-FDFF, U+FE70-FEFF, U+200C-200F; "
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
            List<String> modified) {

        private boolean coarse() {
            Effort usual = Effort.usual(1);
            return effort.draws() < usual.draws() || effort.persons() < usual.persons();
        }
    }

    private Book(Contents contents, Language language) {
        this.contents = contents;
        this.html = new Html(language);
    }

    /** File name to page. */
    public static Map<String, String> pages(Contents contents) {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("index.html", Page.resource("book-index.html").replace("@STYLE@", Page.resource("book.css")));
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
                + chapter("claims", new Text("What is said, and what is known", "ما يقال، وما هو معروف"), claimList())
                + chapter("signs", contents.signs().title(), signs())
                + chapter("try", new Text("Try it yourself", "جرّب بنفسك"), sliders())
                + chapter("each", new Text("Claim by claim", "قولاً قولاً"), claims())
                + chapter("about", new Text("About this book", "عن هذا الكتاب"), html.points(about()));
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
                contents.coarse() ? Html.el("p class=\"modified\"", html.text(coarse())) : "",
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
                "Advertisements and articles say many things about injections of stem cells. Here each of these sentences stands alone: what studies found, how sure that is, and what came out when we simulated a fair test with invented people.",
                "تقول الإعلانات والمقالات أشياء كثيرة عن حقن الخلايا الجذعية. هنا تقف كل جملة وحدها: ماذا وجدت الدراسات، وما مدى التأكّد منه، وماذا خرج حين حاكينا اختباراً عادلاً بأناس متخيَّلين.");
    }

    private static Text notice() {
        return new Text(
                "This is not medical advice and foretells nothing for any one person. Do not stop or put off a treatment because of it; ask a doctor who sells none of this.",
                "هذا ليس نصيحة طبية، ولا يتنبّأ بشيء لشخص بعينه. لا توقف علاجاً ولا تؤجّله بسببه، واسأل طبيباً لا يبيع شيئاً من هذا.");
    }

    private String navigation() {
        return Html.el(
                "nav",
                to("claims", "All claims", "كل الأقوال"),
                to("signs", "Warning signs", "علامات التحذير"),
                to("try", "Try it yourself", "جرّب بنفسك"),
                to("about", "About this book", "عن الكتاب"));
    }

    private String to(String id, String en, String ar) {
        return "<a href=\"#" + id + "\">" + html.say(en, ar) + "</a>";
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
                "aside class=\"urgent\"",
                Html.el("h4", Html.escape(words.text("urgent"))),
                Html.el(
                        "ul",
                        words.texts("urgentSigns").stream()
                                .map(sign -> Html.el("li", Html.escape(sign)))
                                .toArray(String[]::new)));
    }

    private String claimList() {
        return Html.el(
                "ol class=\"claims\"",
                contents.claims().stream()
                        .map(each -> new BookClaim(each, html, contents.bibliography()).line())
                        .toArray(String[]::new));
    }

    private String claims() {
        String urgent = urgent();
        return String.join(
                "",
                contents.claims().stream()
                        .map(each -> new BookClaim(each, html, contents.bibliography()).section(urgent))
                        .toList());
    }

    private String signs() {
        WarningSigns signs = contents.signs();
        return Html.el(
                        "ol class=\"signs\"",
                        signs.signs().stream()
                                .map(sign -> Html.el(
                                        "li",
                                        html.text(sign.what()),
                                        sign.backing().unverified() ? html.say(" (unverified)", " (غير محقَّق)") : ""))
                                .toArray(String[]::new))
                + html.points(signs.about());
    }

    private String sliders() {
        return String.join(
                "",
                contents.sliders().stream()
                        .map(each -> new BookSlider(each, html).section())
                        .toList());
    }

    private List<Text> about() {
        return Arrays.asList(
                new Text(
                        "“What is published bears it out” and the like tell what studies and authorities say, as we read them. “Our computation” is a simulation: it shows whether the claim follows from what has been measured. It can prove nothing, and passing a simulated test makes no treatment effective.",
                        "عبارات مثل «ما نُشر يؤيّده» تقول ما في الدراسات وما تقوله الجهات الرقابية كما قرأناه. أما «حسابنا» فمحاكاة: تُظهر هل ينتج القول ممّا قيس فعلاً. وهي لا تُثبت شيئاً، واجتياز اختبار محاكى لا يجعل علاجاً نافعاً."),
                new Text(
                        "“No good study in people bears it out” does not mean that it is false. It means that nobody has shown it.",
                        "«لا تؤيّده دراسة جيّدة في الناس» لا تعني أنه خطأ، بل تعني أنّ أحداً لم يُثبته."),
                new Text(
                        "In the details a test of a sentence HOLDS, holds PARTLY, FAILS, is UNTESTABLE, or is DECIDED BY ASSUMPTION. That is said of the sentence, never of a patient or of a treatment.",
                        "في التفاصيل يُقال عن اختبار الجملة: يصحّ، أو يصحّ جزئياً، أو لا يصحّ، أو لا يمكن اختباره، أو محسوم بالافتراض. وهذا حكم على الجملة، لا على مريض ولا على علاج."),
                new Text(
                        "How sure something is, is our own summary of what was read, not a formal assessment.",
                        "درجة التأكّد خلاصتنا نحن لما قُرئ، وليست تقييماً رسمياً."),
                Finding.of(
                        "The computation took %d draws of what is not known, with %d invented people in each, more where a test needs more.",
                        "استُعمل في الحساب %d سحبة لما هو مجهول، في كل منها %d شخصاً متخيَّلاً، وأكثر حيث يحتاج الاختبار إلى أكثر.",
                        contents.effort().draws(),
                        contents.effort().persons()),
                new Text(
                        "This page needs no network, loads nothing and sends nothing. It may be passed on as a file.",
                        "لا تحتاج هذه الصفحة إلى شبكة، ولا تحمّل شيئاً ولا ترسل شيئاً. ويمكن إرسالها ملفاً."));
    }
}
