package org.blastema.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.blastema.core.InvalidInput;
import org.blastema.model.Library;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a product and a study must not say of a model of harms. */
final class RiskRefusalsTest {
    private static final String PRODUCT = "products/risky-pill.yaml";

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
    }

    private void change(String file, String right, String wrong) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(right);
        Files.writeString(folder.resolve(file), text.replace(right, wrong.replace("\\n", "\n")));
    }

    private String told() {
        InvalidInput error = catchThrowableOfType(
                InvalidInput.class, () -> StudyReader.read(Library.folder(folder), "risky", Options.none()));
        assertThat(error).as("nothing was refused").isNotNull();
        return error.problems().toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            model: mishap | model: mishaps | unknown model 'mishaps' | nearest: mishap
            model: mishap | model: waiting | the model waiting has no harms | a model of harms has 'harms'
            model: mishap | model: mishap\\n  inputs: [pil] | unknown input of model score 'pil' | nearest: pill
            maker: works | makers: works | unknown setting of model mishap 'makers' | nearest: maker
            maker: works | maker: garage | unknown choice of the setting maker 'garage' | kitchen
            asked: {value | asket: {value | unknown parameter of model mishap 'asket' | nearest: asked
            asked: {value: 0.5, unit: "1" | asked: {value: 0.5, unit: d | parameter asked has unit d | the model has it in 1
            illness:\\n | ilness:\\n | unknown harm 'ilness' | nearest: illness
            gives: {input: pill | gives: {input: pil | unknown input of model score 'pil' | nearest: pill
            strength: 2 | strength: 20 | the dose's strength is 20 | range 0 to 10
            unit: "{USD}", source: made-up, knowledge: assumed}\\n      leaves | unit: "{EUR}", source: made-up, knowledge: assumed}\\n      leaves | has unit {EUR} | in {USD}
            leaves: true | stays: true | unknown key of what follows illness 'stays' | it must be one of gives, leaves, price
            settings: {maker: works} | seting: {maker: works} | unknown key of the risk 'seting' | nearest: settings
            """)
    void mistakesOfAProductAreTold(String right, String wrong, String what, String rule) throws IOException {
        change(PRODUCT, right.replace("\\n", "\n"), wrong);
        assertThat(told()).contains(what).contains(rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            switches: | default-scenario: a\\nscenarios: {a: {growth: 1}}\\nswitches: | has scenarios | a harm has settings
            switches: | begins: -1 [d]\\nswitches: | begins before the giving | begins at the giving
            growth: {value | k: {value: 1, unit: 1/d, source: made-up, knowledge: assumed}\\n  growth: {value | both have 'k' | names of their own
            ache:\\n | headache:\\n | the term 'headache' a second time | terms of a product differ
            level: lot, distribution | level: occasion, distribution | spreads at the level occasion | drawn at each giving
            weight: {value: 70, unit: kg | weight: {value: 70, unit: g | covariate weight of the population has unit kg | in g
            """)
    void mistakesOfAModelOfHarmsAreTold(String right, String wrong, String what, String rule) throws IOException {
        change("models/mishap.yaml", right.replace("\\n", "\n"), wrong);
        assertThat(told()).contains(what).contains(rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            settings: {maker: kitchen} | settings: {maker: garage} | unknown choice of the setting maker 'garage' | kitchen
            settings: {maker: kitchen} | settings: {make: kitchen} | unknown setting 'make' | nearest: maker
            seed: 3 | parameters: {asked: 2} | asked = 2 | range 0 to 1
            seed: 3 | parameters: {dirt: 0.5} | the setting maker sets dirt | choose it under settings
            seed: 3 | parameters: {askt: 1} | unknown parameter 'askt' | nearest: asked
            seed: 3 | switches: {clining: off} | unknown switch 'clining' | clinging
            """)
    void mistakesOfAStudyAreTold(String right, String wrong, String what, String rule) throws IOException {
        change("studies/risky.yaml", right, wrong);
        assertThat(told()).contains(what).contains(rule);
    }

    @Test
    void aPriceNeedsACost() throws IOException {
        change(
                PRODUCT,
                "like: pill\n",
                "model: score\ndoses: [{input: pill, at: 0 d, source: made-up, knowledge: assumed}]\n");
        assertThat(told()).contains("a price of a harm of a product without 'cost'");
    }

    @Test
    void theLibraryOfTheTestIsSound() {
        Plan plan = StudyReader.read(Library.folder(folder), "risky", Options.none());
        assertThat(plan.arms().get(1).terms())
                .extracting(ArmPlan.Term::name)
                .isEqualTo(List.of("headache", "certain", "ache", "swelling", "prick", "illness"));
    }
}
