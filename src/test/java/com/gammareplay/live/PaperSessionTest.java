package com.gammareplay.live;

import static com.gammareplay.live.ScriptedLife.NO_TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gammareplay.live.TroubledRecording.Kind;
import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.FeedException;
import com.gammareplay.marketdata.MarketSnapshot;
import com.gammareplay.marketdata.RecordingFailedException;
import com.gammareplay.model.Index;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of time of a live session (replay rules, section 9), on the recording that it really writes. */
class PaperSessionTest {

    @TempDir
    Path home;

    private ScriptedLife life(Index... indices) {
        return new ScriptedLife(home, PaperRequests.of("2025-11-24", List.of(indices), Map.of()));
    }

    private static ScriptedFeed.Script always(Duration delay) {
        return _ -> delay;
    }

    /** A delay of what is asked for a tick, and none of anything else. */
    private ScriptedFeed.Script only(ScriptedLife life, Poll.Kind kind, String tick, Duration delay) {
        return asked -> asked.kind() == kind && asked.until().equals(life.at(tick)) ? delay : NO_TIME;
    }

    private List<String> query(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("recordings/paper-1.db"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var list = new ArrayList<String>();
            while (rows.next()) {
                list.add(rows.getString(1));
            }
            return list;
        }
    }

    private void change(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("recordings/paper-1.db"));
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    @Test
    void a_stamp_is_when_the_answer_was_complete_rounded_up_to_the_second() {
        var life = life(Index.SPX, Index.NDX);

        life.live("09:29:40", "09:30:40", always(NO_TIME));

        assertThat(life.stamps())
                .containsExactly(
                        "SPX snapshot 09:29:46",
                        "NDX snapshot 09:29:46",
                        "SPX quotes 09:29:58",
                        "NDX quotes 09:29:58",
                        "SPX quotes 09:30:28",
                        "NDX quotes 09:30:28");
    }

    @Test
    void an_answer_of_a_whole_second_keeps_it() {
        var life = life(Index.SPX);

        life.live("09:29:40", "09:30:10", always(Duration.ofMillis(800)));

        assertThat(life.stamps()).containsExactly("SPX snapshot 09:29:46", "SPX quotes 09:29:58");
    }

    @Test
    void recorded_rows_have_the_stamps_and_no_row_is_there_twice() throws Exception {
        var life = life(Index.SPX, Index.NDX);

        life.live("09:29:40", "09:37:10", always(NO_TIME));

        assertThat(
                        query(
                                "select distinct timestamp from options_prices_live where index_symbol='SPX' order by 1 limit 2"))
                .containsExactly("2025-11-24 14:29:58", "2025-11-24 14:30:28");
        assertNoRowTwice();
    }

    private void assertNoRowTwice() throws SQLException {
        assertThat(query("select count(*) from options_prices_live"
                        + " group by timestamp, index_symbol, strike, option_type having count(*) > 1"))
                .isEmpty();
    }

    @Test
    void each_chain_and_each_list_of_quotes_is_asked_for_once_a_tick() {
        var life = life(Index.SPX, Index.NDX);

        life.live("09:29:40", "10:05:00", always(NO_TIME));

        assertThat(life.asked().stream()
                        .collect(Collectors.groupingBy(
                                asked -> asked.kind() + " " + asked.index() + " " + asked.until(),
                                Collectors.counting())))
                .allSatisfy((_, times) -> assertThat(times).isEqualTo(1))
                // 70 ticks of quotes, the open's chain and those of 09:36 and 10:00, of two indices
                .hasSize(2 * (71 + 3));
    }

    @Test
    void passes_are_committed_before_the_view_is_moved_and_what_was_decided_before_anything_else_is_sealed() {
        var life = life(Index.SPX, Index.NDX);

        life.live("09:29:40", "09:40:00", asked -> Duration.ofMillis(asked.index() == Index.NDX ? 2_900 : 100));

        var kinds = life.events().stream()
                .map(event -> event.kind().name().charAt(0))
                .map(String::valueOf)
                .collect(Collectors.joining());
        // NDX comes 2.9 + 0.2 s after its poll, that is after the tick, and is sealed only then
        assertThat(kinds).matches("DPP(P)?(LDP+)+(LD)?");
        for (var i = 1; i < life.events().size(); i++) {
            var event = life.events().get(i);
            if (event.kind() == Kind.DECISION) {
                assertThat(life.events().get(i - 1))
                        .isEqualTo(new TroubledRecording.Event(Kind.LOOK, event.instant(), null));
            }
        }
    }

    @Test
    void an_answer_after_its_tick_is_sealed_for_a_later_one() {
        var life = life(Index.SPX);

        life.live("09:29:40", "09:31:10", only(life, Poll.Kind.QUOTES, "09:30:30", Duration.ofSeconds(8)));

        assertThat(life.stamps()).contains("SPX quotes 09:30:36").doesNotContain("SPX quotes 09:30:28");
        var order = life.events().stream()
                .filter(event -> event.kind() != Kind.LOOK && event.instant() >= life.second("09:30:30"))
                .map(event -> event.kind() + " " + event.instant())
                .toList();
        assertThat(order).startsWith("DECISION " + life.second("09:30:30"), "PASS " + life.second("09:30:36"));
    }

