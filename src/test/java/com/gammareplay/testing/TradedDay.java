package com.gammareplay.testing;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.calendar.NewYork;
import com.gammareplay.calendar.TickSchedule;
import com.gammareplay.model.Cents;
import com.gammareplay.model.Index;
import com.gammareplay.parameters.ParameterValues;
import com.gammareplay.parameters.Preset;
import com.gammareplay.parameters.TypedParameters;
import com.gammareplay.trading.Decision;
import com.gammareplay.trading.SessionTrader;
import com.gammareplay.trading.StateManager;
import com.gammareplay.trading.Trade;
import com.gammareplay.trading.TradingListener;
import com.gammareplay.trading.TradingRules;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Trades sessions written as text through the bot, and tells what came of it in lines. */
public final class TradedDay {

    /** A quiet SPX session on which an iron condor is entered at 10:00 for 1.56 (1.60 at mid). */
    public static final String CONDOR = """
            09:59:40 SPX peak 6050
            09:59:40 SPX context 6050.00 14.00
            09:59:50..15:59:50/30 SPX C6070 2.00 2.02
            09:59:50..15:59:50/30 SPX C6075 1.20 1.22
            09:59:50..15:59:50/30 SPX P6030 2.00 2.02
            09:59:50..15:59:50/30 SPX P6025 1.20 1.22
            """;

    /** A session on which a call spread is entered at 10:00 for 1.38 (1.40 at mid). */
    public static final String CALL_SPREAD = """
            09:59:40 SPX peak 6050
            09:59:40 SPX context 6060.00 14.00
            09:59:50..15:59:50/30 SPX C6070 2.60 2.62
            09:59:50..15:59:50/30 SPX C6075 1.20 1.22
            """;

    private final Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
    private final List<String> texts = new ArrayList<>();
    private LocalDate date = LocalDate.of(2026, 1, 12);
    private List<Index> indices = List.of(Index.SPX);
    private LocalTime end = LocalTime.of(23, 59, 59);
    private StateManager state = new StateManager(2_500_000, new Silence());

    private static final class Silence implements TradingListener {
        @Override
        public void decided(Decision decision) {}

        @Override
        public void closed(Trade trade) {}
    }

    private TradedDay() {
        with("entryTimes", List.of("10:00"));
    }

    /** A session on 2026-01-12 of SPX alone with one check at 10:00. */
    public static TradedDay of(String... texts) {
        var day = new TradedDay();
        day.texts.addAll(List.of(texts));
        return day;
    }

    public TradedDay with(String parameter, @Nullable Object value) {
        parameters.put(parameter, value);
        return this;
    }

    public TradedDay on(String day) {
        date = LocalDate.parse(day);
        return this;
    }

    public TradedDay of(Index... some) {
        indices = List.of(some);
        return this;
    }

    /** Leaves out what was recorded after a time. */
    public TradedDay recordedUntil(LocalTime time) {
        end = time;
        return this;
    }

    public TradedDay startingWith(long cents) {
        state = new StateManager(cents, new Silence());
        return this;
    }

    /** Goes on with the account of another day. */
    public TradedDay after(TradedDay before) {
        state = before.state;
        return this;
    }

    /** Trades the session. */
    public TradedDay trade() {
        var session = new ExchangeCalendar().session(date).orElseThrow();
        var values = TypedParameters.of(ParameterValues.read(Preset.LIVE, parameters));
        var ticks = new TickSchedule(session, values.schedule().step());
        var market = TextMarket.of(date, indices, texts, end);
        var views = indices.stream().map(market::view).toList();
        var trader = new SessionTrader(session, ticks, TradingRules.of(values), state, views);
        for (var number = 0; number < ticks.size(); number++) {
            market.advanceTo(ticks.tick(number));
            trader.step(ticks.tick(number));
        }
        return this;
    }

    public StateManager state() {
        return state;
    }

    /** Such as {@code 10:00 SPX NO_QUOTE at 10:00:30} and {@code 10:00 SPX ENTERED 1 at 10:00}. */
    public List<String> decisions() {
        return state.decisions().stream().map(TradedDay::line).toList();
    }

    private static String line(Decision decision) {
        var outcome = decision.isEntered() ? "ENTERED " + decision.tradeNumber() : decision.reason();
        return decision.check().time() + " " + decision.check().index() + " " + outcome + " at "
                + NewYork.time(decision.instant());
    }

    /** The only decision. */
    public Decision decision() {
        return only(state.decisions());
    }

    /** Trades by exit, such as {@code 1 SPX CALL 1.38 at 10:00, 0.40 at 10:10:30 PROFIT_TARGET}. */
    public List<String> trades() {
        return state.tradesInOrderOfExit().stream().map(TradedDay::line).toList();
    }

    private static String line(Trade trade) {
        return trade.number() + " " + trade.index() + " "
                + trade.entry().plan().strategy() + " "
                + Cents.toDecimal(trade.entry().credit()) + " at "
                + NewYork.time(trade.entry().instant()) + ", "
                + Cents.toDecimal(trade.exit().value()) + " at "
                + NewYork.time(trade.exit().instant()) + " " + trade.exit().reason();
    }

    /** The only trade. */
    public Trade onlyTrade() {
        return only(state.tradesInOrderOfExit());
    }

    private static <T> T only(List<T> list) {
        if (list.size() != 1) {
            throw new AssertionError("there must be one, were " + list);
        }
        return list.getFirst();
    }
}
