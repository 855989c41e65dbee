package com.gammareplay.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.calendar.NewYork;
import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.MarketPass;
import com.gammareplay.marketdata.MarketSnapshot;
import com.gammareplay.marketdata.QuotePass;
import com.gammareplay.marketdata.synthetic.DemoFeed;
import com.gammareplay.model.Index;
import com.gammareplay.model.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecorderTest {

    private static final LocalDate DATE = LocalDate.of(2025, 11, 24);
    private static final Session SESSION = new ExchangeCalendar().session(DATE).orElseThrow();

    private final Recorder recorder = new Recorder();
    private final PassList passes = new PassList();

    private static Instant at(String time) {
        return Instant.ofEpochSecond(NewYork.epochSecond(DATE, LocalTime.parse(time)));
    }

    /** Records the demo from one time to another. */
    private boolean record(String from, Index index, String until) {
        var time = new VirtualTime(at(from), Duration.ofMillis(400), Pace.UNLIMITED);
        var market = new Market(new DemoFeed(DATE, time), SESSION, time);
        return recorder.record(
                SESSION, List.of(index), passes, time, market, () -> !time.now().isBefore(at(until)));
    }

    private List<String> stamps(Class<? extends MarketPass> kind) {
        return passes.list().stream()
                .filter(kind::isInstance)
                .map(pass -> NewYork.time(pass.instant()).toString())
                .toList();
    }

    @Test
    void a_session_is_recorded_to_its_close_with_chains_at_the_check_times() {
        assertThat(record("09:29", Index.SPX, "17:00")).isTrue();

        assertThat(passes.list()).extracting(MarketPass::instant).isSorted();
        assertThat(stamps(QuotePass.class)).startsWith("09:29:58", "09:30:28").endsWith("15:59:28", "15:59:58");
        assertThat(stamps(MarketSnapshot.class))
                .containsExactly(
                        "09:29:46",
                        "09:35:46",
                        "09:59:46",
                        "10:29:46",
                        "10:59:46",
                        "11:29:46",
                        "11:59:46",
                        "12:29:46",
                        "12:59:46",
                        "13:29:46",
                        "13:59:46",
                        "14:29:46",
                        "14:59:46");
    }

    @Test
    void what_it_got_and_lacks_is_counted_and_nothing_is_decided() {
        record("09:29", Index.NDX, "17:00");

        assertThat(recorder.counts().counts())
                .containsEntry("snapshotPasses", 13L)
                .containsEntry("quotePasses", 781L - 14)
                .containsEntry("gapUnavailable", 14L)
                .containsOnlyKeys("snapshotPasses", "quotePasses", "gapUnavailable", "contractsOutOfRange");
        assertThat(recorder.counts().lastProblem()).isEqualTo("the demo is out from 12:17 to 12:24");
    }

    @Test
    void what_the_market_left_out_meanwhile_is_counted_with_it() {
        var time = new VirtualTime(at("15:50"), Duration.ofMillis(400), Pace.UNLIMITED);
        var script = new ScriptedFeed(new DemoFeed(DATE, time), time, _ -> Duration.ZERO);
        var market = new Market(script, SESSION, time);

        script.leaveOut("otherRoots", 7);
        recorder.record(SESSION, List.of(Index.SPX), passes, time, market, () -> {
            if (script.asked().size() == 3) {
                script.leaveOut("otherRoots", 12);
            }
            return false;
        });

        assertThat(recorder.counts().counts()).containsEntry("otherRoots", 5L);
    }

    @Test
    void one_that_was_stopped_goes_on_as_if_it_had_not_been() {
        record("09:29", Index.SPX, "17:00");
        var whole = List.copyOf(passes.list());
        passes.list().clear();

        assertThat(record("09:29", Index.SPX, "11:45")).isFalse();
        assertThat(passes.list()).isNotEmpty();
        assertThat(record("11:45", Index.SPX, "17:00")).isTrue();

        assertThat(passes.list()).isEqualTo(whole);
    }

    @Test
    void ticks_that_were_recorded_before_are_not_counted_as_missed_but_those_before_a_late_start_are() {
        record("12:00", Index.SPX, "13:00");
        assertThat(recorder.counts().counts()).containsEntry("ticksSkipped", 300L);

        record("13:00", Index.SPX, "17:00");
        assertThat(recorder.counts().counts()).containsEntry("ticksSkipped", 300L);
    }

    @Test
    void after_the_close_there_is_nothing_left_to_record() {
        record("09:29", Index.SPX, "17:00");
        var passesBefore = passes.list().size();

        assertThat(record("16:00:01", Index.SPX, "17:00")).isTrue();

        assertThat(passes.list()).hasSize(passesBefore);
    }

    @Test
    void a_recording_of_the_future_is_refused() {
        record("09:29", Index.SPX, "13:00");

        assertThatThrownBy(() -> record("12:00", Index.SPX, "17:00"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("rows of the future");
    }
}
