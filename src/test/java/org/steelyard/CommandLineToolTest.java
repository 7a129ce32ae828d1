package org.steelyard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLineToolTest {

    @Test
    void without_a_command_the_server_is_meant() {
        assertThat(CommandLineTool.isMeantBy(List.of())).isFalse();
        assertThat(CommandLineTool.isMeantBy(List.of("--server.port=9090", "--debug")))
                .isFalse();
    }

    @Test
    void a_word_or_a_call_for_help_means_a_command() {
        assertThat(CommandLineTool.isMeantBy(List.of("help"))).isTrue();
        assertThat(CommandLineTool.isMeantBy(List.of("--help"))).isTrue();
        assertThat(CommandLineTool.isMeantBy(List.of("import", "case.yaml"))).isTrue();
    }

    @Test
    void an_unknown_command_ends_with_2_and_help_with_0_and_neither_opens_the_application() {
        assertThat(run("frobnicate")).isEqualTo(2);
        assertThat(run("help")).isZero();
        assertThat(run("--version")).isZero();
    }

    private static int run(String... args) {
        return CommandLineTool.run(List.of(args), () -> {
            throw new AssertionError("the application was opened");
        });
    }
}
