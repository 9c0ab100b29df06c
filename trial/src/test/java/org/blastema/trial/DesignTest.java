package org.blastema.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.blastema.core.InvalidInput;
import org.blastema.model.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the design of a study brings by itself. */
final class DesignTest {
    private static final int PATIENTS = 400;
    /** 0.15 SD and 0.56 SD of 25 mm, 0.23 SD for the rater. */
    private static final double MILD = 3.75;

    private static final double STRONG = 14;
    private static final double RATER = 5.75;
    /** 0.18 SD: paracetamol. */
    private static final double OTHER = 4.5;

    private static final String STUDY = """
            study: design
            model: pain-report
            population: pain-reporters
            patients: 400
            trials: 1
            twins: 0
            horizon: 30 d
            visits: [20 d]
            timecourse: [0 d]
            endpoints: [{readout: pain-vas}, {readout: rated-pain}]
            eligibility: {pain-vas: [40, 60]}
            switches: {uncertain-sizes: off, noise: off%s}
            reference: control
            scenarios: ["null"]
            %s
            arms:
              - {name: control, product: nothing-done%s}
              - {name: active, product: nothing-done%s}
            """;

    @TempDir
    private Path folder;

    private Plan plan(String switches, String keys, String control, String active) throws IOException {
        Path file = folder.resolve("design.yaml");
        Files.writeString(file, STUDY.formatted(switches, keys, control, active));
        return StudyReader.read(Library.folder(Path.of("../library")), file.toString(), Options.none());
    }

