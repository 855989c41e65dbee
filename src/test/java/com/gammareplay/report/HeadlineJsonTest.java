package com.gammareplay.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.statistics.HeadlineNumber;
import com.gammareplay.statistics.Summary;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The headline of a run. */
class HeadlineJsonTest {

    private static final Summary SUMMARY = new Summary(
            3, 2, 1, 0, 2 / 3.0, 1_050, 2_050, 1_000, 10.25, -10.0, 1_500L, -1_000L, 2.05, 3.505, 1_000_000, 1_001_050,
            0.105, 1_000, 0.1, null, 1.5, 1, Map.of());

    @Test
    void the_headline_has_the_headline_numbers_in_their_order_as_the_summary_writes_them() {
        var json = JsonReport.mapper();
        var headline = json.writeValueAsString(new HeadlineJson(SummaryJson.of(SUMMARY)));

        assertThat(headline).isEqualTo("""
                {"trades":3,"wins":2,"losses":1,"winRate":0.6666666666666666,"totalPnl":10.50,"profitFactor":2.05,\
                "expectancy":3.50,"endingBalance":10010.50,"returnPercent":0.105,"maxDrawdown":10.00,\
                "maxDrawdownPercent":0.1,"sharpe":null,"sortino":1.5,"tradedSessions":1}""");
        assertThat(json.readTree(headline).propertyNames()).containsExactlyElementsOf(HeadlineNumber.labels());
    }
}
