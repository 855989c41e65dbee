package com.gammareplay.replay.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.bot.StrategyParameters;
import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.model.Index;
import com.gammareplay.parameters.ParameterValues;
import com.gammareplay.parameters.Preset;
import com.gammareplay.parameters.TypedParameters;
import com.gammareplay.testing.TextMarket;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is suggested, and why not, where nothing is needed and where nothing helps. */
class SuggestionsTest {

    private static final StrategyParameters LIVE = TypedParameters.of(ParameterValues.of(Preset.LIVE));
    private static final LocalDate DATE = LocalDate.of(2026, 1, 12);

    /** A peak 20 s before each check. */
    private static final String PEAKS = "09:35:40 SPX peak 6050\n09:59:40..12:59:40/1800 SPX peak 6050\n";

    private static SessionCoverage session(List<Index> indices, String market) {
        var session = new ExchangeCalendar().session(DATE).orElseThrow();
        return SessionCoverage.of(TextMarket.of(DATE, indices, List.of(market)), session, LIVE);
    }

    /** One text a session of SPX. */
    private static Suggestions of(String... sessions) {
        return Suggestions.of(
                Stream.of(sessions)
                        .map(market -> session(List.of(Index.SPX), market))
                        .toList(),
                LIVE.data());
    }

    private static String every(int seconds) {
        return PEAKS + "09:30:00..16:00:00/" + seconds + " SPX C6050 1.00 1.10\n";
    }

    private static void isNone(Suggestion suggestion, String reason) {
        assertThat(suggestion.value()).isNull();
        assertThat(suggestion.reason()).isEqualTo(reason);
    }

    private static void is(Suggestion suggestion, String value, String reason) {
        assertThat(suggestion.value()).hasToString(value);
        assertThat(suggestion.reason()).isEqualTo(reason);
    }

    @Test
    void nothing_is_needed_of_a_dense_recording() {
        var suggestions = of(every(30));

        isNone(suggestions.maxQuoteAge(), "not needed: 95 % of the quotes are followed by the next within 30 s");
        isNone(suggestions.snapshotBefore(), "not needed: 8 of 8 checks find a peak snapshot within 90 s");
        isNone(
                suggestions.requireCoverage(),
                "not needed: every session with data has quotes within 90 s at half of its ticks or more");
    }

    @Test
    void an_outage_does_not_make_a_recording_sparse() {
        var suggestions =
                of(PEAKS + "09:30:00..11:00:00/30 SPX C6050 1.00 1.10\n12:30:00..16:00:00/30 SPX C6050 1.00 1.10\n");

        isNone(suggestions.maxQuoteAge(), "not needed: 95 % of the quotes are followed by the next within 30 s");
    }

    @Test
    void a_quote_that_has_just_the_standard_age_is_fresh() {
        assertThat(of(every(90)).maxQuoteAge().value()).isNull();
        assertThat(of(every(91)).maxQuoteAge().value()).hasToString("91");
        is(
                of(every(150)).maxQuoteAge(),
                "150",
                "95 % of the quotes are followed by the next within 150 s; with it 100 % of the ticks see one, with 90 s 80 %");
    }

    @Test
    void prices_of_a_quarter_of_an_hour_are_the_oldest_that_are_suggested() {
        assertThat(of(every(900)).maxQuoteAge().value()).hasToString("900");
        isNone(
                of(every(901)).maxQuoteAge(),
                "no limit helps: 95 % of the quotes are followed by the next within 901 s, and prices that old are none");
    }

    @Test
    void one_in_twenty_may_be_farther_and_not_one_more() {
        var nineteen = "09:30:00..11:05:00/300 SPX C6050 1.00 1.10\n"; // 19 distances of 300 s
        assertThat(of(nineteen + "11:15:00 SPX C6050 1.00 1.10\n").maxQuoteAge().value())
                .hasToString("300");
        assertThat(of(nineteen + "11:15:00..11:25:00/600 SPX C6050 1.00 1.10\n")
                        .maxQuoteAge()
                        .value())
                .hasToString("600");
    }

    @Test
    void sessions_that_are_sparse_even_so_are_left_out_and_do_not_count_for_the_checks() {
        var broken = "09:30:00..10:00:00/300 SPX C6050 1.00 1.10\n";
        var suggestions = of(every(300), every(300), broken);

        is(
                suggestions.requireCoverage(),
                "0.5",
                "leaves out 1 of 3 sessions with data, which do not have quotes within 300 s at half of their ticks");
        isNone(suggestions.snapshotBefore(), "not needed: 16 of 16 checks find a peak snapshot within 90 s");
    }

    @Test
    void sessions_without_data_count_for_nothing() {
        var suggestions = of(every(30), "");

        isNone(
                suggestions.requireCoverage(),
                "not needed: every session with data has quotes within 90 s at half of its ticks or more");
        isNone(of("").maxQuoteAge(), "no session has leg prices at two instants");
        isNone(of("").snapshotBefore(), "no session has quotes within 90 s at half of its ticks");
        isNone(of("").requireCoverage(), "no session has data");
    }

    @Test
    void coverage_is_not_required_where_nothing_would_be_left() {
        isNone(
                of(every(3600)).requireCoverage(),
                "it would leave nothing: no session has quotes within 90 s at half of its ticks");
    }

    @Test
    void a_check_wants_the_distance_of_the_newest_snapshot_before_it_unless_one_comes_in_time() {
        var quotes = "09:30:00..16:00:00/30 SPX C6050 1.00 1.10\n";
        var early = "09:35:40 SPX peak 6050\n09:55:00..12:55:00/1800 SPX peak 6050\n";

        is(
                of(quotes + early).snapshotBefore(),
                "300",
                "8 of 8 checks find a peak snapshot within 300 s, 1 of 8 checks within 90 s");
        isNone(
                of(quotes + early + "10:02:00..13:02:00/1800 SPX peak 6050\n").snapshotBefore(),
                "not needed: 8 of 8 checks find a peak snapshot within 90 s");
        assertThat(of(quotes + early + "10:02:01..13:02:01/1800 SPX peak 6050\n")
                        .snapshotBefore()
                        .value())
                .hasToString("300");
    }

    @Test
    void old_peaks_and_no_peaks_are_no_help() {
        var quotes = "09:30:00..16:00:00/30 SPX C6050 1.00 1.10\n";

        isNone(
                of(quotes + "09:30:00 SPX peak 6050\n").snapshotBefore(),
                "no limit helps: 8 of 8 checks find a peak snapshot within 12600 s, and peaks that old are those of"
                        + " another market");
        isNone(
                of(quotes + "09:50:00..13:00:00/600 SPX peak 6050\n").snapshotBefore(),
                "no limit helps: only 7 of 8 checks find a peak snapshot, however old");
    }

    @Test
    void the_sparsest_index_decides() {
        var both = every(30) + PEAKS.replace("SPX", "NDX") + "09:30:00..16:00:00/240 NDX C25000 1.00 1.10\n";
        var suggestions = Suggestions.of(List.of(session(Arrays.asList(Index.values()), both)), LIVE.data());

        assertThat(suggestions.maxQuoteAge().value()).hasToString("240");
        isNone(suggestions.snapshotBefore(), "not needed: 16 of 16 checks find a peak snapshot within 90 s");
    }
}
