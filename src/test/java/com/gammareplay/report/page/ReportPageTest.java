package com.gammareplay.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.replay.review.Sketches;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a page tells of a result. */
class ReportPageTest {

    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final String MISSING = "The rows have changed.";

    /** The page without its style, whatever is between two tags on one line. */
    private static String text(String page) {
        return page.replaceAll("(?s)<style>.*?</style>", "")
                .replaceAll("<[^>]*>", "|")
                .replaceAll("(?:\\|\\s*)+", "|")
                .replace("&amp;", "&");
    }

    @Test
    void the_title_is_the_label_or_says_what_was_replayed() {
        assertThat(SomeResult.page()).contains("<title>Backtest of some</title>", "<h1>Backtest of some</h1>");
        assertThat(text(SomeResult.page(SomeResult.json(), "mine", List.of("a", "b"), SomeResult.SKETCHES)))
                .contains("|mine|some, SPX, NDX, 2025-11-24 to 2025-11-28, preset live|a|b|");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</title><script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onload='alert(1)",
                "{{policy}}{{{style}}}",
                "\u2028\u2029<!--",
                "</style><svg/onload=alert(1)>"
            })
    void what_a_user_wrote_is_text_and_no_page(String hostile) {
        var clean = SomeResult.page(SomeResult.json(), "x", List.of("x"), SomeResult.SKETCHES);
        var page = SomeResult.page(SomeResult.json(), hostile, List.of(hostile), SomeResult.SKETCHES);

        assertThat(tags(page)).isEqualTo(tags(clean));
    }

    @Test
    void what_the_result_says_is_text_too() {
        var result = SomeResult.json();
        var hostile = "<script>alert(1)</script>";
        ((ObjectNode) result.path("warnings").get(0)).put("message", hostile);
        ((ObjectNode) result.path("sessions").get(2)).put("note", hostile);
        ((ObjectNode) result.path("trades").get(0)).put("exitReason", hostile);
        var breakdowns = (ObjectNode) result.path("breakdowns");
        breakdowns.set(hostile, breakdowns.remove("exitReason"));
        var page = SomeResult.page(result, null, List.of(), Sketches.missing(hostile));

        assertThat(names(page))
                .isEqualTo(names(SomeResult.page(SomeResult.json(), null, List.of(), Sketches.missing("x"))));
    }

    private static List<String> names(String page) {
        return tags(page).stream().map(tag -> tag.replaceAll("[ >].*", "")).toList();
    }

    private static List<String> tags(String page) {
        return page.lines()
                .flatMap(line -> TAG.matcher(line).results())
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void nothing_is_loaded_and_nothing_runs() {
        var page = SomeResult.page();

        assertThat(page)
                .contains("content=\"default-src &#39;none&#39;")
                .doesNotContain("<script", "src=", "@import", "url(", " style=", "http:", "https:");
        assertThat(page.split("href=")).hasSize(9);
        assertThat(page).doesNotContainPattern("href=\"(?!#|data:,\")");
    }

    @Test
    void yearly_growth_is_a_percentage_as_the_return_is() {
        var result = SomeResult.json();
        result.withObject("/summary").put("cagr", 0.21);

        assertThat(text(SomeResult.page(result, null, List.of(), SomeResult.SKETCHES)))
                .contains("|CAGR|21.00 %|");
    }

    @Test
    void numbers_have_their_units_intervals_and_reasons() {
        assertThat(text(SomeResult.page()))
                .contains("|Total P&L|120.50|-10.25 to 250.75|")
                .contains("|Expectancy|60.25|1.00 and more|")
                .contains("|Win rate|0.667|fewer than two sessions|")
                .contains("|Profit factor|–|no losing trade|")
                .contains("|Sharpe|-0.00|")
                .contains("|Intervals: 95 %, by a bootstrap over sessions (10000 resamples, seed 7): ");
    }

    @Test
    void warnings_come_before_everything_but_the_headline() {
        var page = text(SomeResult.page());

        assertThat(page).contains("|Warnings|FEW_TRADES|(2): The numbers rest on few trades.|");
        assertThat(page.indexOf("FEW_TRADES")).isLessThan(page.indexOf("|Account|Balance"));
        var clean = SomeResult.json();
        ((ArrayNode) clean.path("warnings")).removeAll();
        assertThat(text(SomeResult.page(clean, null, List.of(), SomeResult.SKETCHES)))
                .doesNotContain("Warnings");
    }

    @Test
    void the_calendar_has_every_weekday_of_the_range() {
        assertThat(text(SomeResult.page()))
                .contains("|November 2025|Mon|Tue|Wed|Thu|Fri|24|120.50|2 trades|25|0 trades|26|excluded|coverage 0.31|"
                        + "27|holiday|Thanksgiving Day|28|early close|");
    }

    @Test
    void the_largest_falls_are_shown_with_their_times() {
        assertThat(text(SomeResult.page()))
                .contains("|Largest falls of the account|Group|Amount|From|Recovered|Sessions|"
                        + "Realised|100.00|2025-11-24 09:30:00|–|1|Mark to market|500.00|2025-11-24 10:30:00|–|1|"
                        + "Not known: recovered: not recovered by the end.|");
    }

    @Test
    void breakdowns_are_shown_whatever_they_are_by() {
        assertThat(text(SomeResult.page()))
                .contains(
                        "|By exit reason|Group|Trades|Total P&L|Profit factor|SETTLEMENT|1|220.50|–|STOP_LOSS|1|-100.00|0.00|"
                                + "Not known: profit factor: no losing trade.|");
    }

    @Test
    void a_trade_has_its_amounts_as_the_result_and_its_times_in_new_york() {
        assertThat(text(SomeResult.page()))
                .contains(
                        "|1|2025-11-24|10:00|SPX IRON_CONDOR|HIGH|C 6745/6755, P 6705/6692.5|10:00:00|16:00:00|5.40|3.20|"
                                + "1|0.00|220.50|40.74 %|Path of trade 1: from -57.50 to 387.50 at mid, SETTLEMENT|-57.50|387.50|"
                                + "SETTLEMENT|remaining &#x3D; 0|")
                .contains("|2|2025-11-24|10:30|NDX PUT|MEDIUM|P 24790/24770|10:30:00|11:00:30|");
    }

    @Test
    void a_path_is_drawn_in_proportion() {
        // Credit 5.40: mids 5.00, 2.00, 3.20 are profits of 0.40, 3.40, 2.20. The picture goes from the stop at 6.00, a
        // loss of 0.60, to the target at 1.00, a profit of 4.40.
        assertThat(SomeResult.page())
                .contains("<path class=\"profit\" d=\"M0 153L320 47L640 89\"/>")
                .contains("<path class=\"target\" d=\"M0 12L640 12\"/>")
                .contains("<path class=\"zero\" d=\"M0 167H640\"/>")
                .contains("<path class=\"stop\" d=\"M0 188L640 188\"/>")
                .contains("<path class=\"trailing\" d=\"M320 82L640 82\"/>")
                .contains("cy=\"89\"");
    }

    @Test
    void the_account_is_drawn_in_proportion_to_trading_time() {
        // Two sessions of 6.5 hours; 24,800 to 25,300 dollars on an axis from 24,800 to 25,300.
        assertThat(SomeResult.page())
                .contains("<path class=\"equity\" d=\"M0 180L77 0L116 300L1000 108\"/>")
                .contains("<path class=\"balance\" d=\"M0 180L116 180L116 240L1000 240L1000 108\"/>")
                .contains("<li>25300</li><li>25200</li><li>25100</li><li>25000</li><li>24900</li><li>24800</li>")
                .contains("<li>2025-11-24</li><li>2025-11-25</li>")
                .contains("From 25000.00 to 25120.50 dollars; between 24800.00 and 25300.00.");
    }

    @Test
    void without_a_replay_the_balance_after_each_trade_is_drawn_and_the_page_says_why() {
        var page = SomeResult.page(SomeResult.json(), null, List.of(), Sketches.missing(MISSING));

        assertThat(text(page)).contains(MISSING);
        assertThat(page)
                .doesNotContain("class=\"profit\" d")
                .doesNotContain("class=\"equity\" d")
                .contains("From 25000.00 to 25120.50 dollars; between 24900.00 and 25120.50.");
        assertThat(SomeResult.page()).doesNotContain(MISSING);
    }

    @Test
    void an_account_that_never_fell_has_an_empty_picture_of_falls() {
        var result = SomeResult.json();
        result.set("trades", result.arrayNode());

        assertThat(SomeResult.page(result, null, List.of(), Sketches.missing(MISSING)))
                .contains("<li>0</li><li>-1</li>")
                .contains("class=\"fall\" d=\"M0 0L1000 0V0H0Z\"");
    }

    @Test
    void what_differs_from_the_preset_is_marked() {
        assertThat(SomeResult.page())
                .contains("<tr class=\"changed\"><th scope=\"row\">minCredit</th><td>1.50</td><td>1.3</td></tr>")
                .contains("<tr><th scope=\"row\">stopLoss</th><td>-0.15</td><td></td></tr>");
    }

    @Test
    void a_result_of_an_earlier_version_has_what_it_has() {
        var result = SomeResult.json();
        result.remove(List.of("intervals", "drawdowns", "breakdowns", "warnings"));
        result.path("trades").forEach(trade -> ((ObjectNode) trade).remove(List.of("exitEvidence", "mae", "mfe")));

        assertThat(text(SomeResult.page(result, null, List.of(), SomeResult.SKETCHES)))
                .contains("kept this result without intervals")
                .contains("kept this result without breakdowns")
                .contains("|Total P&L|120.50|");
    }

    @Test
    void an_empty_result_has_a_page() {
        var result = SomeResult.json();
        result.remove(List.of("breakdowns", "drawdowns", "intervals"));
        List.of("sessions", "trades", "warnings").forEach(field -> result.set(field, result.arrayNode()));
        result.set("summary", result.objectNode().put("trades", 0).putNull("winRate"));

        assertThat(text(SomeResult.page(result, null, List.of(), new Sketches(List.of(), Map.of(), null))))
                .contains("There are none.");
    }

    @Test
    void the_same_result_gives_the_same_bytes_in_any_zone_and_language() {
        var page = SomeResult.page();
        var zone = TimeZone.getDefault();
        var locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(SomeResult.page()).isEqualTo(page);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }
}
