package com.gammareplay.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.bot.Evidence;
import com.gammareplay.bot.ExitRules;
import com.gammareplay.bot.MarketView;
import com.gammareplay.marketdata.LiveRecording.DecidedTick;
import com.gammareplay.marketdata.SessionMarket;
import com.gammareplay.model.Index;
import com.gammareplay.parameters.ParameterValues;
import com.gammareplay.parameters.Preset;
import com.gammareplay.parameters.TypedParameters;
import com.gammareplay.report.JsonReport;
import com.gammareplay.trading.TradingRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A paper session that asks the broker over HTTP decides what a replay of its recording decides; one that looks ahead,
 * has another rule or another order does not.
 */
class LiveParityTest {

    private static final JsonReport REPORT = new JsonReport();

    @TempDir
    private static Path home;

    private static LivedDay day;

    @BeforeAll
    static void live() {
        day = LivedDay.of(home, PaperRequests.of("2025-11-25"));
        assertThat(day.live(BrokerTrouble.none())).as("the close was decided").isTrue();
    }

    private static List<String> lived() {
        return day.journal().ticks().stream()
                .flatMap(tick -> tick.decided().lines())
                .toList();
    }

    @Test
    void a_whole_session_of_both_indices_is_identical_to_its_replay() {
        var parity = day.parity();

        assertThat(parity.firstDifference()).isNull();
        assertThat(parity.identical()).isTrue();
        assertThat(parity.ticks()).isEqualTo(781);
        assertThat(parity.ticksSkipped()).isZero();
        assertThat(parity.decisions() + parity.trades()).isEqualTo(lived().size());
        assertThat(parity.trades()).isPositive();
    }

    @Test
    void a_fresh_process_that_has_only_the_file_finds_the_same() throws Exception {
        assertThat(FreshParity.check(home, "paper-1"))
                .isEqualTo(day.parity().toString())
                .contains("identical=true");
    }

    @Test
    void the_session_had_entries_of_both_indices_and_checks_that_failed_for_several_reasons() {
        assertThat(lived())
                .anyMatch(line -> line.contains("\"outcome\":\"ENTERED\"") && line.contains("\"SPX\""))
                .anyMatch(line -> line.contains("\"outcome\":\"ENTERED\"") && line.contains("\"NDX\""))
                .anyMatch(line -> line.contains("\"reason\":\"NO_GEX_SNAPSHOT\""))
                .anyMatch(line -> line.contains("\"reason\":\"OUTSIDE_ENTRY_WINDOW\""));
    }

    @Test
    void a_backtest_of_the_recording_gives_the_same_decisions_and_trades_where_no_tick_was_skipped() {
        var ledger = day.backtest().ledger();

        assertThat(Stream.concat(
                        ledger.decisions().stream().map(REPORT::decision),
                        ledger.trades().stream().map(REPORT::trade)))
                .containsExactlyInAnyOrderElementsOf(lived());
    }

    @Test
    void nothing_was_skipped_dropped_or_asked_twice() {
        assertThat(day.counts())
                .containsEntry("ticksDecided", 781L)
                .containsEntry("quotePasses", 2 * 781L)
                // the first ones of both, and at each check but the one that the demo lacks
                .containsEntry("snapshotPasses", 2 * 12L)
                .containsOnlyKeys(
                        "contractsOutOfRange",
                        "gapUnavailable",
                        "quotePasses",
                        "repeatedRequests", // at the outage of the demo's market
                        "snapshotPasses",
                        "ticksDecided");
    }

    @Test
    void a_changed_rule_makes_it_fail() {
        var parameters = day.request().parameters();
        var rules = TradingRules.of(parameters);
        var other = TypedParameters.of(ParameterValues.read(Preset.LIVE, Map.of("trailingArm", 0.05)));

        var parity = day.parity(new TradingRules(
                parameters, rules.entry(), new ExitRules(other.exits(), Evidence::new), rules.fills()));

        assertDiffers(parity);
    }

    @Test
    void a_look_ahead_of_one_row_makes_it_fail() {
        assertDiffers(day.parity(market -> new SessionMarket() {
            @Override
            public void advanceTo(long instant) {
                // passes are 30 seconds apart: of each series the next row is seen, and no other
                market.advanceTo(instant + 30);
            }

            @Override
            public MarketView view(Index index) {
                return market.view(index);
            }
        }));
    }

    @Test
    void a_swapped_order_in_the_tick_makes_it_fail() {
        assertDiffers(day.parity(market -> new SessionMarket() {
            @Override
            public void advanceTo(long instant) {
                market.advanceTo(instant);
            }

            @Override
            public MarketView view(Index index) {
                return market.view(index == Index.SPX ? Index.NDX : Index.SPX);
            }
        }));
    }

    @Test
    void a_decision_that_was_changed_afterwards_is_found_with_what_both_say() {
        var ticks = day.journal().ticks();
        var number = 0;
        while (ticks.get(number).decided().isEmpty()) {
            number++;
        }
        var changed = new ArrayList<>(ticks);
        var tick = ticks.get(number);
        var text = tick.decided().replaceFirst("\\d", "~");
        changed.set(number, new DecidedTick(tick.tick(), text, tick.seen()));

        var difference = day.parity(changed).firstDifference();

        var expected = new Parity.Difference(tick.tick(), text, tick.decided(), tick.seen(), null);
        assertThat(difference).isEqualTo(expected);
    }

    private static void assertDiffers(Parity parity) {
        assertThat(parity.identical()).isFalse();
        assertThat(parity.firstDifference())
                .isNotNull()
                .satisfies(difference -> assertThat(difference.replayed()).isNotEqualTo(difference.live()));
    }
}
