package com.gammareplay.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {

    @Test
    void the_name_with_the_fewest_edits_is_nearest_and_the_first_of_several() {
        assertThat(NearestName.of("cat", List.of("dog", "bat", "hat"))).hasValue("bat");
        assertThat(NearestName.of("CAT", List.of("cats", "cat"))).hasValue("cat");
        assertThat(NearestName.of("gird", List.of("base", "grid"))).hasValue("grid");
    }

    @Test
    void without_a_known_name_there_is_none() {
        assertThat(NearestName.of("cat", List.of())).isEmpty();
    }

    @Test
    void a_name_with_too_few_letters_in_common_is_not_meant() {
        assertThat(NearestName.of("", List.of("a"))).isEmpty();
        assertThat(NearestName.of("foo", List.of("from", "to"))).isEmpty();
        assertThat(NearestName.of("account", List.of("dataset", "count"))).hasValue("count");
        assertThat(NearestName.of("accounts", List.of("dataset", "count"))).isEmpty();
    }

    @Test
    void only_a_name_that_is_near_is_asked_about() {
        assertThat(NearestName.hint("datset", List.of("dataset"))).isEqualTo(", did you mean dataset?");
        assertThat(NearestName.hint("x", List.of("dataset"))).isEmpty();
    }

    @Test
    void a_name_of_any_length_is_answered() {
        assertThat(NearestName.of("x".repeat(1_000_000), List.of("abc"))).isEmpty();
    }
}
