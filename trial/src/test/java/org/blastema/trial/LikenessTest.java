package org.blastema.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.blastema.core.InvalidInput;
import org.blastema.core.Problem;
import org.blastema.core.Text;
import org.blastema.model.Library;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LikenessTest {
    private static final String TWICE = """
            product: twin
            like: pill
            title: {en: Another pill, ar: حبة أخرى}
            doses:
              - {input: pill, at: 0 d, with: {strength: 2}, source: made-up, knowledge: assumed}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void copy() throws IOException {
        Path from = Path.of("src/test/resources/library");
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        Path study = folder.resolve("studies/small.yaml");
        Files.writeString(study, Files.readString(study).replace("product: pill}", "product: twin}"));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve("products/" + name + ".yaml"), text);
    }

    private Plan plan() {
        return StudyReader.read(Library.folder(folder), "small", Options.none());
    }

    private Product twin() {
        return plan().study().arms().get(1).product();
    }

    private List<Problem> problems() {
        InvalidInput error = catchThrowableOfType(InvalidInput.class, this::plan);
        assertThat(error).as("nothing was refused").isNotNull();
        return error.problems();
    }

    @Test
    void takesWhatItDoesNotGiveItself() throws IOException {
        write("twin", TWICE);
        Product twin = twin();
        Product pill = Runs.plan("small").study().arms().get(1).product();
        assertThat(twin.name()).isEqualTo("twin");
        assertThat(twin.title()).isEqualTo(new Text("Another pill", "حبة أخرى"));
        assertThat(twin.doses().getFirst().with()).containsExactly(2.0);
        assertThat(pill.doses().getFirst().with()).containsExactly(1.0);
        assertThat(twin.adverseEvents()).extracting(Product.AdverseEvent::term).containsExactly("headache", "certain");
        assertThat(twin.parameters().getFirst().value()).isEqualTo(20);
        assertThat(twin.costs()).isPresent();
    }

    @Test
    void theTitleIsNeverTakenAndAComparatorMayBeMeant() throws IOException {
        write("twin", "product: twin\nlike: nothing\n");
        assertThat(twin().title()).isEqualTo(new Text("twin", "twin"));
    }

    @Test
    void aChainIsFollowedAndTheNearestFileWins() throws IOException {
        write("middle", TWICE.replace("product: twin", "product: middle"));
        write("twin", "product: twin\nlike: middle\nkind: a kind\nadverse-events: []\n");
        Product twin = twin();
        assertThat(twin.doses().getFirst().with()).containsExactly(2.0);
        assertThat(twin.kind()).isEqualTo("a kind");
        assertThat(twin.adverseEvents()).isEmpty();
        assertThat(twin.costs()).isPresent();
    }

    @Test
    void anUnknownProductNamesTheNearest() throws IOException {
        write("twin", TWICE.replace("like: pill", "like: pil"));
        assertThat(problems()).anySatisfy(problem -> {
            assertThat(problem.what()).contains("pil");
            assertThat(problem.nearest()).contains("pill");
            assertThat(problem.position().file()).endsWith("twin.yaml");
            assertThat(problem.position().line()).isEqualTo(2);
        });
    }

    @Test
    void aCircleIsRefused() throws IOException {
        write("twin", TWICE.replace("like: pill", "like: middle"));
        write("middle", TWICE.replace("product: twin", "product: middle").replace("like: pill", "like: twin"));
        assertThat(problems()).anySatisfy(problem -> assertThat(problem.what()).contains("twin > middle > twin"));
        write("twin", TWICE.replace("like: pill", "like: twin"));
        assertThat(problems()).anySatisfy(problem -> assertThat(problem.what()).contains("twin > twin"));
    }

    @Test
    void aListOfProductsIsRefused() throws IOException {
        write("twin", TWICE.replace("like: pill", "like: [pill]"));
        assertThat(problems()).anySatisfy(problem -> assertThat(problem.what()).contains("'like' is no name"));
    }

    @Test
    void aMisspeltKeyIsToldItsNearest() throws IOException {
        write("twin", TWICE.replace("like: pill", "lik: pill"));
        assertThat(problems())
                .anySatisfy(problem -> assertThat(problem.nearest()).contains("like"));
    }
}
