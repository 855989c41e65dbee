package com.gammareplay.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeysTest {

    private static final String HASH = "a".repeat(64);

    @Test
    void a_key_is_found_by_its_text_alone() {
        var key = ApiKey.generate();
        var held = new ApiKey("tuner", Scope.RUN, ApiKey.hash(key));
        var keys = new ApiKeys(List.of(new ApiKey("other", Scope.READ, HASH), held));

        assertThat(keys.find(key)).hasValue(held);
        assertThat(keys.find(key + " ")).isEmpty();
        assertThat(keys.find("")).isEmpty();
        assertThat(keys.find(held.sha256())).isEmpty();
    }

    @Test
    void keys_are_long_and_differ() {
        assertThat(ApiKey.generate()).hasSizeGreaterThan(40).isNotEqualTo(ApiKey.generate());
    }

    @Test
    void a_setting_is_read_as_it_is_written() {
        var key = new ApiKey("dash-board.1", Scope.READ, HASH);

        assertThat(key.setting()).isEqualTo("dash-board.1:read:" + HASH);
        assertThat(ApiKey.of(" " + key.setting())).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "a:read", "a:admin:HASH", "a:READ:HASH", ":read:HASH", "a b:read:HASH", "a:read:12"})
    void another_setting_is_refused(String setting) {
        assertThatThrownBy(() -> ApiKey.of(setting.replace("HASH", HASH))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void two_keys_of_one_name_are_refused() {
        var key = new ApiKey("a", Scope.READ, HASH);

        assertThatThrownBy(() -> new ApiKeys(List.of(key, key))).hasMessage("two keys have the name a");
    }
}
