package org.blastema.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.blastema.core.InvalidInput;
import org.blastema.core.Parameter;
import org.blastema.model.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationReaderTest {
    private static final String HEAD = """
            calibration: mine
            title: {en: Mine, ar: لي}
            area: knee
            model: knee
            """;

    @TempDir
    private Path folder = Path.of("");

    private Calibration read(String text) throws IOException {
        Files.createDirectories(folder.resolve("calibrations"));
        Files.writeString(folder.resolve("calibrations/mine.yaml"), text);
        return CalibrationReader.read(Library.packaged().with(folder), "mine");
    }

    private String refused(String text) {
        return catchThrowableOfType(InvalidInput.class, () -> read(text)).problems().stream()
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void theKneeOfTheLibraryIsSound() {
        Calibration knee = CalibrationReader.read(Library.packaged(), "knee");
        assertThat(knee.free()).extracting(FreeParameter::column).contains("b", "b@trial", "effect_size");
        FreeParameter effect = knee.free().stream()
                .filter(each -> each.column().equals("effect_size"))
                .findFirst()
                .orElseThrow();
        assertThat(List.of(effect.value(0), effect.value(1))).containsExactly(1.0, 1.286);
    }

    @Test
    void anUnknownParameterTargetOrRowIsNamed() {
        assertThat(refused(HEAD + "free: [{parameter: effect_sise}]"))
                .contains("mine.yaml:5", "effect_sise", "effect_size");
        assertThat(
                        refused(
                                HEAD
                                        + "free: [{parameter: effect_size}]\nrows: [{trial: bennel-2021, arm: saline, weight: 0, why: {en: a, ar: b}}]"))
                .contains("bennel-2021", "bennell-2021");
        assertThat(refused(HEAD.replace("area: knee", "area: kne") + "free: [{parameter: effect_size}]"))
                .contains("kne", "knee");
    }

    @Test
    void aParameterWithoutAPriorIsRefused() {
        assertThat(refused(HEAD + "free: [{parameter: t_off}]")).contains("t_off has no spread of level knowledge");
        assertThat(refused(HEAD + "free: [{parameter: dose_shape}]")).contains("choice between values");
    }

    @Test
    void aSpreadIsFreeOnlyWhereTheModelHasItAndItsSizeHasAPrior() {
        assertThat(refused(HEAD + "free: [{parameter: b, between: trial}]")).contains("between trials cannot be free");
        assertThat(refused(HEAD + "free: [{parameter: t_off, between: patient, " + size("1", "[0, 1]") + "}]"))
                .contains("the spread of t_off between patients cannot be free", "of level patient");
        assertThat(refused(HEAD + "free: [{parameter: b, between: patients, " + size("1", "[0, 1]") + "}]"))
                .contains("patients", "patient");
        assertThat(refused(muscle("rp") + size("1", "[-1, 1]") + "}]")).contains("has no range from 0 on");
        assertThat(refused(muscle("rp") + size("1/d", "[0, 1]") + "}]")).contains("has unit 1/d", "has it in 1");
        assertThat(refused(muscle("theta") + size("1", "[0, 1]") + "}, {parameter: theta, between: patient, "
                        + size("1", "[0, 1]") + "}]"))
                .contains("stands twice");
    }

    /** The division of satellite cells is lognormal between people: what is free is a coefficient of variation, whatever the parameter's unit. */
    @Test
    void theSpreadBetweenPatientsIsAColumnOfItsOwn() throws IOException {
        Calibration mine = read(muscle("rp") + size("1", "[0, 1]") + "}, {parameter: theta, "
                + size("1", "[1.5, 4]").replace("value: 0.3", "value: 2.5") + "}]");
        assertThat(mine.free()).extracting(FreeParameter::column).containsExactly("rp@patient", "theta");
        assertThat(mine.free().getFirst().value(0)).isEqualTo(0.3);
        assertThat(mine.free().getFirst().value(-5)).isZero();
    }

    private static String muscle(String parameter) {
        return HEAD.replace("knee", "muscle") + "free: [{parameter: " + parameter + ", between: patient, ";
    }

    private static String size(String unit, String range) {
        return ("prior: {value: 0.3, unit: \"%s\", spread: {level: knowledge, distribution: normal, sd: 0.1}, range: %s,"
                        + " source: blastema-muscle, knowledge: assumed}")
                .formatted(unit, range);
    }

    @Test
    void aPriorOutsideTheRangeOrOfAnotherUnitIsRefused() {
        String prior =
                "{value: 0.3, unit: \"%s\", spread: {level: knowledge, distribution: normal, sd: 0.1}, range: [0, %s],"
                        + " source: saltzman-2017, knowledge: computed}";
        assertThat(refused(HEAD + "free: [{parameter: b, prior: " + prior.formatted("1", "2") + "}]"))
                .contains("reaches outside the model's range", "-0.3 to 0.9");
        assertThat(refused(HEAD + "free: [{parameter: b, prior: " + prior.formatted("mm", "0.8") + "}]"))
                .contains("has unit mm");
    }

    @Test
    void tooFewRowsForTheParametersAreRefused() {
        String many = "effect_size, hope_size, luck_movement, luck_weight";
        String free = List.of(many.split(", ")).stream()
                .map(name -> "{parameter: " + name + "}")
                .collect(Collectors.joining(", "));
        assertThat(refused(HEAD.replace("area: knee", "area: immune") + "free: [" + free + "]"))
                .contains("4 free parameters and 5 rows");
    }

    @Test
    void aRivalSetsParametersThatADrawCanReach() throws IOException {
        Calibration sound = read(HEAD + rival("other", "{kR: 0, effect_size: 0}"));
        assertThat(sound.rivals().firstEntry().getValue().fixed())
                .extracting(each -> each.parameter().name(), Calibration.Fixed::value)
                .containsExactly(tuple("kR", 0.0), tuple("effect_size", 0.0));
        assertThat(sound.beside()).extracting(Parameter::name).containsExactly("kR");
        assertThat(refused(HEAD + rival("other", "{efficacy: 0}")))
                .contains("mine.yaml:6", "sets efficacy, as a scenario or a setting");
        assertThat(refused(HEAD + rival("other", "{effect_sise: 0}"))).contains("effect_sise", "effect_size");
        assertThat(refused(HEAD + rival("other", "{effect_size: 3}"))).contains("effect_size is 3", "0 to 2");
        assertThat(refused(HEAD + rival("other", "{}"))).contains("parameters");
        assertThat(refused(HEAD + rival("mine", "{kR: 0}"))).contains("has the name of the calibration");
    }

    private static String rival(String name, String sets) {
        return "free: [{parameter: effect_size}]\nrivals: {" + name + ": {title: {en: a, ar: b}, parameters: " + sets
                + "}}";
    }

    @Test
    void tooFewTrialsAreRefused() {
        assertThat(refused(HEAD + "trials: 10\nfree: [{parameter: effect_size}]"))
                .contains("10 trials");
    }
}
