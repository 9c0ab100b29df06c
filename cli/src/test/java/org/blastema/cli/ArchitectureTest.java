package org.blastema.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The table of who may import whom, and what may reach a result. */
final class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.blastema");

    /** Each module and those that it may see. */
    private static final Map<String, Set<String>> MAY_IMPORT = new TreeMap<>(Map.of(
            "core", Set.of(),
            "statistics", Set.of("core"),
            "model", Set.of("core"),
            "kinetics", Set.of("model", "core"),
            "trial", Set.of("kinetics", "model", "statistics", "core"),
            "evidence", Set.of("trial", "kinetics", "model", "statistics", "core"),
            "formats", Set.of("evidence", "trial", "kinetics", "model", "statistics", "core"),
            "report", Set.of("formats", "evidence", "trial", "kinetics", "model", "statistics", "core"),
            "bench", Set.of("report", "formats", "evidence", "trial", "kinetics", "model", "statistics", "core"),
            "cli",
                    Set.of(
                            "bench",
                            "report",
                            "formats",
                            "evidence",
                            "trial",
                            "kinetics",
                            "model",
                            "statistics",
                            "core")));

    private static final List<String> MODULES = List.copyOf(MAY_IMPORT.keySet());

    /** Packages of others and the modules that may see each. */
    private static final Map<String, Set<String>> ONLY = Map.of(
            "org.duckdb..", Set.of("formats"),
            "java.sql..", Set.of("formats"),
            "tools.jackson..", Set.of("formats"),
            "picocli..", Set.of("cli"),
            "org.snakeyaml..", Set.of("core"),
            "de.siegmar..", Set.of("core"),
            "org.fhir..", Set.of("core"),
            "org.hipparchus..", Set.of("core", "statistics"),
            "java.lang.classfile..", Set.of("kinetics"));

    static final List<String> FOREIGN = ONLY.keySet().stream().sorted().toList();

    @ParameterizedTest
    @FieldSource("MODULES")
    void importsOnlyWhatTheTableAllows(String module) {
        String[] forbidden = MODULES.stream()
                .filter(other -> !other.equals(module)
                        && !MAY_IMPORT.getOrDefault(module, Set.of()).contains(other))
                .map(ArchitectureTest::inside)
                .toArray(String[]::new);
        assertThat(CLASSES.stream().anyMatch(c -> c.getPackageName().startsWith("org.blastema." + module)))
                .isTrue();
        if (forbidden.length > 0) {
            noClasses()
                    .that()
                    .resideInAPackage(inside(module))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden)
                    .check(CLASSES);
        }
    }

    @ParameterizedTest
    @FieldSource("FOREIGN")
    void onlyItsModulesSeeIt(String library) {
        noClasses()
                .that()
                .resideOutsideOfPackages(ONLY.getOrDefault(library, Set.of()).stream()
                        .map(ArchitectureTest::inside)
                        .toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void everyModuleIsNamed() {
        assertThat(MODULES)
                .allSatisfy(module -> assertThat(Path.of("..", module, "src/main/java/module-info.java"))
                        .content()
                        .contains("org.blastema." + module));
    }

    @Test
    void onlyTheCommandPrintsAndEnds() {
        noClasses()
                .that()
                .resideOutsideOfPackage(inside("cli"))
                .should()
                .accessTargetWhere(call("System", Set.of("out", "err", "exit")))
                .orShould()
                .accessTargetWhere(call("Throwable", Set.of("printStackTrace")))
                .check(CLASSES);
    }

    /** The platform's elementary functions differ between machines; bench computes no result. */
    @Test
    void elementaryFunctionsAreOurs() {
        Set<String> functions = Set.of(
                "exp", "expm1", "log", "log10", "log1p", "pow", "sin", "cos", "tan", "asin", "acos", "atan", "atan2",
                "sinh", "cosh", "tanh", "cbrt", "hypot");
        noClasses()
                .that()
                .resideOutsideOfPackage(inside("bench"))
                .should()
                .accessTargetWhere(call("Math", functions))
                .orShould()
                .accessTargetWhere(call("StrictMath", functions))
                .check(CLASSES);
    }

    @Test
    void chanceIsKeyed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.util\\.(random\\..*|Random|SplittableRandom|UUID|concurrent\\.ThreadLocalRandom)|java\\.security\\.SecureRandom")
                .orShould()
                .accessTargetWhere(call("Math", Set.of("random")))
                .orShould()
                .accessTargetWhere(call("System", Set.of("identityHashCode")))
                .check(CLASSES);
    }

    @Test
    void noClockReachesAResult() {
        noClasses()
                .that()
                .resideOutsideOfPackages(inside("cli"), inside("bench"))
                .should()
                .accessTargetWhere(call("System", Set.of("currentTimeMillis", "nanoTime")))
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.time\\.(Instant|Clock|(Local|Zoned|Offset)Date.*|Year.*)")
                .check(CLASSES);
    }

    @Test
    void noLocaleOrCharsetOfTheMachine() {
        noClasses()
                .should()
                .accessTargetWhere(withoutLocale())
                .orShould()
                .accessTargetWhere(call("Locale", Set.of("getDefault")))
                .orShould()
                .accessTargetWhere(call("Charset", Set.of("defaultCharset")))
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.(FileReader|FileWriter)")
                .check(CLASSES);
    }

    @Test
    void noStateIsStaticAndChanges() {
        fields().that().areStatic().should().beFinal().check(CLASSES);
    }

    @Test
    void filesAreSmall() throws java.io.IOException {
        try (var all = Files.walk(Path.of(".."))) {
            List<Path> files = all.filter(f -> f.toString().contains("src/main/java")
                            && f.toString().endsWith(".java"))
                    .toList();
            assertThat(files)
                    .hasSizeGreaterThan(100)
                    .allSatisfy(file -> assertThat(Files.readAllLines(file))
                            .as(file.toString())
                            .hasSizeLessThanOrEqualTo(450));
        }
    }

    private static String inside(String module) {
        return "org.blastema." + module + "..";
    }

    private static DescribedPredicate<JavaAccess<?>> call(String type, Set<String> names) {
        return describe(
                type + "." + names,
                access -> access.getTargetOwner().getFullName().startsWith("java.")
                        && access.getTargetOwner().getSimpleName().equals(type)
                        && names.contains(access.getTarget().getName()));
    }

    private static DescribedPredicate<JavaAccess<?>> withoutLocale() {
        return describe("text made with the machine's locale or charset", access -> {
            AccessTarget target = access.getTarget();
            if (!access.getTargetOwner().getFullName().equals("java.lang.String")
                    || !(access instanceof JavaCall<?> call)) {
                return false;
            }
            List<String> types = call.getTarget().getRawParameterTypes().stream()
                    .map(t -> t.getName())
                    .toList();
            return switch (target.getName()) {
                case "format" -> types.getFirst().equals("java.lang.String");
                case "formatted" -> true;
                case "toLowerCase", "toUpperCase", "getBytes" -> types.isEmpty();
                default -> false;
            };
        });
    }
}
