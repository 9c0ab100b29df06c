package org.blastema.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.blastema.core.Knowledge;
import org.blastema.core.Text;
import org.blastema.evidence.Fact;

/** The words of what is known of a country. */
final class AccessTerms {
    private AccessTerms() {}

    static Text section(Fact.Section section) {
        return switch (section) {
            case REGULATORS -> new Text("Who decides", "من يقرّر");
            case RULES -> new Text("Rules", "القواعد");
            case PRODUCTS -> new Text("Products and where they stand", "المنتجات ووضعها");
            case CLINICS -> new Text("Clinics, and what they say", "العيادات وما تقوله");
            case PRICES -> new Text("Prices and costs, as published", "الأسعار والتكاليف كما نُشرت");
            case PRICE_LAWS ->
                new Text(
                        "How prices lie by kind of service, in no country in particular",
                        "كيف تتوزّع الأسعار بحسب نوع الخدمة، لا في بلد بعينه");
            case WARNINGS -> new Text("Warnings and cases", "التحذيرات والحوادث");
        };
    }

    static Text status(Fact.Status status) {
        return switch (status) {
            case APPROVED -> new Text("approved", "مرخّص");
            case CONDITIONAL -> new Text("approved with conditions", "مرخّص بشروط");
            case LISTED -> new Text("listed as approved; how was not read", "مذكور على أنه مرخّص؛ ولم نقرأ كيف رُخّص");
            case WITHDRAWN -> new Text("withdrawn", "سُحب");
            case NOT_MARKETED -> new Text("no longer sold", "لم يعد يُباع");
            case NOT_APPROVED -> new Text("NOT approved, as far as is known", "غير مرخّص بحسب المعروف");
        };
    }

    /** Where a product stood, and where it stands since. */
    static Text status(Fact.Licence product) {
        Text first = status(product.status());
        return product.later()
                .map(later -> Finding.of("%s, later %s", "%s ثم %s", first, status(later.status())))
                .orElse(first);
    }

    static Text basis(Fact.Basis basis) {
        return switch (basis) {
            case COUNTED -> new Text("counted", "معدود");
            case CLAIMED -> new Text("said by those who sell, measured by nobody", "قول من يبيعون، ولم يقسه أحد");
            case ASKED -> new Text("asked by centres in a survey", "ما تطلبه المراكز في استطلاع");
            case ADVERTISED -> new Text("on the page of somebody who sells", "من صفحة جهة تبيع");
            case RAISED -> new Text("what people tried to raise from donors", "ما حاول الناس جمعه من المتبرعين");
            case LIST -> new Text("list price of an authorised product", "سعر معلن لمنتج مرخّص");
            case PAID -> new Text("what single patients paid", "ما دفعه مرضى بعينهم");
            case COST -> new Text("what treatment cost in hospital", "كلفة العلاج في المستشفى");
            case MAKING -> new Text("what making the cells costs, no price", "كلفة صنع الخلايا، لا سعرها");
            case FITTED -> new Text("a law set to published prices", "قانون مضبوط على أسعار منشورة");
            case GUESSED -> new Text("a guess, no number was read", "تخمين، فلم يُقرأ أي رقم");
            case STATED -> new Text("said in public, counted by nobody", "قولٌ علني لم يعدّه أحد");
            case MODELLED -> new Text("from a published economic model", "من نموذج اقتصادي منشور");
        };
    }

    static Text knowledge(Knowledge knowledge) {
        return switch (knowledge) {
            case READ -> new Text("read in the source", "قُرئ في المصدر");
            case ABSTRACT -> new Text("read in an abstract or at second hand", "قُرئ في ملخّص أو نقلاً عن غير المصدر");
            case RECALLED -> new Text("unverified: recalled, not looked up", "غير محقَّق: من الذاكرة دون مراجعة");
            case COMPUTED -> new Text("computed from printed numbers", "محسوب من أرقام مطبوعة");
            case ASSUMED -> new Text("assumed", "مفترض");
            case FITTED -> new Text("fitted", "مضبوط");
        };
    }

    /** The number of an amount in words: mean, spread, range and how many were asked. */
    static Text amount(Fact.Amount amount) {
        List<Text> parts = new ArrayList<>();
        Text unit = unit(amount.unit());
        Text median = amount.cv().isPresent() ? new Text("median ", "الوسيط ") : new Text("", "");
        amount.value().ifPresent(value -> parts.add(Finding.of("%s%s%s", "%s%s%s", median, number(value), unit)));
        amount.cv().ifPresent(cv -> parts.add(Finding.of("CV %s", "معامل الاختلاف %s", number(cv))));
        amount.most()
                .ifPresent(most -> parts.add(Finding.of(
                        "95 of 100 from %s to %s%s",
                        "95 من كل 100 من %s إلى %s%s", about(most.low()), about(most.high()), unit)));
        amount.sd().ifPresent(sd -> parts.add(Finding.of("SD %s", "الانحراف المعياري %s", number(sd))));
        if (amount.low().isPresent() && amount.high().isPresent()) {
            parts.add(Finding.of(
                    "%s to %s%s",
                    "من %s إلى %s%s",
                    number(amount.low().getAsDouble()),
                    number(amount.high().getAsDouble()),
                    unit));
        } else {
            amount.low().ifPresent(low -> parts.add(Finding.of("from %s%s", "ابتداءً من %s%s", number(low), unit)));
            amount.high().ifPresent(high -> parts.add(Finding.of("up to %s%s", "حتى %s%s", number(high), unit)));
        }
        amount.n().ifPresent(n -> parts.add(Finding.of("n = %s", "العدد %s", number(n))));
        return Finding.joined(parts);
    }

    /** A number that was computed, to three digits. */
    private static String about(double value) {
        return number(new BigDecimal(value).round(new MathContext(3)).doubleValue());
    }

    static Text unit(String code) {
        return switch (code) {
            case "1" -> new Text("", "");
            case "%" -> new Text(" %", " %");
            case "USD" -> new Text(" USD", " دولار أمريكي");
            case "EUR" -> new Text(" EUR", " يورو");
            case "GBP" -> new Text(" GBP", " جنيه إسترليني");
            default -> new Text(" " + code, " " + code);
        };
    }

    private static String number(double value) {
        int decimals =
                Math.max(0, BigDecimal.valueOf(value).stripTrailingZeros().scale());
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
