package org.steelyard.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.steelyard.Steelyard;
import org.steelyard.architecture.fixtures.modules.reader.Intruder;

class ModulesTest {

    @Test
    void modules_see_only_the_root_package_of_each_other_and_no_cycle_is_among_them() {
        ApplicationModules.of(Steelyard.class).verify();
    }

    @Test
    void a_module_that_reaches_into_another_is_caught() {
        ImportOption tests = new ImportOption.OnlyIncludeTests();

        var violations = ApplicationModules.of(getClass().getPackageName() + ".fixtures.modules", tests)
                .detectViolations();

        assertThat(violations.getMessages())
                .anySatisfy(message -> assertThat(message).contains(Intruder.class.getSimpleName()));
    }
}
