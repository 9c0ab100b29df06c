package org.blastema.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.blastema.core.Parameter;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Strictness;
import org.blastema.model.Library;
import org.blastema.model.Model;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A product that says whose cells it holds says the same to the law of their fate. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DonorCellsTest {
    private final Problems problems = new Problems();
    private final Library library = Library.folder(Path.of("../library"));
    private final References references = new References(new CompiledModels(library), problems);

    /** Those whose model asks whether cells are of another person. */
    private List<Product> products() {
        List<Product> all = Stream.of("product", "comparator")
                .flatMap(kind -> library.names(kind + "s").stream()
                        .flatMap(name ->
                                references.document(new Position(name, 1, 1), kind, name, Likeness.KINDS).stream()))
                .map(tree -> new ProductReader(references, problems, Strictness.LIBRARY).read(tree))
                .filter(each -> names(each, "foreign").findAny().isPresent())
                .toList();
        problems.throwIfFailed();
        assertThat(all).extracting(Product::model).contains("knee", "muscle", "skin", "cell-fate");
        return all;
    }

    @ParameterizedTest
    @MethodSource("products")
    void cellsOfADonorAreForeignAndTheirAntibodiesCountFromTheFirstDose(Product product) {
        boolean empty = names(product, "filled").anyMatch(name -> value(product, name) == 0);
        boolean donor = product.donors().isPresent() && !empty;
        assertThat(names(product, "foreign").mapToDouble(name -> value(product, name)))
                .as(product.name())
                .containsOnly(donor ? 1.0 : 0.0);
        if (donor) {
            double first = product.doses().getFirst().day();
            assertThat(names(product, "first_day").mapToDouble(name -> value(product, name)))
                    .as(product.name())
                    .containsOnly(first);
        }
    }

    private double value(Product product, String name) {
        return product.parameters().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseGet(() -> model(product).parameters().get(model(product).parameter(name)))
                .value();
    }

    private Stream<String> names(Product product, String ending) {
        return model(product).parameters().stream()
                .map(Parameter::name)
                .filter(name -> name.equals(ending) || name.endsWith("." + ending));
    }

    private Model model(Product product) {
        return references
                .model(new Position(product.name(), 1, 1), product.model())
                .orElseThrow();
    }
}
