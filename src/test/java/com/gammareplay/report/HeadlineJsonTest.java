package com.gammareplay.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.replay.Headline;
import com.gammareplay.replay.WarningCode;
import com.gammareplay.statistics.Figure;
import com.gammareplay.statistics.ResultNumber;
import com.gammareplay.statistics.Summary;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The headline of a run. */
class HeadlineJsonTest {

    private static final Map<ResultNumber, Figure> FIGURES = new EnumMap<>(ResultNumber.class);

    static {
        FIGURES.put(ResultNumber.TRADES, Figure.of(3));
        FIGURES.put(ResultNumber.WINS, Figure.of(2));
        FIGURES.put(ResultNumber.LOSSES, Figure.of(1));
        FIGURES.put(ResultNumber.BREAKEVEN, Figure.of(0));
        FIGURES.put(ResultNumber.WIN_RATE, Figure.of(2 / 3.0));
        FIGURES.put(ResultNumber.TOTAL_PNL, Figure.of(10.5));
        FIGURES.put(ResultNumber.PROFIT_FACTOR, Figure.of(2.05));
        FIGURES.put(ResultNumber.EXPECTANCY, Figure.of(3.505));
        FIGURES.put(ResultNumber.ENDING_BALANCE, Figure.of(10_010.5));
        FIGURES.put(ResultNumber.RETURN_PERCENT, Figure.of(0.105));
        FIGURES.put(ResultNumber.MAX_DRAWDOWN, Figure.of(10));
        FIGURES.put(ResultNumber.MAX_DRAWDOWN_PERCENT, Figure.of(0.1));
        FIGURES.put(ResultNumber.SHARPE, Figure.missing("all daily returns are the same"));
        FIGURES.put(ResultNumber.SORTINO, Figure.of(1.5));
        FIGURES.put(ResultNumber.TRADED_SESSIONS, Figure.of(1));
    }

    private static final Map<WarningCode, Long> WARNINGS =
            new EnumMap<>(Map.of(WarningCode.FEW_TRADES, 3L, WarningCode.CHECKS_WITHOUT_SNAPSHOT, 33L));

    @Test
    void the_headline_has_the_headline_numbers_in_their_order_as_the_summary_writes_them_and_its_warnings() {
        var json = JsonReport.mapper();
        var headline = json.writeValueAsString(HeadlineJson.of(new Headline(new Summary(FIGURES), WARNINGS)));

        assertThat(headline).isEqualTo("""
                {"trades":3,"wins":2,"losses":1,"winRate":0.6666666666666666,"totalPnl":10.50,"profitFactor":2.05,\
                "expectancy":3.50,"endingBalance":10010.50,"returnPercent":0.105,"maxDrawdown":10.00,\
                "maxDrawdownPercent":0.1,"sharpe":null,"sortino":1.5,"tradedSessions":1,"warnings":{"CHECKS_WITHOUT_SNAPSHOT":33,"FEW_TRADES":3}}""");
        var names = Stream.concat(ResultNumber.HEADLINE_NAMES.stream(), Stream.of("warnings"));
        assertThat(json.readTree(headline).propertyNames()).containsExactlyElementsOf(names.toList());
    }
}
