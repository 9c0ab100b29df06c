package org.blastema.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.blastema.core.Parameter;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Strictness;
import org.blastema.model.Library;
import org.blastema.model.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the products and comparators of the library ask of the model of harms, against what is in their syringes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LibraryRisksTest {
    private final Library library = Library.folder(Path.of("../library"));
    private final Problems problems = new Problems();
    private final References references = new References(new CompiledModels(library), problems);

    private Stream<Product> products() {
        return Stream.of("product", "comparator")
                .flatMap(kind -> library.names(kind + "s").stream()
                        .flatMap(name ->
                                references.document(new Position(name, 1, 1), kind, name, Likeness.KINDS).stream()))
                .map(tree -> new ProductReader(references, problems, Strictness.LIBRARY).read(tree));
    }

    private List<Product> risky() {
        List<Product> all = products()
                .filter(each ->
                        each.risk().isPresent() && each.risk().get().model().equals("injection-risk"))
                .toList();
        problems.throwIfFailed();
        assertThat(all).hasSizeGreaterThan(40);
        return all;
    }

    /** How many cells a dose holds at most; models without such a field know of none. */
    private double cells(Product product) {
        Model model = references
                .model(new Position(product.name(), 1, 1), product.model())
                .orElseThrow();
        return product.doses().stream()
                .mapToDouble(dose -> {
                    Model.Input input = model.inputs().get(model.input(dose.input()));
                    int place = input.fields().stream()
                            .map(Model.Field::name)
                            .toList()
                            .indexOf("cells");
                    return place < 0 ? 0 : dose.with().get(place);
                })
                .max()
                .orElse(0);
    }

    /** The model of an infusion makes the antibodies itself, so that its cells are nobody's there, or they would be drawn twice. */
    @ParameterizedTest
    @MethodSource("risky")
    void onlyASyringeWithCellsHasTheirHarms(Product product) {
        Product.Risk risk = product.risk().orElseThrow();
        boolean none = risk.parameters().stream().anyMatch(each -> each.name().equals("cells") && each.value() == 0);
        if (cells(product) > 0) {
            assertThat(none).as("its cells").isFalse();
            assertThat(risk.settings().get("donor"))
                    .isIn(product.model().equals("msc-infusion") ? List.of("nobody") : List.of("own", "other"));
            assertThat(risk.settings().get("source")).isNotNull();
        } else if (!product.model().equals("pain-report")) {
            assertThat(none).as("no cells").isTrue();
            assertThat(risk.settings()).containsEntry("donor", "nobody").doesNotContainKey("source");
        }
    }

    /** A list of local harms stands in the place of the modelled ones, or an ache would count twice. */
    @ParameterizedTest
    @MethodSource("risky")
    void noAcheCountsTwice(Product product) {
        boolean listed = !product.adverseEvents().isEmpty();
        assertThat(product.risk().orElseThrow().settings().getOrDefault("local-harms", "modelled"))
                .isEqualTo(listed ? "listed" : "modelled");
    }

    /**
     * In trials of knees cells bring an ache 1.58 times as often as what stands against them (odds of 0.245 with cells), which is put in as
     * a logarithm of the odds ratio.
     */
    @ParameterizedTest
    @ValueSource(strings = {"saline", "corticosteroid"})
    void inKneesTheRelativeRiskIsThatOfTrialsInKnees(String comparator) {
        double ratio = risky().stream()
                .filter(each -> each.name().equals(comparator))
                .flatMap(each -> each.risk().orElseThrow().parameters().stream())
                .filter(each -> each.name().equals("site_or"))
                .mapToDouble(Parameter::value)
                .findFirst()
                .orElseThrow();
        double odds = 0.245 / (1 - 0.245) / Math.exp(ratio);
        assertThat(0.245 / (odds / (1 + odds))).isCloseTo(1.58, within(0.005));
    }

    /** An injection of the knee, the skin or a muscle without this model would look safer than it is. */
    @Test
    void whatIsInjectedHasTheModelOfHarms() {
        List<String> without = products()
                .filter(each -> List.of("knee", "skin", "muscle", "knee-life").contains(each.model()))
                .filter(each ->
                        each.doses().stream().anyMatch(dose -> dose.input().equals("injection")) || cells(each) > 0)
                .filter(each -> each.risk().isEmpty())
                .map(Product::name)
                .toList();
        assertThat(without).isEmpty();
    }
}
