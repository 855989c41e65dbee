package com.gammareplay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterOptionsTest {

    @Test
    void a_number_is_kept_as_it_was_written() {
        assertThat(ParameterOptions.read(List.of("contracts=0.99999999999999999999")))
                .containsEntry("contracts", new BigDecimal("0.99999999999999999999"));
        assertThat(ParameterOptions.read(List.of("contracts=1e-400")))
                .containsEntry("contracts", new BigDecimal("1e-400"));
    }

    @Test
    void true_and_false_may_have_any_letters_and_lists_may_be_words_between_commas() {
        assertThat(ParameterOptions.read(
                        List.of("tradeEarlyClose=TRUE", "brokenWing=False", "entryTimes=10:00, 10:30")))
                .containsEntry("tradeEarlyClose", true)
                .containsEntry("brokenWing", false)
                .containsEntry("entryTimes", List.of("10:00", "10:30"));
        assertThat(ParameterOptions.read(List.of("entryTimes=[\"10:00\"]")))
                .containsEntry("entryTimes", List.of("10:00"));
    }

    @Test
    void what_is_no_number_is_a_word() {
        for (var word : List.of("0x5", "#5", "+5", "05", "5.", "\u0663", "1e99999999999", "NaN", "Infinity", "5 5")) {
            assertThat(ParameterOptions.read(List.of("step=" + word))).containsEntry("step", word);
        }
    }
}
