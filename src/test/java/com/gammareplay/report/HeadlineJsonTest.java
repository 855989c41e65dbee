package com.gammareplay.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.replay.Headline;
import com.gammareplay.replay.WarningCode;
import com.gammareplay.statistics.HeadlineNumber;
import com.gammareplay.statistics.Summary;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The headline of a run. */
class HeadlineJsonTest {

    private static final Summary SUMMARY = new Summary(
            3, 2, 1, 0, 2 / 3.0, 1_050, 2_050, 1_000, 10.25, -10.0, 1_500L, -1_000L, 2.05, 3.505, 1_000_000, 1_001_050,
            0.105, 1_000, 0.1, null, 1.5, 1, Map.of());

    private static final Map<WarningCode, Long> WARNINGS =
            new EnumMap<>(Map.of(WarningCode.FEW_TRADES, 3L, WarningCode.CHECKS_WITHOUT_SNAPSHOT, 33L));

    @Test
    void the_headline_has_the_headline_numbers_in_their_order_as_the_summary_writes_them_and_its_warnings() {
        var json = JsonReport.mapper();
        var headline = json.writeValueAsString(HeadlineJson.of(new Headline(SUMMARY, WARNINGS)));

        assertThat(headline).isEqualTo("""
                {"trades":3,"wins":2,"losses":1,"winRate":0.6666666666666666,"totalPnl":10.50,"profitFactor":2.05,\
                "expectancy":3.50,"endingBalance":10010.50,"returnPercent":0.105,"maxDrawdown":10.00,\
                "maxDrawdownPercent":0.1,"sharpe":null,"sortino":1.5,"tradedSessions":1,"warnings":{"CHECKS_WITHOUT_SNAPSHOT":33,"FEW_TRADES":3}}""");
        var names = Stream.concat(HeadlineNumber.labels().stream(), Stream.of("warnings"));
        assertThat(json.readTree(headline).propertyNames()).containsExactlyElementsOf(names.toList());
    }
}
