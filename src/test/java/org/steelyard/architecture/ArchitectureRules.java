package org.steelyard.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.NullMarked;

/**
 * The rules about who may know whom, over the modules below one root package: the product's, or that of the classes that
 * break the rules on purpose.
 */
record ArchitectureRules(String root) {

    private static final List<String> READERS =
            List.of("dossier", "portfolio", "calibration", "ledger", "exchange", "feed");

    /** Who reads the log past what blind mode leaves of it, and why nobody is shown more by it. */
    private static final Set<String> READS_ALL = Set.of(
            // Digests of what is stored, and no event.
            "dossier.web.SignaturePages",
            // Streams: they say of a rating or judgment that it was, to whom it may be kept from.
            "dossier.api.LiveRevisions",
            "dossier.api.Retelling",
            "portfolio.live.LiveChanges",
            "portfolio.live.ChangeNarrator",
            // Tables over all assessments: Board, ReadableItems and WordTable, who alone read them, show each reader
            // what Sights leaves.
            "portfolio.projection.Build",
            "portfolio.projection.ProjectionFollower",
            "portfolio.projection.ProjectionFollowers",
            "portfolio.projection.Projections",
            // The feed's events go through Picking, which asks Sights about each.
            "feed.Feed",
            // Case files that come in: whether a key is taken, and digests of what is written.
            "exchange.DemoCases",
            "exchange.Imports",
            "exchange.TemplatePages",
            "exchange.casefile.CaseFiles",
            "exchange.casefile.CaseHistory",
            "exchange.casefile.ReviewedDigests");

    private static final Set<String> CLOCKS_AND_DICE = Set.of(
            "java.lang.Math.random",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.security.SecureRandom.<init>",
            "java.util.Random.<init>",
            "java.util.UUID.randomUUID",
            "java.util.concurrent.ThreadLocalRandom.current");

    ArchRule balance_knows_only_the_jdk() {
        return classes()
                .that(are("balance"))
                .should()
                .onlyDependOnClassesThat(are("balance").or(resideInAnyPackage("java..", "org.jspecify..")))
                .because("the core is pure: no framework sees it and it sees none");
    }

    ArchRule access_knows_no_module_that_asks_it() {
        return noClasses()
                .that(are("access"))
                .should()
                .dependOnClassesThat(are("balance", "assessment", "eventstore").or(areReaders()))
                .because("everybody asks access, which knows http and, for its pages, site");
    }

    ArchRule http_knows_no_other_module() {
        return noClasses()
                .that(are("http"))
                .should()
                .dependOnClassesThat(are("access", "balance", "assessment", "eventstore", "site")
                        .or(areReaders()))
                .because("it is how every endpoint speaks, whatever it speaks about");
    }

    ArchRule site_knows_no_module_that_has_pages() {
        return noClasses()
                .that(are("site"))
                .should()
                .dependOnClassesThat(
                        are("access", "balance", "assessment", "eventstore").or(areReaders()))
                .because("it is what every page has in common, whatever the page is about");
    }

    ArchRule commands_are_the_modules_own() {
        return noClasses()
                .that(are("command"))
                .should()
                .dependOnClassesThat(are("access", "balance", "assessment", "eventstore", "http", "site")
                        .or(areReaders()))
                .because("it is how every command of the jar does its work, whatever the command is about");
    }

    ArchRule the_write_side_knows_no_reader() {
        return noClasses()
                .that(are("assessment", "eventstore"))
                .should()
                .dependOnClassesThat(are("site").or(areReaders()))
                .because("readers know the write side, not the other way round");
    }

    ArchRule assessment_does_not_know_where_events_are_kept() {
        return noClasses()
                .that(are("assessment"))
                .should()
                .dependOnClassesThat(are("eventstore"))
                .because("eventstore knows the events, not the other way round");
    }

    ArchRule readers_do_not_know_each_other() {
        return classes().that(areReaders()).should(new ArchCondition<>("know no other reader") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (var dependency : type.getDirectDependenciesFromSelf()) {
                    var target = dependency.getTargetClass();
                    if (areReaders().test(target) && !module(target).equals(module(type))) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        });
    }

