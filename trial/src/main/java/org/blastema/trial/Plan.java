package org.blastema.trial;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.blastema.core.Parameter;
import org.blastema.core.Problem;
import org.blastema.model.Model;

/** A study, resolved: everything that its tasks need. Immutable; shared by threads. */
public final class Plan {
    /** The version of the program, which results carry; a change of any number changes it. */
    public static final String ENGINE = engineVersion();

    /** Patients of a block. */
    public static final int BLOCK = 1024;
    /** Twins that are followed over time. */
    public static final int FOLLOWED = 20;

    private static final int ALL_ARMS = -1;

    private final Study study;
    private final List<ArmSetup> setups;
    private final List<ArmPlan> arms;
    private final List<ArmPlan.Followed> covariates;
    private final List<ArmPlan.Followed> endpoints;
    private final List<String> modified;
    private final SortedMap<String, String> files;
    private final String yaml;
    private final String hash;
    private final List<String> armHashes;
    private final List<Problem> warnings;
    private final Optional<Plan> later;
    private final Map<Integer, List<Leaving>> leaving = new ConcurrentHashMap<>();

    Plan(
            Study study,
            List<ArmSetup> setups,
            List<ArmPlan> arms,
            List<ArmPlan.Followed> covariates,
            List<ArmPlan.Followed> endpoints,
            List<String> modified,
            SortedMap<String, String> files,
            String yaml,
            String hash,
            List<String> armHashes,
            List<Problem> warnings,
            Optional<Plan> later) {
        this.study = study;
        this.setups = List.copyOf(setups);
        this.arms = List.copyOf(arms);
        this.covariates = List.copyOf(covariates);
        this.endpoints = List.copyOf(endpoints);
        this.modified = List.copyOf(modified);
        this.files = files;
        this.yaml = yaml;
        this.hash = hash;
        this.armHashes = List.copyOf(armHashes);
        this.warnings = List.copyOf(warnings);
        this.later = later;
    }

    /** The plan that tells what follows for the same arms, where the study names one. */
    public Optional<Plan> later() {
        return later;
    }

    /** The study as bound. */
    public Study study() {
        return study;
    }

    /**
     * Who leaves an arm, for each scenario; found once where it depends on what is gained. Arms without a drop-out of their own leave by
     * one rule, which meets the study's share in the reference arm.
     */
    List<Leaving> leaving(ArmSetup setup) {
        Study.Arm arm = study.arms().get(setup.index());
        return arm.dropOut().isPresent()
                ? leaving.computeIfAbsent(setup.index(), own -> leaving(setup, arm.dropOut()))
                : leaving.computeIfAbsent(ALL_ARMS, all -> leaving(reference(), study.dropOut()));
    }

    private ArmSetup reference() {
        return setups.get(place(study.reference()));
    }

    private List<Leaving> leaving(ArmSetup fitted, Optional<Study.DropOut> dropOut) {
        if (dropOut.isEmpty() || dropOut.get().share() == 0 || !study.on(EngineSwitch.DROP_OUT.word())) {
            return Collections.nCopies(scenarios().size(), new Leaving.Nobody(visits().size()));
        }
        OptionalDouble slope = dropOut.get().disappointment();
        if (slope.isPresent()) {
            return new Pilot(this, fitted).leaving(dropOut.get(), slope.getAsDouble());
        }
        double[] days = visits().stream().mapToDouble(Visit::day).toArray();
        return Collections.nCopies(scenarios().size(), Leaving.Constant.of(dropOut.get(), days));
    }

    /** Name of the study. */
    public String name() {
        return study.name();
    }

    /** Seed of all chance. */
    public long seed() {
        return study.seed();
    }

    /** The run's scenario. */
    public String scenario() {
        return study.scenario();
    }

    /** All scenarios of the study, in its order. */
    public List<String> scenarios() {
        return study.scenarios();
    }

    /** Index of the run's scenario. */
    int headline() {
        return study.scenarios().indexOf(study.scenario());
    }

    /** Randomised per arm in one trial, where the arm has no number of its own. */
    public int patients() {
        return study.patients();
    }

    /** Randomised to an arm in one trial. */
    public int patients(int arm) {
        return study.patients(study.arms().get(arm));
    }

