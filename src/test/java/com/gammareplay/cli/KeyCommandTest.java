package com.gammareplay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.access.ApiKey;
import com.gammareplay.access.ApiKeys;
import com.gammareplay.access.Scope;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyCommandTest {

    private final StringWriter printed = new StringWriter();

    private int run(String... args) {
        return GammaCommand.run(new PrintWriter(printed), new PrintWriter(printed), args);
    }

    private String word(String start) {
        return printed.toString()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_key_that_is_shown_belongs_to_the_setting_that_is_shown() {
        assertThat(run("key", "--name", "tuner", "--scope", "run")).isZero();

        var held = ApiKey.of(word("GAMMA_API_KEYS=").substring("GAMMA_API_KEYS=".length()));
        assertThat(held.scope()).isEqualTo(Scope.RUN);
        assertThat(new ApiKeys(List.of(held)).find(word("gr_"))).hasValue(held);
    }

    @Test
    void a_name_or_a_scope_that_cannot_be_is_refused() {
        assertThat(run("key", "--name", "a b")).isEqualTo(2);
        assertThat(run("key", "--name", "a", "--scope", "admin")).isEqualTo(2);
        assertThat(run("key")).isEqualTo(2);
        assertThat(printed.toString()).doesNotContain("gr_");
    }
}
