package com.gammareplay.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {

    @Test
    void the_name_with_the_fewest_edits_is_nearest_and_the_first_of_several() {
        assertThat(NearestName.of("cat", List.of("dog", "bat", "hat"))).hasValue("bat");
        assertThat(NearestName.of("CAT", List.of("cats", "cat"))).hasValue("cat");
        assertThat(NearestName.of("", List.of("abc", "ab"))).hasValue("ab");
    }

    @Test
    void without_a_known_name_there_is_none() {
        assertThat(NearestName.of("cat", List.of())).isEmpty();
    }

    @Test
    void a_name_of_any_length_is_answered() {
        assertThat(NearestName.of("x".repeat(1_000_000), List.of("abc"))).hasValue("abc");
    }
}