    /** Changes of the reports, then of the ratings, of an arm's patients. */
    private static double[][] changes(Plan plan, int arm) {
        ArmRows rows = Runs.run(plan, 1).load(0).rows().get(arm);
        return IntStream.range(0, 2)
                .mapToObj(e -> IntStream.range(0, PATIENTS)
                        .mapToDouble(i -> rows.values()[2 * i + e] - rows.baseline()[2 * i + e])
                        .toArray())
                .toArray(double[][]::new);
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static void shifted(Plan plan, int arm, double reports, double ratings) {
        double[][] changes = changes(plan, arm);
        assertThat(boxed(changes[0])).allSatisfy(each -> assertThat(each).isCloseTo(-reports, within(1e-9)));
        assertThat(boxed(changes[1])).allSatisfy(each -> assertThat(each).isCloseTo(-ratings, within(1e-9)));
    }

    /** Design of the study, of the control, of the active arm; shift of reports and ratings of both. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{control: saline} | | | 0 | 0 | 0 | 0",
                "{control: saline, randomised: true, concealed: true, blind-patient: true} | | | 0 | 0 | 0 | 0",
                "{control: usual} | | | 0 | 0 | 3.75 | 5.75",
                "{blind-patient: false} | | | 0 | 0 | 3.75 | 5.75",
                "{blind-patient: false, blind-assessor: true} | | | 0 | 0 | 3.75 | 0",
                "{blind-patient: true, blind-assessor: false} | | | 0 | 0 | 0 | 5.75",
                "{control: none} | | | 3.75 | 5.75 | 3.75 | 5.75",
                "{control: waiting, blind-assessor: true} | , design: {belief: -1} | | -3.75 | 0 | 3.75 | 0",
                "{blind-patient: false} | | , design: {belief: 0.5} | 0 | 0 | 1.875 | 5.75",
                "{blind-patient: false} | | , design: {control: steroid} | 0 | 0 | 0 | 0",
                "{control: saline} | , design: {control: none} | | 3.75 | 5.75 | 0 | 0",
            })
    void whoKnowsReportsAsHoped(
            String design,
            String control,
            String active,
            double controlReports,
            double controlRatings,
            double activeReports,
            double activeRatings)
            throws IOException {
        Plan plan = plan("", "design: " + design, control == null ? "" : control, active == null ? "" : active);
        shifted(plan, 0, controlReports, controlRatings);
        shifted(plan, 1, activeReports, activeRatings);
    }

    /** Patients of better prospects come to the treated arm where its allocation can be foreseen: 0.15 SD of 25 mm, in reports and ratings. */
    @ParameterizedTest
    @CsvSource({"true, on, 0", "false, on, 3.75", "false, off, 0"})
    void aForeseeableAllocationFavoursTheTreated(String concealed, String on, double size) throws IOException {
        Plan plan = plan(", allocation: " + on, "design: {control: saline, concealed: " + concealed + "}", "", "");
        shifted(plan, 0, 0, 0);
        shifted(plan, 1, size, size);
    }

    /** A share of an open control takes something else, 0.18 SD of 25 mm; nobody of a treated arm does. */
    @ParameterizedTest
    @CsvSource({"on, 0.3", "off, 0"})
    void someOfAnOpenControlTakeSomethingElse(String on, double share) throws IOException {
        String design = "design: {control: usual, co-treatment: {share: 0.3}}";
        Plan plan = plan(", expectation: off, observer: off, co-treatment: " + on, design, "", "");
        double[] reports = changes(plan, 0)[0];
        assertThat(boxed(reports))
                .allSatisfy(each -> assertThat(Math.min(Math.abs(each), Math.abs(each + OTHER)))
                        .isLessThan(1e-9));
        assertThat(Arrays.stream(reports).average().orElseThrow()).isCloseTo(-OTHER * share, within(0.35));
        shifted(plan, 1, 0, 0);
    }

    @Test
    void anArmCanSayWhatItsStudyDoesNot() throws IOException {
        Plan plan = plan("", "", "", ", design: {blind-patient: false}, settings: {expectation: strong}");
        shifted(plan, 0, 0, 0);
        shifted(plan, 1, STRONG, RATER);
    }

    @ParameterizedTest
    @CsvSource({"none, 0", "osteoarthritis, 3.75", "strong, 14"})
    void theSizeOfExpectationIsASetting(String choice, double size) throws IOException {
        shifted(
                plan("", "design: {blind-patient: false}\nsettings: {expectation: " + choice + "}", "", ""),
                1,
                size,
                RATER);
    }

    @Test
    void aBiasSwitchedOffLeavesTheTruth() throws IOException {
        String open = "design: {control: usual, blind-assessor: false}\nsettings: {expectation: strong}";
        shifted(plan(", expectation: off", open, "", ""), 1, 0, RATER);
        shifted(plan(", observer: off", open, "", ""), 1, STRONG, 0);
        Plan neither = plan(", expectation: off, observer: off", open, "", "");
        assertThat(Runs.run(neither, 1).bytes(0))
                .isEqualTo(Runs.run(plan("", "", "", ""), 1).bytes(0));
    }

    /** A blinded study is the study that says nothing, in every bit. */
    @Test
    void aBlindedStudyIsThatWithoutADesign() throws IOException {
        byte[] silent = Runs.run(plan("", "", "", ""), 1).bytes(0);
        assertThat(Runs.run(plan("", "design: {control: saline}", "", ""), 1).bytes(0))
                .isEqualTo(silent);
        assertThat(Runs.run(plan("", "design: {control: usual}", "", ""), 1).bytes(0))
                .isNotEqualTo(silent);
    }

    @Test
    void someFindOutAlthoughBlinded() throws IOException {
        String share = ", design: {unblinded: {share: 0.25}}";
        double[] reports = changes(plan("", "design: {control: saline}", "", share), 1)[0];
        assertThat(boxed(reports))
                .allSatisfy(each -> assertThat(Math.min(Math.abs(each), Math.abs(each + MILD)))
                        .isLessThan(1e-9));
        assertThat(Arrays.stream(reports).average().orElseThrow()).isCloseTo(-MILD / 4, within(0.25));
        shifted(plan("", "design: {control: saline}", share, ""), 0, 0, 0);
    }

    /** In the knee the reports move and the cartilage does not; where nobody knows, not a bit changes. */
    @Test
    void theKneeShiftsWhatPatientsReport() {
        String[] small = {"trials=3", "patients=50", "twins=0", "parameters.expectation_mild=0.15"};
        Plan silent = knee(small);
        Plan blind = knee(with(small, "design={control: saline, blind-patient: true, blind-assessor: true}"));
        Plan open = knee(with(small, "design={blind-patient: false}", "switches.drop-out=off"));
        for (int task = 0; task < silent.tasks(); task++) {
            assertThat(Runs.run(blind, 1).bytes(task))
                    .isEqualTo(Runs.run(silent, 1).bytes(task));
        }
        Plan stay = knee(with(small, "switches.drop-out=off"));
        ArmRows known = Runs.run(open, 1).load(0).rows().get(3);
        ArmRows unknown = Runs.run(stay, 1).load(0).rows().get(3);
        assertThat(known.baseline()).isEqualTo(unknown.baseline());
        int visits = stay.visits().size();
        double shift = Double.NaN;
        for (int i = 0; i < known.values().length; i++) {
            double by = unknown.values()[i] - known.values()[i];
            if (i / visits % 2 == 1) {
                assertThat(by).as("cartilage").isZero();
            } else if (known.values()[i] > 0 && unknown.values()[i] < 100) {
                shift = Double.isNaN(shift) ? by : shift;
                assertThat(by).as("one shift for the whole trial").isCloseTo(shift, within(1e-9));
            }
        }
        assertThat(shift).isNotZero().isNotNaN();
    }

    private static String[] with(String[] sets, String... more) {
        String[] all = Arrays.copyOf(sets, sets.length + more.length);
        System.arraycopy(more, 0, all, sets.length, more.length);
        return all;
    }

    private static Plan knee(String... sets) {
        return Runs.real("knee", sets);
    }

    /** Keys of the study, of the active arm, and what is seen and the rule or the nearest. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "design: {contrl: saline} | | contrl | control",
                "design: {control: salin} | | salin | saline",
                "design: {blind-patient: perhaps} | | perhaps | true or false",
                "design: {belief: 1} | | belief of the whole study | that of an arm",
                "design: {control: usual, blind-patient: true} | | do not know what they got, against control usual | looks alike",
                "design: {control: none, randomised: true} | | has no control | two things",
                "design: {unblinded: {share: 2}} | | share of 2 | 0 to 1",
                "design: {unblinded: {}} | | no 'share' | needed",
                "design: {unblinded: {share: 0.1, hsare: 1}} | | hsare | share",
                "design: {control: saline, co-treatment: {share: 0.1}} | | take something else | because they know",
                "design: {control: usual, co-treatment: {share: -1}} | | share of -1 | 0 to 1",
                "design: {concealed: maybe} | | maybe | true or false",
                "design: {blind-patient: false, unblinded: {share: 0.1}} | | has a share of unblinded | only who is blinded",
                "settings: {expectatoin: strong} | | expectatoin | expectation",
                "settings: {expectation: storng} | | storng | strong",
                "parameters: {expectation_setting: 2} | | expectation_setting = 2 | choose it under settings",
                "parameters: {belief: 1} | | belief = 1 | the design of the study sets",
                " | design: {belief: 2} | belief of 2 | -1 to 1",
                " | settings: {expectation: storng} | storng | strong",
                " | design: {blind-pateint: true} | blind-pateint | blind-patient",
            })
    void aDesignIsReadStrictly(String keys, String active, String seen, String rule) {
        InvalidInput error = catchThrowableOfType(
                InvalidInput.class, () -> plan("", keys == null ? "" : keys, "", active == null ? "" : ", " + active));
        assertThat(error).as("nothing was refused").isNotNull();
        assertThat(error.problems()).anySatisfy(each -> {
            assertThat(each.what()).contains(seen);
            assertThat(each.rule() + each.nearest()).contains(rule);
        });
    }

    /** The small study's model says nothing of a design. */
    @Test
    void aModelThatNamesNoBeliefCannotBeOpen() {
        InvalidInput error = catchThrowableOfType(
                InvalidInput.class, () -> Runs.plan("small", "design={blind-patient: false, blind-assessor: true}"));
        assertThat(error.problems()).anySatisfy(each -> {
            assertThat(each.what()).contains("moves the belief", "model score names no parameter");
            assertThat(each.nearest()).contains("design: {belief: PARAMETER}");
        });
        assertThat(Runs.plan("small", "design={control: saline}").patients()).isEqualTo(40);
    }
}
