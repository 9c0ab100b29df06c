package org.blastema.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.blastema.core.Knowledge;
import org.blastema.core.Text;
import org.blastema.trial.Product;
import org.blastema.trial.Study;

/** What the treatments of a study are paid with, as far as a price with a source was read; what was not read is said. */
final class PriceFindings {
    private final Subject run;

    PriceFindings(Subject run) {
        this.run = run;
    }

    /** Absent where {@link EconomicFindings} tell prices, where prices are what is asked, and where nobody is treated. */
    Optional<Text> line() {
        if (run.study().economics().isPresent() || asksForPrices() || !run.treatsPeople()) {
            return Optional.empty();
        }
        Map<Text, List<Text>> priced = priced();
        if (priced.isEmpty()) {
            return Optional.of(new Text(
                    "What these treatments cost: nothing is known here, so nothing is given.",
                    "كلفة هذه العلاجات: لا يُعرف عنها شيء هنا، فلا يُعطى شيء."));
        }
        List<Text> each = new ArrayList<>();
        priced.forEach((price, arms) ->
                each.add(Finding.of("%s %s", "%s %s", arms.size() > 2 ? several(arms) : Finding.joined(arms), price)));
        return Optional.of(Finding.of(
                "What is known here of the cost for one person: %s.%s",
                "ما يُعرف هنا من الكلفة للشخص الواحد: %s.%s", Finding.joined(each), unread()));
    }

    private Text unread() {
        long without = run.study().arms().stream()
                .filter(arm -> arm.product().costs().isEmpty())
                .count();
        return without == 0
                ? new Text("", "")
                : Finding.of(
                        " Nothing is known for %d of the %d arms.",
                        " ولا يُعرف شيء لـ%d من المجموعات الـ%d.",
                        without,
                        run.study().arms().size());
    }

    /** Arms by their price, in the order of the study. */
    private Map<Text, List<Text>> priced() {
        Map<Text, List<Text>> priced = new LinkedHashMap<>();
        for (Study.Arm arm : run.study().arms()) {
            arm.product()
                    .costs()
                    .ifPresent(costs -> priced.computeIfAbsent(price(costs), none -> new ArrayList<>())
                            .add(run.title(arm.name())));
        }
        return priced;
    }

    private static Text several(List<Text> arms) {
        return Finding.of("%s and %d other arms", "%s و%d من المجموعات الأخرى", arms.getFirst(), arms.size() - 1);
    }

    /** The sum with its year, what it is paid for, and whether nobody read it. */
    private static Text price(Product.Costs costs) {
        List<Text> labels =
                costs.items().stream().map(Product.Costs.Item::label).toList();
        double sum =
                costs.items().stream().mapToDouble(item -> item.price().value()).sum();
        boolean recalled = costs.items().stream()
                .anyMatch(item -> item.price()
                        .knowledge()
                        .filter(Knowledge.RECALLED::equals)
                        .isPresent());
        return Finding.of(
                "%,.0f %s (%d, %s%s)",
                "\u200e%,.0f %s\u200e (%d، %s%s)",
                sum,
                costs.currency(),
                costs.year(),
                Finding.joined(labels),
                recalled ? new Text(", recalled", "، من الذاكرة") : new Text("", ""));
    }

    private boolean asksForPrices() {
        return run.study().endpoints().stream()
                .anyMatch(each -> run.readout(each.readout()).unit().code().matches("\\{[A-Z]{3}}"));
    }
}