    /** Patients of an arm in a block of a trial; none where the arm ends before. */
    int patients(int arm, int block) {
        return Math.clamp((long) patients(arm) - (long) block * BLOCK, 0, BLOCK);
    }

    /** Replicate trials. */
    public int trials() {
        return study.trials();
    }

    /** Persons of the twin cohort. */
    public int twins() {
        return study.twins();
    }

    /** The arms as tables know them. */
    public List<ArmPlan> arms() {
        return arms;
    }

    ArmSetup setup(int arm) {
        return setups.get(arm);
    }

    /** Names of the covariates that rows hold, with units. */
    public List<ArmPlan.Followed> covariates() {
        return covariates;
    }

    /** Names of the endpoints that rows hold, with units. */
    public List<ArmPlan.Followed> endpoints() {
        return endpoints;
    }

    /** Visits after treatment, ascending. */
    public List<Visit> visits() {
        return study.visits();
    }

    /** Days of the courses over time, ascending. */
    public double[] timecourse() {
        return study.timecourse().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Blocks of one trial, as many as the largest arm has. */
    public int blocks() {
        return blocks(study.arms().stream().mapToInt(study::patients).max().orElse(0));
    }

    private static int blocks(int people) {
        return (people + BLOCK - 1) / BLOCK;
    }

    /** The first task of the twins. */
    public int firstTwins() {
        return Math.toIntExact((long) study.trials() * blocks());
    }

    /** Every arm against the reference, then those that the study lists. */
    public List<Study.Contrast> contrasts() {
        List<Study.Contrast> contrasts = new ArrayList<>();
        for (ArmPlan arm : arms) {
            if (!arm.name().equals(study.reference())) {
                contrasts.add(new Study.Contrast(arm.name(), study.reference()));
            }
        }
        study.contrasts().stream().filter(each -> !contrasts.contains(each)).forEach(contrasts::add);
        return List.copyOf(contrasts);
    }

    /** The parameters of an arm's model as the study, the product or the model states them, in the model's order. */
    public List<Parameter> parameters(String arm) {
        ArmSetup setup = setups.get(place(arm));
        return ArmParameters.stated(
                study, setup.model().model(), setup.product().parameters());
    }

    /** Which end of an endpoint of the main model is good. */
    public Model.Better better(String endpoint) {
        int index = endpoints.stream().map(ArmPlan.Followed::name).toList().indexOf(endpoint);
        return reference().better(index);
    }

    /** Place of an arm in the study's order; -1 if it has none of this name. */
    public int place(String arm) {
        return arms.stream().map(ArmPlan::name).toList().indexOf(arm);
    }

    /** Number of tasks: blocks of every trial in order, then blocks of twins. */
    public int tasks() {
        return Math.addExact(firstTwins(), blocks(study.twins()));
    }

    /** Patients-in-an-arm that a task simulates, a patient of three scenarios once. */
    public long work(int task) {
        if (task >= firstTwins()) {
            return (long) Math.min(BLOCK, twins() - (task - firstTwins()) * BLOCK) * setups.size();
        }
        return IntStream.range(0, setups.size())
                .mapToLong(arm -> patients(arm, task % blocks()))
                .sum();
    }

    /** What was changed against the library, in words; empty for an unchanged run. */
    public List<String> modified() {
        return modified;
    }

    /** SHA-256 of every library file that was read, by path. */
    public SortedMap<String, String> files() {
        return files;
    }

    /** SHA-256, hex, over the resolved study, every library file read, seed, sizes and engine version. */
    public String hash() {
        return hash;
    }

    /** SHA-256, hex, over what decides the numbers of an arm's patients, {@link ArmHash}. */
    String hash(int arm) {
        return armHashes.get(arm);
    }

    /** The resolved study as canonical YAML, defaults written out. Reading it gives the same text. */
    public String yaml() {
        return yaml;
    }

    /** What should be mended in the files, such as a number without a source in a user's file. */
    public List<Problem> warnings() {
        return warnings;
    }

    /** The version of the program, from its build. */
    private static String engineVersion() {
        try (InputStream in = Plan.class.getResourceAsStream("engine.properties")) {
            Properties properties = new Properties();
            properties.load(java.util.Objects.requireNonNull(in, "engine.properties"));
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