    @Test
    void an_answer_that_comes_after_that_to_a_later_question_is_dropped_and_counted() {
        var life = life(Index.SPX);

        life.live("09:29:40", "09:32:00", only(life, Poll.Kind.QUOTES, "09:30:30", Duration.ofSeconds(40)));

        assertThat(life.stamps())
                .containsExactly(
                        "SPX snapshot 09:29:46",
                        "SPX quotes 09:29:58",
                        "SPX quotes 09:30:58",
                        "SPX quotes 09:31:28",
                        "SPX quotes 09:31:58");
        assertThat(life.counts().counts()).containsEntry("answersSuperseded", 1L);
    }

    @Test
    void stamps_lie_after_the_last_decided_tick_though_the_clock_was_set_back() {
        var life = life(Index.SPX).clockSet("09:30:30.1", Duration.ofSeconds(-10));

        life.live("09:29:40", "09:31:10", only(life, Poll.Kind.QUOTES, "09:30:30", Duration.ofSeconds(4)));

        // complete at 09:30:21.2 by the clock that was set back
        assertThat(life.stamps()).contains("SPX quotes 09:30:31").doesNotContain("SPX quotes 09:30:22");
        assertThat(life.ticks()).containsExactly(LocalTime.of(9, 30), LocalTime.of(9, 30, 30), LocalTime.of(9, 31));
    }

