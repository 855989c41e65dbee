package com.gammareplay;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.access.ApiKey;
import com.gammareplay.access.Scope;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The dependency rules of the project. This table is the rule; the README only explains it. */
@AnalyzeClasses(packages = ArchitectureTest.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    static final String ROOT = "com.gammareplay";

    private static final Set<String> ANYTHING = Set.of("*");

    private static final String[] PURE = {
        "model", "calendar", "bot", "parameters", "trading", "statistics", "reconciliation"
    };

    /** Which of our packages each package may import. A row covers sub-packages that have no row of their own. */
    private static final Map<String, Set<String>> MAY_IMPORT = new TreeMap<>(Map.ofEntries(
            Map.entry("model", Set.of()),
            Map.entry("calendar", Set.of("model")),
            Map.entry("bot", Set.of("model", "calendar")),
            Map.entry("parameters", Set.of("model", "bot")),
            Map.entry("trading", Set.of("model", "calendar", "bot")),
            Map.entry("statistics", Set.of("model", "bot", "trading")),
            Map.entry("reconciliation", Set.of("model", "bot")),
            Map.entry("hash", Set.of()),
            Map.entry("marketdata", Set.of("model", "calendar", "bot")),
            Map.entry("marketdata.columns", Set.of("model", "calendar", "bot", "hash", "marketdata")),
            Map.entry("marketdata.synthetic", Set.of("model", "calendar", "bot", "marketdata")),
            Map.entry("marketdata.tradier", Set.of("model", "calendar", "marketdata")),
            Map.entry(
                    "marketdata.sqlite",
                    Set.of("model", "calendar", "bot", "marketdata", "marketdata.columns", "marketdata.synthetic")),
            Map.entry(
                    "replay",
                    Set.of("model", "calendar", "bot", "parameters", "trading", "statistics", "hash", "marketdata")),
            Map.entry(
                    "requests",
                    Set.of("model", "calendar", "bot", "parameters", "reconciliation", "marketdata", "replay")),
            Map.entry(
                    "report",
                    Set.of(
                            "model",
                            "bot",
                            "parameters",
                            "trading",
                            "statistics",
                            "reconciliation",
                            "marketdata",
                            "replay",
                            "requests")),
            Map.entry(
                    "report.page",
                    Set.of(
                            "model",
                            "calendar",
                            "parameters",
                            "trading",
                            "statistics",
                            "hash",
                            "replay",
                            "requests",
                            "report")),
            Map.entry(
                    "live",
                    Set.of(
                            "model",
                            "calendar",
                            "bot",
                            "trading",
                            "marketdata",
                            "marketdata.synthetic",
                            "replay",
                            "requests",
                            "report")),
            Map.entry("preparation", Set.of("model", "calendar", "marketdata", "replay", "report")),
            Map.entry("jobs", Set.of("model", "statistics", "marketdata", "replay", "requests")),
            Map.entry(
                    "jobs.store",
                    Set.of("model", "trading", "statistics", "hash", "replay", "requests", "report", "jobs")),
            Map.entry(
                    "jobs.queue",
                    Set.of(
                            "trading",
                            "statistics",
                            "marketdata",
                            "replay",
                            "requests",
                            "report",
                            "jobs",
                            "jobs.store",
                            "jobs.replicas")),
            Map.entry("jobs.replicas", Set.of("marketdata", "jobs", "jobs.store")),
            Map.entry("jobs.intake", Set.of("statistics", "requests", "jobs", "jobs.store", "jobs.queue")),
            Map.entry(
                    "jobs.review",
                    Set.of("model", "trading", "marketdata", "replay", "requests", "report", "jobs", "jobs.intake")),
            Map.entry(
                    "jobs.sweeps",
                    Set.of("statistics", "replay", "requests", "report", "jobs", "jobs.store", "jobs.intake")),
            Map.entry(
                    "jobs.paper",
                    Set.of(
                            "model",
                            "bot",
                            "trading",
                            "marketdata",
                            "replay",
                            "report",
                            "requests",
                            "live",
                            "jobs.store")),
            Map.entry("recorder", Set.of("model", "calendar", "marketdata", "live")),
            Map.entry("webhooks", Set.of("requests", "jobs", "jobs.store", "jobs.queue")),
            Map.entry("api.conventions", Set.of("requests", "parameters")),
            Map.entry("api.problems", Set.of("marketdata", "requests", "jobs", "jobs.store")),
            Map.entry("access", Set.of("hash", "api.problems")),
            Map.entry(
                    "api.catalog",
                    Set.of(
                            "model",
                            "calendar",
                            "bot",
                            "parameters",
                            "marketdata",
                            "replay",
                            "requests",
                            "report",
                            "preparation",
                            "api.problems")),
            Map.entry(
                    "api.jobs",
                    Set.of("model", "hash", "requests", "jobs", "jobs.intake", "api.conventions", "api.problems")),
            Map.entry(
                    "api.backtests",
                    Set.of(
                            "model",
                            "calendar",
                            "bot",
                            "parameters",
                            "trading",
                            "statistics",
                            "marketdata",
                            "reconciliation",
                            "replay",
                            "requests",
                            "report",
                            "report.page",
                            "jobs",
                            "jobs.intake",
                            "jobs.review",
                            "webhooks",
                            "api.conventions",
                            "api.problems",
                            "api.jobs")),
            Map.entry(
                    "api.sweeps",
                    Set.of(
                            "model",
                            "parameters",
                            "statistics",
                            "replay",
                            "requests",
                            "report",
                            "jobs",
                            "jobs.intake",
                            "jobs.sweeps",
                            "api.conventions",
                            "api.problems",
                            "api.jobs")),
            Map.entry("api.events", Set.of("jobs", "jobs.intake", "api.problems", "api.jobs")),
            Map.entry(
                    "api.live",
                    Set.of(
                            "model",
                            "marketdata",
                            "requests",
                            "live",
                            "jobs.paper",
                            "recorder",
                            "api.conventions",
                            "api.problems",
                            "api.events")),
            Map.entry(
                    "cli",
                    Set.of(
                            "access",
                            "model",
                            "calendar",
                            "bot",
                            "parameters",
                            "marketdata",
                            "trading",
                            "marketdata.columns",
                            "marketdata.sqlite",
                            "marketdata.synthetic",
                            "marketdata.tradier",
                            "replay",
                            "reconciliation",
                            "requests",
                            "report",
                            "report.page",
                            "live")),
            Map.entry("config", ANYTHING)));

    @ArchTest
    static final ArchRule packages_import_only_what_their_row_allows = classes()
            .should(new ArchCondition<>("import only what the row of their package allows") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    var from = rowOf(type);
                    var allowed = from.isEmpty() ? ANYTHING : MAY_IMPORT.getOrDefault(from, Set.of());
                    if (allowed.equals(ANYTHING)) {
                        return;
                    }
                    for (var dependency : type.getDirectDependenciesFromSelf()) {
                        var target = dependency.getTargetClass().getBaseComponentType();
                        var to = rowOf(target);
                        if (isOurs(target) && !to.equals(from) && !allowed.contains(to)) {
                            events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                        }
                    }
                }
            });

    @ArchTest
    static void every_package_has_a_row_and_every_row_a_package(JavaClasses types) {
        var packages = new TreeSet<String>();
        types.forEach(type -> packages.add(rowOf(type)));
        packages.remove("");
        assertThat(packages).isEqualTo(MAY_IMPORT.keySet());
    }

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

    private static final String[] PURE_LIBRARIES = {
        ROOT + "..", "java.lang..", "java.util..", "java.time..", "java.math..", "org.jspecify.."
    };

    @ArchTest
    static final ArchRule pure_packages_use_the_jdk_only = classes()
            .that(areIn(PURE))
            .and(DescribedPredicate.not(areIn("statistics")))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(PURE_LIBRARIES));

    /** Which is computed with more care than ours would be. */
    @ArchTest
    static final ArchRule statistics_have_the_normal_distribution_besides = classes()
            .that(areIn("statistics"))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(PURE_LIBRARIES).or(equivalentTo(NormalDistribution.class)));

    @ArchTest
    static final ArchRule pure_packages_do_no_io = noClasses()
            .that(areIn(PURE))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.util.logging..");

    @ArchTest
    static final ArchRule spring_stays_at_the_edge = noClasses()
            .that()
            .resideInAPackage(ROOT + ".*..")
            .and(DescribedPredicate.not(
                    areIn("preparation", "jobs", "recorder", "webhooks", "access", "api", "cli", "config")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..");

    /** The command line makes keys, and starts without Spring. */
    @ArchTest
    static final ArchRule keys_know_nothing_of_spring = noClasses()
            .that()
            .belongToAnyOf(ApiKey.class, Scope.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule sql_stays_in_the_stores = noClasses()
            .that(DescribedPredicate.not(areIn("marketdata.sqlite", "jobs", "webhooks", "config")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.sqlite..");

    /** Closing a file drops SQLite's locks on it. New files are another matter; copying has one place, which says why. */
    @ArchTest
    static final ArchRule only_sqlite_opens_recordings = noClasses()
            .that(areIn("marketdata.sqlite"))
            .and()
            .doNotHaveSimpleName("NewFile")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.nio.channels..")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.io\\.(File(In|Out|Read)|RandomAccess).*")
            .orShould()
            .callMethodWhere(target(owner(equivalentTo(Files.class)))
                    .and(target(nameMatching("read(AllBytes|AllLines|String)|new(By|In|Out|Buf).*|lines|mismatch"))));

    /** A replay with the same inputs has the same result: nothing in it asks the machine for the time or for luck. */
    @ArchTest
    static final ArchRule a_replay_has_no_ambient_input = noClasses()
            .that(areIn(PURE).or(areIn("replay")))
            .should()
            .callMethodWhere(target(owner(resideInAPackage("java.time..")))
                    .and(target(nameMatching("now|system|systemUTC|systemDefaultZone|systemDefault"))))
            .orShould()
            .callMethodWhere(target(owner(equivalentTo(System.class)))
                    .and(target(nameMatching("currentTimeMillis|nanoTime|getenv|getProperty"))))
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callConstructor(Random.class)
            .orShould()
            .callConstructor(SplittableRandom.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom");

    private static DescribedPredicate<JavaClass> areIn(String... packages) {
        return resideInAnyPackage(
                Arrays.stream(packages).map(name -> ROOT + "." + name + "..").toArray(String[]::new));
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
    }

    /** The longest row that covers the package of the type, the bare package name if none does, "" for the root. */
    private static String rowOf(JavaClass type) {
        if (!isOurs(type) || type.getPackageName().equals(ROOT)) {
            return "";
        }
        var path = type.getPackageName().substring(ROOT.length() + 1);
        return MAY_IMPORT.keySet().stream()
                .filter(row -> path.equals(row) || path.startsWith(row + "."))
                .reduce((one, other) -> one.length() >= other.length() ? one : other)
                .orElse(path);
    }
}
