package org.blastema.report;

import java.util.Locale;
import org.blastema.core.Text;
import org.blastema.evidence.Claim;
import org.blastema.evidence.ClaimResult;
import org.blastema.evidence.Verdict;
import org.blastema.model.Model;
import org.blastema.statistics.Interval;

/** By how much two treatments differ, in a sentence for a reader without science. */
final class BookDifference {
    private static final Text NONE = new Text("", "");
    private static final double HUNDREDTH = 100;
    private static final double DAYS = 365;

    private BookDifference() {}

    static Text of(ClaimResult.Compared each) {
        return each.experiment()
                .says()
                .map(says -> said(says, each.found().difference(), each.found().interval(), least(each)))
                .orElseGet(() -> between(each));
    }

    private static Text between(ClaimResult.Compared each) {
        Claim.Question asked = each.experiment().question();
        boolean years = each.unit().equals("a");
        String unit = years ? "d" : each.unit();
        double scale = years ? DAYS : 1;
        Interval over = each.found().interval();
        double least = scale * least(each);
        return Finding.of(
                "“%s” against “%s”: on average %s%s%s. The test asks for at least %s in favour of the first%s.",
                "«%s» مقابل «%s»: في المتوسط %s%s%s. ويشترط الاختبار ما لا يقلّ عن %s لصالح الأول%s.",
                ClaimTerms.title(each.titles(), asked.arm()),
                ClaimTerms.title(each.titles(), asked.versus()),
                by(scale * each.found().difference(), least, unit),
                favour(each),
                range(new Interval(scale * over.low(), scale * over.high()), least, unit),
                Amounts.limit(years ? Math.rint(least) : least, unit),
                each.verdict() == Verdict.PARTLY
                        ? new Text(", and only a part of that range reaches it", "، ولا يبلغ ذلك إلا جزء من هذا المجال")
                        : NONE);
    }

    private static double least(ClaimResult.Compared each) {
        return each.experiment().mid().limit().value();
    }

    /** The sentence of the claim with its number, where one arm against nothing would be no sentence. */
    static Text said(Text says, double difference, Interval over, double least) {
        if (difference > 0 && difference < 1) {
            return said(finer(says), HUNDREDTH * difference, over, HUNDREDTH * least, HUNDREDTH);
        }
        return said(says, difference, over, least, 1);
    }

    /** Fewer than one of a hundred is told of ten thousand. */
    private static Text finer(Text says) {
        return new Text(
                says.en().replace("{value} of 100 ", "{value} of 10,000 "),
                says.ar().replace("{value} من كل 100 ", "{value} من كل 10,000 "));
    }

    /** None is not about none. */
    private static Text exact(Text says) {
        return new Text(
                says.en().replaceFirst("(?i)about \\{value}", "{value}"),
                says.ar().replace("نحو {value}", "{value}"));
    }

    private static Text said(Text says, double difference, Interval over, double least, double scale) {
        String value = Amounts.rounded(difference);
        Text bare = difference == 0 ? exact(says) : says;
        String low = Amounts.rounded(scale * over.low());
        String high = Amounts.rounded(scale * over.high());
        return Finding.of(
                low.equals(high)
                        ? "%s. The test asks for at least %s."
                        : "%s (in our calculation %3$s to %4$s). The test asks for at least %2$s.",
                low.equals(high)
                        ? "%s. ويشترط الاختبار %s على الأقل."
                        : "%s (وهو في حسابنا بين %3$s و%4$s). ويشترط الاختبار %2$s على الأقل.",
                new Text(bare.en().replace("{value}", value), bare.ar().replace("{value}", value)),
                String.format(Locale.ROOT, "%,.0f", least),
                low,
                high);
    }

    /** How far what is not known lets it lie; nothing where both ends are no difference to speak of. */
    static Text range(Interval over, double least, String unit) {
        double low = Math.abs(over.low()) < least / HUNDREDTH ? 0 : over.low();
        double high = Math.abs(over.high()) < least / HUNDREDTH ? 0 : over.high();
        if (low == 0 && high == 0) {
            return NONE;
        }
        if (low < 0 && high > 0) {
            return Finding.of(
                    "; that average could be anything from %s to %s",
                    "؛ وقد يكون المتوسط أي شيء من %s إلى %s", by(low, least, unit), by(high, least, unit));
        }
        boolean less = low < 0;
        if (low == 0 || high == 0) {
            return Finding.of(
                    less
                            ? "; that average could be anything from no difference to %s less"
                            : "; that average could be anything from no difference to %s more",
                    less
                            ? "؛ وقد يكون المتوسط أي شيء من لا فرق إلى أقل بـ %s"
                            : "؛ وقد يكون المتوسط أي شيء من لا فرق إلى أكثر بـ %s",
                    Amounts.plain(Math.max(Math.abs(low), Math.abs(high)), unit));
        }
        return Finding.of(
                less ? "; that average could be %s to %s less" : "; that average could be %s to %s more",
                less ? "؛ وقد يكون المتوسط أقل بـ %s إلى %s" : "؛ وقد يكون المتوسط أكثر بـ %s إلى %s",
                Amounts.rounded(Math.min(Math.abs(low), Math.abs(high))),
                Amounts.plain(Math.max(Math.abs(low), Math.abs(high)), unit));
    }

    /** Whose side the mean difference is on; nothing where there is none to speak of. */
    private static Text favour(ClaimResult.Compared each) {
        double difference = each.found().difference();
        if (Math.abs(difference) < least(each) / HUNDREDTH) {
            return NONE;
        }
        return difference > 0 == (each.better() != Model.Better.LOW)
                ? new Text(", in favour of the first", "، لصالح الأول")
                : new Text(", in favour of the second", "، لصالح الثاني");
    }

    /** A difference without a sign, to two digits; none to speak of below a hundredth of the least that matters. */
    private static Text by(double difference, double least, String unit) {
        if (Math.abs(difference) < least / HUNDREDTH) {
            return new Text("no difference to speak of", "لا فرق يُذكر");
        }
        return Finding.of(
                difference < 0 ? "%s less" : "%s more",
                difference < 0 ? "أقل بـ %s" : "أكثر بـ %s",
                Amounts.plain(Math.abs(difference), unit));
    }
}