    ArchRule readers_do_not_know_the_aggregate() {
        return noClasses()
                .that(areReaders())
                .should()
                .dependOnClassesThat(annotatedWith(AggregateRoot.class).or(metaAnnotatedWith(AggregateRoot.class)))
                .because("readers read events");
    }

    ArchRule who_shows_assessments_reads_them_through_sights() {
        return noClasses()
                .that(areReaders().or(are("workbench")).and(not(readsAll())))
                .should()
                .dependOnClassesThat(named(root + ".assessment", "States", "AssessmentLog", "WholeLog"))
                .because(
                        "Sights leaves out what blind mode keeps from the reader; the state and the log have all of it");
    }

    ArchRule nobody_knows_the_workbench() {
        return noClasses()
                .that(not(are("workbench")))
                .should()
                .dependOnClassesThat(are("workbench"))
                .because("forms stand at the end: what they record is read elsewhere");
    }

    ArchRule the_workbench_reads_through_dossier_alone() {
        return noClasses()
                .that(are("workbench"))
                .should()
                .dependOnClassesThat(are("portfolio", "calibration", "ledger", "exchange", "feed", "eventstore"))
                .because("a form is about one assessment, and records through assessment's public face");
    }

    ArchRule axon_stays_on_the_write_side() {
        return noClasses()
                .that(not(are("assessment", "eventstore")))
                .should()
                .dependOnClassesThat(resideInAPackage("org.axonframework..").and(not(equivalentTo(EventHandler.class))))
                .because("readers see @EventHandler at most, so that leaving Axon 4 stays small");
    }

    ArchRule json_is_the_work_of_jackson_3() {
        return noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind.."))
                .because("Jackson 2 is there for the OpenAPI library alone, and its settings are not ours");
    }

    ArchRule time_and_identity_come_in() {
        return noClasses()
                .that(are("balance").or(are("assessment").and(nameEndsWith("Decider", "State"))))
                .should()
                .accessTargetWhere(describe("a clock or a die is asked", ArchitectureRules::isClockOrDie))
                .because("the same events and the same command must always give the same answer");
    }

    ArchRule packages_are_named_after_the_domain() {
        return noClasses()
                .should()
                .resideInAnyPackage("..common..", "..util..", "..utils..", "..shared..", "..impl..", "..dto..")
                .because("such a name says nothing about what is inside");
    }

    ArchRule every_package_is_null_marked() {
        return classes().should(new ArchCondition<>("be in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    var message = "The package-info.java beside " + type.getName() + " is missing or lacks @NullMarked";
                    events.add(SimpleConditionEvent.violated(type, message));
                }
            }
        });
    }

    private DescribedPredicate<JavaClass> readsAll() {
        return describe(
                "read all of the log for a reason of their own",
                type -> READS_ALL.contains(
                        type.getName().replaceFirst("\\$.*", "").substring(root.length() + 1)));
    }

    private static DescribedPredicate<JavaClass> named(String where, String... names) {
        return describe(
                "are " + String.join(", ", names) + " in " + where,
                type -> Set.of(names).contains(type.getSimpleName())
                        && type.getPackageName().equals(where));
    }

    private DescribedPredicate<JavaClass> are(String... modules) {
        var packages =
                Stream.of(modules).map(module -> root + "." + module + "..").toArray(String[]::new);
        return resideInAnyPackage(packages).as("are in " + String.join(" or ", modules));
    }

    private DescribedPredicate<JavaClass> areReaders() {
        return are(READERS.toArray(String[]::new)).as("are readers");
    }

    private String module(JavaClass type) {
        return type.getPackageName().substring(root.length() + 1).split("\\.", 2)[0];
    }

    private static DescribedPredicate<JavaClass> nameEndsWith(String... endings) {
        return describe(
                "have a name ending with " + String.join(" or ", endings),
                type -> Stream.of(endings).anyMatch(type.getName()::endsWith));
    }

    private static boolean isClockOrDie(JavaAccess<?> access) {
        var owner = access.getTargetOwner().getName();
        var name = access.getTarget().getName();
        return CLOCKS_AND_DICE.contains(owner + "." + name) || (owner.startsWith("java.time.") && name.equals("now"));
    }
}
