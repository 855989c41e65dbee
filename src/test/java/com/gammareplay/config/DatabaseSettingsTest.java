package com.gammareplay.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which database the profile cluster takes. */
class DatabaseSettingsTest {

    private static DatabaseSettings url(String url) {
        return new DatabaseSettings(url, "", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "jdbc:sqlite:jobs.db", "postgresql://host/jobs"})
    void a_cluster_needs_an_address_of_postgresql(String url) {
        assertThatThrownBy(() -> url(url).requireUrl())
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("GAMMA_DATABASE_URL");
    }

    @Test
    void an_address_of_postgresql_is_taken_as_it_is() {
        assertThat(url(" jdbc:postgresql://host/jobs?ssl=true").requireUrl())
                .isEqualTo("jdbc:postgresql://host/jobs?ssl=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://me:hidden@host/jobs", "jdbc:postgresql://hidden@host:5432"})
    void a_user_in_the_address_is_refused_without_being_shown(String url) {
        assertThatThrownBy(() -> url(url).requireUrl())
                .isInstanceOf(StartRefusedException.class)
                .hasMessageNotContaining("hidden");
    }

    @Test
    void an_address_without_the_profile_is_refused() {
        assertThatThrownBy(() -> url("jdbc:postgresql://host/jobs").requireNone())
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("cluster");
        assertThatCode(() -> url("").requireNone()).doesNotThrowAnyException();
    }

    @Test
    void its_secrets_are_not_shown() {
        assertThat(new DatabaseSettings("jdbc:postgresql://host/jobs?password=hidden", "me", "hidden").toString())
                .doesNotContain("hidden");
    }
}
