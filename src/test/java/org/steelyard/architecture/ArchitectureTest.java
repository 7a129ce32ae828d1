package org.steelyard.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.steelyard.Steelyard;
import org.steelyard.architecture.fixtures.access.AccessThatKnowsBalance;
import org.steelyard.architecture.fixtures.assessment.AssessmentThatKnowsAReader;
import org.steelyard.architecture.fixtures.assessment.AssessmentThatKnowsEventstore;
import org.steelyard.architecture.fixtures.assessment.DatingDecider;
import org.steelyard.architecture.fixtures.balance.BalanceThatKnowsSpring;
import org.steelyard.architecture.fixtures.balance.BalanceWithADie;
import org.steelyard.architecture.fixtures.bare.NotNullMarked;
import org.steelyard.architecture.fixtures.command.CommandThatKnowsAReader;
import org.steelyard.architecture.fixtures.dossier.DossierThatKnowsExchange;
import org.steelyard.architecture.fixtures.dossier.DossierThatKnowsTheAggregate;
import org.steelyard.architecture.fixtures.dossier.DossierThatReadsTheLogItself;
import org.steelyard.architecture.fixtures.exchange.ExchangeThatSendsAxonCommands;
import org.steelyard.architecture.fixtures.exchange.ExchangeWithJackson2;
import org.steelyard.architecture.fixtures.feed.FeedThatKnowsExchange;
import org.steelyard.architecture.fixtures.http.HttpThatKnowsAReader;
import org.steelyard.architecture.fixtures.site.SiteThatKnowsAReader;
import org.steelyard.architecture.fixtures.site.SiteThatKnowsTheWorkbench;
import org.steelyard.architecture.fixtures.util.Anything;
import org.steelyard.architecture.fixtures.workbench.WorkbenchThatKnowsExchange;

class ArchitectureTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackagesOf(Steelyard.class);
    private static final ArchitectureRules RULES = new ArchitectureRules(Steelyard.class.getPackageName());

    private static final String FIXTURES = ArchitectureTest.class.getPackageName() + ".fixtures";
    private static final JavaClasses OFFENDERS = new ClassFileImporter().importPackages(FIXTURES);
    private static final ArchitectureRules RULES_FOR_OFFENDERS = new ArchitectureRules(FIXTURES);

    static Stream<Arguments> rules() {
        return Stream.of(
                rule(ArchitectureRules::balance_knows_only_the_jdk, BalanceThatKnowsSpring.class),
                rule(ArchitectureRules::access_knows_no_module_that_asks_it, AccessThatKnowsBalance.class),
                rule(ArchitectureRules::http_knows_no_other_module, HttpThatKnowsAReader.class),
                rule(ArchitectureRules::site_knows_no_module_that_has_pages, SiteThatKnowsAReader.class),
                rule(ArchitectureRules::commands_are_the_modules_own, CommandThatKnowsAReader.class),
                rule(ArchitectureRules::the_write_side_knows_no_reader, AssessmentThatKnowsAReader.class),
                rule(
                        ArchitectureRules::assessment_does_not_know_where_events_are_kept,
                        AssessmentThatKnowsEventstore.class),
                rule(ArchitectureRules::readers_do_not_know_each_other, DossierThatKnowsExchange.class),
                rule(ArchitectureRules::readers_do_not_know_each_other, FeedThatKnowsExchange.class),
                rule(ArchitectureRules::readers_do_not_know_the_aggregate, DossierThatKnowsTheAggregate.class),
                rule(
                        ArchitectureRules::who_shows_assessments_reads_them_through_sights,
                        DossierThatReadsTheLogItself.class),
                rule(ArchitectureRules::nobody_knows_the_workbench, SiteThatKnowsTheWorkbench.class),
                rule(ArchitectureRules::the_workbench_reads_through_dossier_alone, WorkbenchThatKnowsExchange.class),
                rule(ArchitectureRules::axon_stays_on_the_write_side, ExchangeThatSendsAxonCommands.class),
                rule(ArchitectureRules::json_is_the_work_of_jackson_3, ExchangeWithJackson2.class),
                rule(ArchitectureRules::time_and_identity_come_in, BalanceWithADie.class),
                rule(ArchitectureRules::time_and_identity_come_in, DatingDecider.class),
                rule(ArchitectureRules::packages_are_named_after_the_domain, Anything.class),
                rule(ArchitectureRules::every_package_is_null_marked, NotNullMarked.class));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_product_keeps(Function<ArchitectureRules, ArchRule> rule, Class<?> offender) {
        rule.apply(RULES).allowEmptyShould(true).check(PRODUCT);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_catches(Function<ArchitectureRules, ArchRule> rule, Class<?> offender) {
        var report = rule.apply(RULES_FOR_OFFENDERS).evaluate(OFFENDERS).getFailureReport();

        assertThat(report.getDetails()).anySatisfy(detail -> assertThat(detail).contains(offender.getName()));
    }

    private static Arguments rule(Function<ArchitectureRules, ArchRule> rule, Class<?> offender) {
        return argumentSet(offender.getSimpleName(), rule, offender);
    }
}
