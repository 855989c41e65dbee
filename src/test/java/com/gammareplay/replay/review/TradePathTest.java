package com.gammareplay.replay.review;

import static com.gammareplay.testing.TradedDay.CALL_SPREAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.gammareplay.bot.ExitReason;
import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.calendar.NewYork;
import com.gammareplay.model.Index;
import com.gammareplay.parameters.ParameterValues;
import com.gammareplay.parameters.Preset;
import com.gammareplay.parameters.TypedParameters;
import com.gammareplay.testing.TextMarket;
import com.gammareplay.testing.TradedDay;
import com.gammareplay.trading.PathPoint;
import com.gammareplay.trading.PathPoint.Quotes;
import com.gammareplay.trading.Trade;
import com.gammareplay.trading.TradingRules;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The call spread is entered at 10:00 for 1.38 (1.40 at mid); its quotes come 10 seconds before each tick. */
class TradePathTest {

    private static final Offset<Double> BITS = within(1e-9);

    /** At 10:05 the long leg has no ask, at 10:10 the spread stands at 0.89 at mid, and at once back at 1.40. */
    private static final List<String> DAY = List.of(
            CALL_SPREAD,
            "09:59:50..15:59:50/30 SPX P6070 12.60 12.62",
            "10:04:50 SPX C6075 1.20 -",
            "10:09:50 SPX C6070 2.10 2.10");

    private static Trade trade(List<String> texts) {
        return TradedDay.of(texts.toArray(String[]::new)).trade().onlyTrade();
    }

    private static TradePath path(List<String> texts, Map<String, Object> exits) {
        var trade = trade(texts);
        var session = new ExchangeCalendar().session(trade.session()).orElseThrow();
        var review = new PathReview(
                1, List.of(TradingRules.of(TypedParameters.of(ParameterValues.read(Preset.LIVE, exits)))));
        review.traded(session, TextMarket.of(trade.session(), List.of(Index.SPX), texts), List.of(trade));
        return review.paths().getFirst();
    }

    private static PathPoint at(TradePath path, String time) {
        var instant = NewYork.epochSecond(path.trade().session(), LocalTime.parse(time));
        return path.points().stream()
                .filter(point -> point.instant() == instant)
                .findFirst()
                .orElseThrow();
    }

    private static PathPoint.Levels levels(TradePath path, String time) {
        return at(path, time).levels();
    }

    @Test
    void it_goes_tick_by_tick_from_entry_to_exit_and_ends_as_the_trade_did() {
        var path = path(DAY, Map.of());

        assertThat(path.trade()).isEqualTo(trade(DAY));
        assertThat(path.trade().exit().reason()).isEqualTo(ExitReason.TRAILING_STOP);
        assertThat(path.points()).hasSize(22);
        assertThat(NewYork.time(path.points().getFirst().instant())).isEqualTo("10:00");
        assertThat(NewYork.time(path.points().getLast().instant())).isEqualTo("10:10:30");
    }

    @Test
    void prices_are_what_closing_costs_and_p_is_the_profit_at_mid() {
        var path = path(DAY, Map.of());

        assertThat(at(path, "10:00").quotes()).isEqualTo(new Quotes(140, 142, 138, (138 - 140.0) / 138));
        assertThat(at(path, "10:10").quotes()).isEqualTo(new Quotes(89, 90, 88, (138 - 89.0) / 138));
        assertThat(at(path, "10:10:30").quotes()).isEqualTo(new Quotes(140, 142, 138, (138 - 140.0) / 138));
        assertThat(path.trade().exit().value()).isEqualTo(142);
    }

    @Test
    void without_quotes_for_all_legs_there_are_no_prices_but_levels() {
        var point = at(path(DAY, Map.of()), "10:05");

        assertThat(point.quotes()).isNull();
        assertThat(point.levels().target()).isCloseTo(138 * (1 - (0.5 + 0.05 * 5 / 60)), BITS);
    }

    @Test
    void the_index_is_the_implied_one_or_none() {
        assertThat(at(path(DAY, Map.of()), "10:00").index()).isEqualTo(606_000);
        assertThat(at(path(List.of(CALL_SPREAD), Map.of()), "10:00").index()).isNull();
    }

    @Test
    void the_target_follows_the_hours_and_ends_with_a_hold() {
        var held = List.of(CALL_SPREAD, "10:09:50 SPX C6070 1.40 1.40");

        assertThat(levels(path(DAY, Map.of()), "10:00").target()).isCloseTo(69, BITS);
        assertThat(levels(path(held, Map.of()), "10:09:30").target()).isNotNull();
        assertThat(at(path(held, Map.of()), "10:09:30").hold()).isFalse();
        assertThat(levels(path(held, Map.of()), "10:10").target()).isNull();
        assertThat(at(path(held, Map.of()), "10:10").hold()).isTrue();
    }

    @Test
    void the_trailing_stop_has_a_level_from_the_tick_that_arms_it() {
        var path = path(DAY, Map.of());

        assertThat(levels(path, "10:09:30").trailingStop()).isNull();
        assertThat(Objects.requireNonNull(levels(path, "10:10").trailingStop())).isCloseTo(89 + 13.8, BITS);
        assertThat(Objects.requireNonNull(levels(path, "10:10:30").trailingStop()))
                .isCloseTo(89 + 13.8, BITS);
    }

    @Test
    void the_stop_has_a_level_once_it_works_and_the_emergency_stop_always() {
        var path = path(DAY, Map.of());

        assertThat(levels(path, "10:08:30").stopLoss()).isNull();
        assertThat(Objects.requireNonNull(levels(path, "10:09").stopLoss())).isCloseTo(138 * 1.15, BITS);
        assertThat(levels(path, "10:00").emergencyStop()).isCloseTo(138 * 1.25, BITS);
    }

    @Test
    void a_settled_trade_has_its_close_and_what_was_quoted_there() {
        var gone = List.of(CALL_SPREAD.replace("15:59:50", "09:59:50"), "15:59:00 SPX context 6100 14");
        var quoted = List.of(CALL_SPREAD, "15:59:00 SPX context 6100 14");
        var neverClosed = Map.<String, Object>of("hardCloseBefore", 0, "autoCloseBefore", 0);

        var path = path(gone, Map.of());
        assertThat(path.trade()).isEqualTo(trade(gone));
        assertThat(at(path, "16:00").quotes()).isNull();
        assertThat(path.points().stream().filter(point -> point.quotes() == null))
                .hasSize(717 + 1);
        assertThat(path(quoted, neverClosed).trade().exit().reason()).isEqualTo(ExitReason.SETTLEMENT);
        assertThat(at(path(quoted, neverClosed), "16:00").quotes())
                .isEqualTo(new Quotes(140, 142, 138, (138 - 140.0) / 138));
    }

    @Test
    void by_other_exit_parameters_the_same_entry_ends_otherwise() {
        var path = path(DAY, Map.of("trailingDistance", 0.9));

        assertThat(path.trade().entry()).isEqualTo(trade(DAY).entry());
        assertThat(path.trade().exit().reason()).isEqualTo(ExitReason.AUTO_CLOSE);
        assertThat(NewYork.time(path.points().getLast().instant())).isEqualTo("15:30");
    }

    @Test
    void there_is_no_way_of_a_trade_that_there_is_not() {
        var trade = trade(DAY);
        var session = new ExchangeCalendar().session(trade.session()).orElseThrow();
        var review = new PathReview(2, List.of());

        review.traded(session, TextMarket.of(trade.session(), List.of(Index.SPX), DAY), List.of(trade));

        assertThat(review.paths()).isEmpty();
    }
}
