package org.blastema.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.blastema.core.InvalidInput;
import org.blastema.core.Problem;
import org.blastema.core.Severity;
import org.blastema.model.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyReaderTest {
    @TempDir
    private Path folder;

    private static List<Problem> problems(String study, String... sets) {
        InvalidInput error = catchThrowableOfType(InvalidInput.class, () -> Runs.plan(study, sets));
        assertThat(error).as("nothing was refused").isNotNull();
        return error.problems().stream()
                .filter(each -> each.severity() == Severity.ERROR)
                .toList();
    }

    /** A change of the small study, what must be seen in the message, and the nearest valid name where there is one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "patients=0 | 'patients' is 0 |",
                "trials=0 | 'trials' is 0 |",
                "patients=1e3x | '1e3x' |",
                "patients=1.5 | 1.5 |",
                "seed=one | one |",
                "alpha=.nan | .nan |",
                "alpha=1 | alpha is 1 |",
                "horizon=90 | 90 |",
                "horizon=90 mm | dimension |",
                "visits=[4 mo] | 121.75 |",
                "visits=[-1 d] | day -1 |",
                "visits=[3 d, 2 d] | day 2 |",
                "visits=[1 mo, 1 mmo] | mmo |",
                "visits=[] | no visits |",
                "endpoints=[] | no endpoints |",
                "endpoints.0.readout=scare | scare | score",
                "endpoints.score.primary-visit=2 mo | 60.875 | 30.4375 d",
                "endpoints.score.responder.unit=kg | dimension | mm",
                "endpoints.score.responder.gain=-1 | gain of -1 |",
                "endpoints.score.colour=red | colour |",
                "eligibility.scare=[1, 2] | scare | score",
                "eligibility.score=[9, 2] | [9.0, 2.0] |",
                "drop-out.share=1 | share of 1 |",
                "drop-out.by=3 kg | dimension | d",
                "population=peeple | peeple | people",
                "model=scor | scor | score",
                "arms.0.product=nothin | nothin | nothing",
                "arms.pill.name=twice | twice |",
                "arms.2.colour=red | colour |",
                "arms.pill.patients=0 | 'patients' is 0 |",
                "arms.pill.patients=many | 'many' |",
                "reference=nohting | nohting | nothing",
                "contrasts.0.arm=pil | pil | pill",
                "contrasts.0.versus=pill | itself |",
                "data-conflicts.0.arms=[pil] | pil | pill",
                "switches.contxt=off | contxt | context",
                "switches.noise=perhaps | perhaps |",
                "scenario=nul | nul | null",
                "scenarios=[pooled, pooled] | pooled |",
                "parameters.powr=1 | powr | power",
                "powr=1 | powr | power",
                "parameters.k=11 | k = 11 |",
                "parameters.k=.inf | .inf |",
                "parameters.efficacy=2 | efficacy = 2 |",
                "colour.of=red | colour |",
                "patients.of=3 | single value |",
                "arms.fourth.name=x | fourth |",
                "not-modelled=[{name: {en: a, ar: ب}}] | no 'why' |",
                "not-modelled=[{nam: a}] | 'nam' | name",
                "endpoints.score.harm=true | no share of people |",
                "endpoints.score.harm=perhaps | 'perhaps' |",
                "words={lead: {en: a, ar: ب}} | 'lead' | leads",
                "words={leads: {en: a}} | 'ar' |",
                "patients | no '=' |",
            })
    void whatIsWrongIsRefusedInFourParts(String set, String seen, String nearest) {
        List<Problem> problems = problems("small", set);
        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.what()).contains(seen);
            assertThat(problem.rule()).isNotBlank();
            assertThat(problem.position().line()).isPositive();
            if (nearest != null) {
                assertThat(problem.nearest()).contains(nearest);
            }
        });
    }

    @Test
    void aParameterThatASwitchSetsCannotBeSetToo() {
        assertThat(problems("small", "switches.context=off", "parameters.context=1"))
                .anySatisfy(each -> assertThat(each.rule()).contains("switch context"));
    }

    @Test
    void allProblemsOfAllFilesComeAtOnce() throws IOException {
        copy();
        edit("products/pill.yaml", "strength: 1", "strength: -1");
        edit("products/pill.yaml", "source: made-up, knowledge: assumed}\ncost", "knowledge: assumed}\ncost");
        edit("populations/people.yaml", "weight: {value: 80", "weight: {value: .nan");
        edit("studies/small.yaml", "patients: 40", "patients: 0");
        edit("studies/small.yaml", "3 mo]", "9 mo]");
        InvalidInput error = catchThrowableOfType(
                InvalidInput.class, () -> StudyReader.read(Library.folder(folder), "small", Options.none()));
        assertThat(error.problems())
                .anySatisfy(each -> at(each, "products/pill.yaml", 5, "strength is -1"))
                .anySatisfy(each -> at(each, "products/pill.yaml", 19, "no source"))
                .anySatisfy(each -> at(each, "populations/people.yaml", 7, ".nan"))
                .anySatisfy(each -> at(each, "studies/small.yaml", 5, "'patients' is 0"))
                .anySatisfy(each -> at(each, "studies/small.yaml", 10, "273.9375"));
    }

    private static void at(Problem problem, String file, int line, String what) {
        assertThat(problem.what()).contains(what);
        assertThat(problem.position().file()).endsWith(file);
        assertThat(problem.position().line()).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "input: pill | input: pil | pil",
                "at: 0 d | at: -1 d | day -1",
                "at: 0 d | at: 200 d | horizon",
                "at: 0 d | at: 0 mm | dimension",
                "strength: 1} | strength: 1 kg} | dimension",
                "strength: 1} | strongth: 1} | strongth",
                "{USD} | {EUR} | {EUR}",
                "value: 100 | value: hundred | hundred",
                "unit: mm | unit: mg | dimension",
                "power: {value: 20 | powr: {value: 20 | powr",
                "term: certain | term: headache | second time",
                "value: 0.9 | value: 1.9 | 1.9",
                "value: 1, unit: d | value: 1, unit: mm | dimension",
                "value: 1, unit: d | value: -1, unit: d | day -1",
                "source: made-up | source: mad-up | mad-up",
                "model: score | model: scores | scores",
                "year: 2020 | yaer: 2020 | year",
            })
    void aProductIsReadStrictly(String from, String to, String seen) throws IOException {
        copy();
        edit("products/pill.yaml", from, to);
        InvalidInput error = catchThrowableOfType(
                InvalidInput.class, () -> StudyReader.read(Library.folder(folder), "small", Options.none()));
        assertThat(error).isNotNull();
        assertThat(error.problems())
                .anySatisfy(each -> assertThat(each.what() + " " + each.rule()).contains(seen));
        assertThat(error.problems())
                .allSatisfy(each -> assertThat(each.position().file())
                        .endsWith(each.what().contains("studies") ? "small.yaml" : ".yaml"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[base, weight] | [base, hight] | hight",
                "[base, weight] | [base, base] | between",
                "value: 0.6 | value: 1 | correlation of 1",
                "unit: mm | unit: kg | dimension",
                "model: score | model: fragile | fragile",
            })
    void aPopulationIsReadStrictly(String from, String to, String seen) throws IOException {
        copy();
        edit("populations/people.yaml", from, to);
        InvalidInput error = catchThrowableOfType(
                InvalidInput.class, () -> StudyReader.read(Library.folder(folder), "small", Options.none()));
        assertThat(error).isNotNull();
        assertThat(error.problems())
                .anySatisfy(each -> assertThat(each.what() + " " + each.rule()).contains(seen));
    }

    @Test
    void aPopulationOfOnePersonIsRefused() throws IOException {
        copy();
        edit("populations/people.yaml", "spread: {level: patient, distribution: normal, sd: 14}, ", "");
        edit("populations/people.yaml", "spread: {level: patient, distribution: normal, sd: 10}, ", "");
        edit("populations/people.yaml", "correlations:\n  body: [{between: [base, weight], value: 0.6}]\n", "");
        InvalidInput error = catchThrowableOfType(
                InvalidInput.class, () -> StudyReader.read(Library.folder(folder), "small", Options.none()));
        assertThat(error.problems()).anySatisfy(each -> assertThat(each.what()).contains("people is the same person"));
    }

    @Test
    void anUnknownStudyNamesTheNearest() {
        assertThat(problems("smal"))
                .first()
                .satisfies(each -> assertThat(each.nearest()).contains("small"));
    }

    @Test
    void theResolvedStudyReadsToItself() throws IOException {
        Plan plan = Runs.plan("small", "parameters.k=0.02");
        Path file = folder.resolve("study.yaml");
        Files.writeString(file, plan.yaml());
        Plan again = StudyReader.read(Runs.library(), file.toString(), Options.none());
        assertThat(again.yaml()).isEqualTo(plan.yaml()).contains("scenario: \"pooled\"", "alpha: 0.05", "noise: on");
        assertThat(again.modified()).containsExactly("parameters.k = 0.02");
    }

    @Test
    void whatChangesAResultChangesTheHash() {
        String hash = Runs.plan("small").hash();
        assertThat(Runs.plan("small").hash()).isEqualTo(hash).matches("[0-9a-f]{64}");
        for (String set : List.of("patients=41", "seed=8", "trials=7", "twins=3", "k=0.02", "scenario=\"null\"")) {
            assertThat(Runs.plan("small", set).hash()).as(set).isNotEqualTo(hash);
        }
    }

    @Test
    void aChangedLibraryFileChangesTheHash() throws IOException {
        copy();
        String before = StudyReader.read(Library.folder(folder), "small", Options.none())
                .hash();
        edit("models/score.yaml", "sd: 12", "sd: 11");
        assertThat(StudyReader.read(Library.folder(folder), "small", Options.none())
                        .hash())
                .isNotEqualTo(before);
    }

    @Test
    void whatIsChangedIsMarked() {
        assertThat(Runs.plan("small").modified()).isEmpty();
        assertThat(Runs.plan("small", "k=0.02").modified()).containsExactly("--set k=0.02", "parameters.k = 0.02");
        Options sizes =
                new Options(OptionalInt.of(3), OptionalInt.of(2), OptionalLong.of(9), Optional.empty(), List.of());
        Plan sized = StudyReader.read(Runs.library(), "small", sizes);
        assertThat(sized.modified()).isEmpty();
        assertThat(List.of(sized.patients(), sized.trials(), (int) sized.seed()))
                .containsExactly(3, 2, 9);
        Options none = new Options(
                OptionalInt.empty(), OptionalInt.empty(), OptionalLong.empty(), Optional.of("null"), List.of());
        Plan scenario = StudyReader.read(Runs.library(), "small", none);
        assertThat(scenario.modified()).containsExactly("scenario = null");
        assertThat(scenario.scenario()).isEqualTo("null");
    }

    @Test
    void aParameterIsReplacedAndKeepsItsSpread() {
        double[] doubled = values("power=40");
        double[] plain = values("power=20");
        for (int i = 0; i < plain.length; i++) {
            assertThat(doubled[i]).isCloseTo(2 * plain[i], org.assertj.core.api.Assertions.within(1e-9));
        }
        assertThat(plain[0]).isNotEqualTo(plain[1]);
    }

    private static double[] values(String set) {
        Plan plan = Runs.plan(
                "small", set, "switches.noise=off", "switches.context=off", "switches.drop-out=off", "eligibility={}");
        ArmRows rows = Runs.run(plan, 1).load(0).rows().get(1);
        double[] effects = new double[rows.patients()];
        for (int i = 0; i < effects.length; i++) {
            effects[i] = rows.baseline()[2 * i] - rows.values()[6 * i];
        }
        return effects;
    }

    private void copy() throws IOException {
        Path from = Path.of("src/test/resources/library");
        try (var walk = Files.walk(from)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }

    private void edit(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        int at = text.indexOf(from);
        Files.writeString(path, text.substring(0, at) + to + text.substring(at + from.length()));
    }
}