    @Test
    void stamps_go_on_from_the_last_one_when_the_clock_was_set_back() {
        var life = life(Index.SPX).clockSet("09:30:28.5", Duration.ofSeconds(-50));

        life.live("09:29:40", "09:32:10", always(NO_TIME));

        assertThat(life.events())
                .filteredOn(event -> event.kind() == Kind.PASS)
                .extracting(TroubledRecording.Event::instant)
                .hasSizeGreaterThan(4)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"09:31:10, 09:31", "09:31:10.001, 09:31:30"})
    void a_tick_is_decided_up_to_ten_seconds_late(String from, String first) {
        var life = life(Index.SPX);

        life.live(from, "09:32:10", always(NO_TIME));

        assertThat(life.ticks().getFirst()).isEqualTo(LocalTime.parse(first));
    }

    @Test
    void ticks_whose_time_has_gone_by_are_counted_and_not_listed() {
        var life = life(Index.SPX).clockSet("09:30:41", Duration.ofMinutes(2));

        life.live("09:29:40", "09:33:35", always(NO_TIME));

        assertThat(life.ticks())
                .containsExactly(
                        LocalTime.of(9, 30), LocalTime.of(9, 30, 30), LocalTime.of(9, 33), LocalTime.of(9, 33, 30));
        assertThat(life.counts().counts()).containsEntry("ticksSkipped", 4L).containsEntry("ticksDecided", 4L);
    }

    @Test
    void the_close_is_decided_however_late() {
        var life = life(Index.SPX);

        assertThat(life.live("19:00:00", "23:00:00", always(NO_TIME))).isTrue();

        assertThat(life.ticks()).containsExactly(LocalTime.of(16, 0));
        assertThat(life.counts().counts()).containsEntry("ticksSkipped", 780L);
    }

    @Test
    void a_session_that_is_stopped_has_not_decided_its_close() {
        assertThat(life(Index.SPX).live("09:29:40", "09:31:10", always(NO_TIME)))
                .isFalse();
    }

    @Test
    void the_first_chain_fixes_the_contracts_of_the_session_also_after_a_restart() {
        var life = life(Index.SPX);

        life.live("09:29:40", "09:40:10", always(NO_TIME));
        var outOfRange = life.counts().counts().get("contractsOutOfRange");
        life.live("09:45:00", "10:02:10", always(NO_TIME));

        var contracts = life.asked().stream()
                .filter(asked -> asked.kind() == Poll.Kind.QUOTES)
                .map(asked -> new HashSet<>(asked.contracts()))
                .distinct()
                .toList();
        assertThat(contracts).hasSize(1);
        // 60 strikes on either side and, as the price lies between two, no more
        assertThat(contracts.getFirst()).hasSize(2 * 120);
        // 800 points of 5 have 161 strikes; two chains were recorded before the restart
        assertThat(outOfRange).isEqualTo(2 * 2 * (161 - 120));
        assertThat(life.events())
                .extracting(TroubledRecording.Event::pass)
                .filteredOn(MarketSnapshot.class::isInstance)
                .hasSize(3)
                .allSatisfy(pass -> assertThat(((MarketSnapshot) pass).chain()).hasSize(2 * 120));
    }

    @Test
    void a_snapshot_that_failed_is_asked_for_again_before_the_next_tick_and_counted() {
        var life = life(Index.SPX);

        life.live("09:29:40", "10:04:10", asked -> {
            if (asked.kind() == Poll.Kind.SNAPSHOT && asked.until().equals(life.at("10:00:00"))) {
                throw new FeedException(FeedException.Kind.TIMEOUT, "not answered");
            }
            return NO_TIME;
        });

        assertThat(life.stamps().stream().filter(stamp -> stamp.contains("snapshot")))
                .containsExactly("SPX snapshot 09:29:46", "SPX snapshot 09:35:46", "SPX snapshot 10:00:16");
        assertThat(life.counts().counts()).containsEntry("gapTimeout", 1L);
        assertThat(life.counts().lastProblem()).isEqualTo("not answered");
    }

    @Test
    void a_feed_that_breaks_is_a_gap() {
        var life = life(Index.SPX);

        life.live("09:29:40", "09:31:10", asked -> {
            if (asked.until().equals(life.at("09:30:30"))) {
                throw new IllegalStateException("broken");
            }
            return NO_TIME;
        });

        assertThat(life.counts().counts()).containsEntry("gapBadAnswer", 1L).containsEntry("ticksDecided", 3L);
    }

    @Test
    void a_pass_that_could_not_be_committed_never_existed() throws Exception {
        var life = life(Index.SPX);

        life.before(event -> {
                    if (event.kind() == Kind.PASS && event.instant() == life.second("09:30:28")) {
                        throw new RecordingFailedException("disk full", new IOException("full"));
                    }
                })
                .live("09:29:40", "09:31:10", always(NO_TIME));

        assertThat(query("select distinct timestamp from options_prices_live order by 1"))
                .containsExactly("2025-11-24 14:29:58", "2025-11-24 14:30:58");
        assertThat(life.ticks()).hasSize(3);
        assertThat(life.counts().counts()).containsEntry("gapNotRecorded", 1L);
        assertThat(life.counts().lastProblem()).isEqualTo("disk full");
    }

    @Test
    void what_was_decided_and_could_not_be_committed_counts_as_not_decided() throws Exception {
        var life = life(Index.SPX);
        life.before(event -> {
            if (event.kind() == Kind.DECISION && event.instant() == life.second("09:30:30")) {
                throw new RecordingFailedException("disk full", new IOException("full"));
            }
        });

        assertThatThrownBy(() -> life.live("09:29:40", "09:31:10", always(NO_TIME)))
                .isInstanceOf(RecordingFailedException.class);

        assertThat(query("select count(*) from paper_tick")).containsExactly("1");
        life.before(_ -> {}).live("09:30:32", "09:31:10", always(NO_TIME));
        assertThat(life.ticks()).containsExactly(LocalTime.of(9, 30), LocalTime.of(9, 30, 30), LocalTime.of(9, 31));
    }

    @Test
    void a_start_is_refused_while_the_recording_has_rows_of_the_future() {
        var life = life(Index.SPX);
        life.live("09:29:40", "09:40:10", always(NO_TIME));

        assertThatThrownBy(() -> life.live("09:39:47.9", "09:41:00", always(NO_TIME)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the recording has rows of the future, at 2025-11-24T14:39:58Z");
        life.live("09:39:48", "09:41:00", always(NO_TIME));
    }

    @Test
    void another_session_is_refused() {
        life(Index.SPX).live("09:29:40", "09:31:10", always(NO_TIME));
        var other = new ScriptedLife(home, PaperRequests.of("2025-11-24", List.of(Index.SPX), Map.of("vixFloor", 1)));

        assertThatThrownBy(() -> other.live("09:32:00", "09:33:00", always(NO_TIME)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the recording is that of another session");
    }

    @Test
    void a_restart_decides_again_what_was_decided_and_stands_where_it_stood() throws Exception {
        var life = life(Index.SPX, Index.NDX);
        life.live("09:29:40", "10:20:10", always(NO_TIME));
        var before = List.copyOf(life.states());
        life.states().clear();

        life.live("10:20:20", "10:20:40", always(NO_TIME));

        assertThat(life.states().subList(0, before.size())).isEqualTo(before);
        assertThat(before.getLast().openPositions()).isNotEmpty();
        assertThat(life.ticks()).doesNotHaveDuplicates().hasSize(102);
        assertNoRowTwice();
    }

    @Test
    void a_restart_that_decides_something_else_goes_no_further() throws Exception {
        var life = life(Index.SPX);
        life.live("09:29:40", "10:20:10", always(NO_TIME));
        change("update paper_tick set decided = replace(decided, 'ENTERED', 'SKIPPED') where decided like '%ENTERED%'");

        assertThatThrownBy(() -> life.live("10:20:20", "10:20:40", always(NO_TIME)))
                .isInstanceOf(DivergedException.class)
                .hasMessageContaining("was decided before")
                .hasMessageContaining("after the restart");
    }
}
