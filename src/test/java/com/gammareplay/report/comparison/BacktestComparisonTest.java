package com.gammareplay.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.report.comparison.Causes.Kind;
import com.gammareplay.report.comparison.Comparison.Decisions;
import com.gammareplay.report.comparison.Difference.What;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BacktestComparisonTest {

    private static final String DAY = "2026-01-12";
    private static final Side BASE = new Side(
            request("\"maxOpenPositions\": 3, \"stopLoss\": -0.15"),
            "{\"trades\": 1, \"totalPnl\": 50.00, \"sharpe\": null, \"warnings\": {\"FEW_TRADES\": 1}}",
            provenance("rows", "1"),
            List.of(
                    entered(DAY, "10:00", 1, "\"openPositions\": 0"),
                    skipped(DAY, "10:30", "MOMENTUM", "\"move5m\": 4.5")),
            List.of(trade(DAY, "10:00", 1, "12:00:00", 50)));

    /** What is kept of one of the two. */
    private record Side(
            String request, String headline, String provenance, List<String> decisions, List<String> trades) {

        Side asking(String parameters) {
            return new Side(BacktestComparisonTest.request(parameters), headline, provenance, decisions, trades);
        }

        Side made(String of) {
            return new Side(request, headline, of, decisions, trades);
        }

        Side summing(String numbers) {
            return new Side(request, numbers, provenance, decisions, trades);
        }

        Side deciding(String... lines) {
            return new Side(request, headline, provenance, List.of(lines), trades);
        }

        Side trading(String... lines) {
            return new Side(request, headline, provenance, decisions, List.of(lines));
        }

        private ComparedBacktest kept() {
            return new ComparedBacktest(
                    request,
                    headline,
                    in("{\"summary\": {}, \"trades\": [{\"provenance\": 1}], \"provenance\": " + provenance + "}"),
                    in(lines(decisions)),
                    in(lines(trades)));
        }

        private static String lines(List<String> lines) {
            return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
        }

        private static InputStream in(String text) {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        Comparison with(Side right) {
            try (var one = kept();
                    var other = right.kept()) {
                return BacktestComparison.of(one, other);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static String request(String parameters) {
        return "{\"dataset\": \"d\", \"from\": \"2026-01-12\", \"preset\": \"live\", \"parameters\": {" + parameters
                + "}}";
    }

    private static String provenance(String data, String version) {
        return "{\"dataset\": \"d\", \"dataSha256\": \"%s\", \"parametersSha256\": \"any\", \"calendarVersion\": \"c\", \"version\": \"%s\"}"
                .formatted(data, version);
    }

    private static String entered(String day, String time, int number, String values) {
        return decision(day, time, "\"ENTERED\"", "null", values, String.valueOf(number));
    }

    private static String skipped(String day, String time, String reason, String values) {
        return decision(day, time, "\"SKIPPED\"", "\"" + reason + "\"", values, "null");
    }

    private static String decision(
            String day, String time, String outcome, String reason, String values, String number) {
        return "{\"session\": \"%s\", \"index\": \"SPX\", \"checkTime\": \"%s\", \"instant\": \"%sT%s:00Z\", \"outcome\": %s, \"reason\": %s, \"values\": {%s}, \"tradeNumber\": %s}"
                .formatted(day, time, day, utc(time), outcome, reason, values, number);
    }

    private static String utc(String time) {
        return Integer.parseInt(time.substring(0, 2)) + 5 + time.substring(2);
    }

    private static String trade(String day, String time, int number, String exit, int pnl) {
        return "{\"number\": %s, \"index\": \"SPX\", \"session\": \"%s\", \"checkTime\": \"%s\", \"entryTime\": \"%sT%s:00Z\", \"exitTime\": \"%sT%sZ\", \"credit\": 5.00, \"pnl\": %s.00, \"exitEvidence\": {\"number\": %s}}"
                .formatted(number, day, time, day, utc(time), day, exit, pnl, number);
    }

    private static Difference first(Comparison comparison) {
        return Objects.requireNonNull(comparison.firstDifference());
    }

    @Test
    void one_beside_itself_is_identical() {
        var comparison = BASE.with(BASE);

        assertThat(comparison.identical()).isTrue();
        assertThat(comparison.causes()).isEqualTo(new Causes(List.of(), List.of(), List.of()));
        assertThat(comparison.decisions()).isEqualTo(new Decisions(2, 0, 0, 0, 0));
        assertThat(comparison.trades().same()).isEqualTo(1);
        assertThat(comparison.firstDifference()).isNull();
        assertThat(comparison.firstDecision()).isNull();
        assertThat(comparison.headline().difference())
                .containsEntry("totalPnl", new BigDecimal("0.00"))
                .containsOnlyKeys("trades", "totalPnl");
    }

    @Test
    void a_parameter_that_alone_differs_is_the_cause_of_a_trade_that_only_one_has() {
        var left = BASE.deciding(
                entered(DAY, "10:00", 1, "\"openPositions\": 0, \"maxOpenPositions\": 3"),
                skipped(DAY, "10:30", "POSITION_LIMIT", "\"openPositions\": 3, \"maxOpenPositions\": 3, \"px\": 1"),
                entered(DAY, "11:00", 2, "\"openPositions\": 2, \"maxOpenPositions\": 3"));
        var right = left.asking("\"maxOpenPositions\": 6, \"stopLoss\": -0.15")
                .deciding(
                        entered(DAY, "10:00", 1, "\"openPositions\": 0, \"maxOpenPositions\": 6"),
                        entered(
                                DAY,
                                "10:30",
                                2,
                                "\"openPositions\": 3, \"maxOpenPositions\": 6, \"px\": 2, \"fill\": 5"),
                        entered(DAY, "11:00", 3, "\"openPositions\": 2, \"maxOpenPositions\": 6"))
                .trading(
                        trade(DAY, "10:00", 1, "12:00:00", 50),
                        trade(DAY, "10:30", 2, "13:00:00", -20),
                        trade(DAY, "11:00", 3, "19:00:00", 7));
        left = left.trading(trade(DAY, "10:00", 1, "12:00:00", 50), trade(DAY, "11:00", 2, "19:00:00", 7));

        var comparison = left.with(right);

        assertThat(comparison.identical()).isFalse();
        assertThat(comparison.decisions()).isEqualTo(new Decisions(2, 1, 0, 0, 0));
        assertThat(comparison.trades().same()).isEqualTo(2);
        assertThat(comparison.trades().onlyLeft().count()).isZero();
        assertThat(comparison.trades().onlyRight().count()).isOne();
        assertThat(comparison.trades().onlyRight().pnl()).isEqualByComparingTo("-20");
        assertThat(comparison.trades().onlyRight().items().getFirst()).containsKeys("number", "exitEvidence");
        var first = first(comparison);
        assertThat(first).isEqualTo(comparison.firstDecision());
        assertThat(first.what()).isEqualTo(What.DECISION);
        assertThat(first.time()).isEqualTo("2026-01-12T15:30:00Z");
        assertThat(first.checkTime()).isEqualTo("10:30");
        assertThat(first.fields()).containsExactly("outcome", "reason", "values.px");
        assertThat(first.cause().kinds()).containsExactly(Kind.PARAMETERS);
        assertThat(first.cause().compared()).containsExactly("maxOpenPositions");
        assertThat(first.cause().message())
                .isEqualTo("The cause, for nothing else differs: parameter maxOpenPositions.");
    }

    @Test
    void of_two_parameters_neither_is_said_to_be_the_cause() {
        var right = BASE.asking("\"maxOpenPositions\": 6, \"stopLoss\": -0.3")
                .deciding(BASE.decisions().getFirst(), entered(DAY, "10:30", 2, "\"maxOpenPositions\": 6"));

        var cause = first(BASE.with(right)).cause();

        assertThat(cause.kinds()).containsExactly(Kind.PARAMETERS);
        assertThat(cause.compared()).containsExactly("maxOpenPositions");
        assertThat(cause.message()).startsWith("The cause is among these").contains("maxOpenPositions, stopLoss");
    }

    @Test
    void of_several_kinds_any_may_be_the_cause() {
        var right = BASE.asking("\"maxOpenPositions\": 6, \"stopLoss\": -0.15")
                .made(provenance("others", "2"))
                .deciding(BASE.decisions().getFirst());

        var comparison = BASE.with(right);

        assertThat(comparison.decisions()).isEqualTo(new Decisions(1, 0, 0, 1, 0));
        var cause = first(comparison).cause();
        assertThat(cause.kinds()).containsExactly(Kind.PARAMETERS, Kind.DATA, Kind.VERSION);
        assertThat(cause.message())
                .startsWith("Any of these may be the cause")
                .contains("maxOpenPositions", "rows", "version");
    }

    @Test
    void nothing_is_made_up_where_nothing_is_known() {
        var cause = first(BASE.with(BASE.deciding(BASE.decisions().getFirst()))).cause();

        assertThat(cause.kinds()).isEmpty();
        assertThat(cause.message()).contains("builds of one version may differ");
    }

    @Test
    void a_trade_that_ended_otherwise_comes_before_a_decision_that_followed_from_it() {
        var right = BASE.asking("\"maxOpenPositions\": 3, \"stopLoss\": -0.3")
                .trading(trade(DAY, "10:00", 1, "15:20:00", -75))
                .deciding(BASE.decisions().getFirst(), entered(DAY, "10:30", 2, "\"openPositions\": 0"));
        var left = BASE.trading(trade(DAY, "10:00", 1, "15:29:30", 50));

        var comparison = left.with(right);

        var first = first(comparison);
        assertThat(first.what()).isEqualTo(What.TRADE);
        assertThat(first.time()).isEqualTo("2026-01-12T15:20:00Z");
        assertThat(first.fields()).containsExactly("exitTime", "pnl");
        assertThat(first.cause().compared()).isEmpty();
        assertThat(Objects.requireNonNull(comparison.firstDecision()).checkTime())
                .isEqualTo("10:30");
        var differing = comparison.trades().differing();
        assertThat(differing.count()).isOne();
        assertThat(differing.pnl()).isEqualByComparingTo("-125");
        assertThat(differing.items().getFirst().fields())
                .extracting(Differing::name)
                .containsExactly("exitTime", "pnl");
    }

    @Test
    void a_trade_that_ended_otherwise_later_comes_behind_a_decision_before() {
        var right = BASE.trading(trade(DAY, "10:00", 1, "18:00:00", -75))
                .deciding(BASE.decisions().getFirst(), skipped(DAY, "10:30", "VIX_CEILING", ""));
        var left = BASE.trading(trade(DAY, "10:00", 1, "19:00:00", 50));

        assertThat(first(left.with(right)).what()).isEqualTo(What.DECISION);
    }

    @Test
    void a_trade_that_was_filled_otherwise_differs_from_its_entry_on() {
        var left = BASE.trading(trade(DAY, "10:00", 1, "18:00:00", 50));
        var right = BASE.trading(trade(DAY, "10:00", 1, "18:00:00", 50).replace("5.00", "4.90"));

        assertThat(first(left.with(right)).time()).isEqualTo("2026-01-12T15:00:00Z");
    }

    @Test
    void another_value_of_the_same_outcome_is_told_apart_from_another_outcome() {
        var right = BASE.made(provenance("others", "1"))
                .deciding(BASE.decisions().getFirst(), skipped(DAY, "10:30", "MOMENTUM", "\"move5m\": 4.6"));

        var comparison = BASE.with(right);

        assertThat(comparison.decisions()).isEqualTo(new Decisions(1, 0, 1, 0, 0));
        assertThat(first(comparison).fields()).containsExactly("values.move5m");
        assertThat(first(comparison).cause().kinds()).containsExactly(Kind.DATA);
    }

    /** Decisions show the one for an index by the name of that for both. */
    @Test
    void a_parameter_that_was_asked_for_is_no_difference_of_a_decision() {
        var left = BASE.asking("\"minShortDistance.SPX\": 5")
                .deciding(skipped(DAY, "10:00", "SHORT_TOO_CLOSE", "\"shortDistance\": 4, \"minShortDistance\": 5"));
        var right = BASE.asking("\"minShortDistance.SPX\": 6")
                .deciding(skipped(DAY, "10:00", "SHORT_TOO_CLOSE", "\"shortDistance\": 4, \"minShortDistance\": 6"));

        var comparison = left.with(right);

        assertThat(comparison.decisions()).isEqualTo(new Decisions(1, 0, 0, 0, 0));
        assertThat(comparison.identical()).isTrue();
        assertThat(comparison.causes().parameters())
                .extracting(Differing::name)
                .containsExactly("minShortDistance.SPX");
    }

    @Test
    void checks_of_sessions_that_only_one_has_are_counted() {
        var later = "2026-01-13";
        var right = BASE.deciding(
                        BASE.decisions().getFirst(),
                        BASE.decisions().getLast(),
                        entered(later, "10:00", 2, ""),
                        skipped(later, "10:30", "MOMENTUM", ""))
                .trading(BASE.trades().getFirst(), trade(later, "10:00", 2, "18:00:00", 5));

        var there = BASE.with(right);
        var back = right.with(BASE);

        assertThat(there.decisions()).isEqualTo(new Decisions(2, 0, 0, 0, 2));
        assertThat(back.decisions()).isEqualTo(new Decisions(2, 0, 0, 2, 0));
        assertThat(there.trades().onlyRight()).isEqualTo(back.trades().onlyLeft());
        assertThat(first(there).left()).isNull();
        assertThat(first(there).session()).isEqualTo(later);
    }

    @Test
    void a_headline_may_be_all_that_differs() {
        var comparison = BASE.with(BASE.summing("{\"trades\": 1, \"totalPnl\": 60.50, \"sharpe\": 2}"));

        assertThat(comparison.identical()).isFalse();
        assertThat(comparison.firstDifference()).isNull();
        assertThat(comparison.headline().difference())
                .containsEntry("totalPnl", new BigDecimal("10.50"))
                .containsOnlyKeys("trades", "totalPnl");
    }

    @Test
    void no_more_than_a_hundred_trades_are_listed_and_all_are_counted() {
        var times = IntStream.range(0, 101)
                .mapToObj(minute -> LocalTime.of(10, 0).plusMinutes(minute).toString())
                .toList();
        var trades =
                times.stream().map(time -> trade(DAY, time, 1, "20:00:00", 1)).toArray(String[]::new);
        var others =
                times.stream().map(time -> trade(DAY, time, 1, "20:00:00", 2)).toArray(String[]::new);

        var only = BASE.trading().with(BASE.trading(trades)).trades().onlyRight();
        var differing = BASE.trading(trades).with(BASE.trading(others)).trades().differing();

        assertThat(only.count()).isEqualTo(101);
        assertThat(only.items()).hasSize(100);
        assertThat(only.pnl()).isEqualByComparingTo("101");
        assertThat(differing.count()).isEqualTo(101);
        assertThat(differing.items()).hasSize(100);
        assertThat(differing.pnl()).isEqualByComparingTo("101");
    }

    @Test
    void fields_that_only_a_later_version_writes_are_named_and_not_compared() {
        var right = BASE.made(provenance("rows", "2"))
                .trading(BASE.trades().getFirst().replace("\"credit\"", "\"added\": 1, \"credit\""))
                .deciding(
                        BASE.decisions().getFirst().replace("\"reason\"", "\"novel\": 1, \"reason\""),
                        BASE.decisions().getLast());

        var comparison = BASE.with(right);

        assertThat(comparison.decisions()).isEqualTo(new Decisions(2, 0, 0, 0, 0));
        assertThat(comparison.trades().same()).isOne();
        assertThat(comparison.unpairedFields().left()).isEmpty();
        assertThat(comparison.unpairedFields().right()).containsExactly("added", "novel");
        assertThat(comparison.identical()).isFalse();
    }

    @Test
    void what_an_old_version_did_not_keep_is_told_as_missing() throws IOException {
        var old = BASE.asking("\"stopLoss\": -0.15").made("{\"dataSha256\": \"rows\"}");
        var kept = old.kept();
        try (var left = new ComparedBacktest(kept.request(), null, kept.result(), kept.decisions(), kept.trades());
                var right = BASE.kept()) {
            var comparison = BacktestComparison.of(left, right);

            var added = comparison.causes().parameters().getFirst();
            assertThat(added.name()).isEqualTo("maxOpenPositions");
            assertThat(added.left()).isNull();
            assertThat(comparison.causes().provenance())
                    .extracting(Differing::name)
                    .containsExactly("calendarVersion", "version");
            assertThat(comparison.headline().left()).isEmpty();
            assertThat(comparison.headline().difference()).isEmpty();
        }
    }

    @Test
    void a_result_without_provenance_differs_in_it() throws IOException {
        var kept = BASE.kept();
        try (var result = new ByteArrayInputStream("{\"trades\": []}".getBytes(StandardCharsets.UTF_8));
                var left =
                        new ComparedBacktest(kept.request(), kept.headline(), result, kept.decisions(), kept.trades());
                var right = BASE.kept()) {
            assertThat(BacktestComparison.of(left, right).causes().provenance())
                    .extracting(Differing::name)
                    .containsExactly("dataSha256", "calendarVersion", "version");
        }
    }

    @Test
    void amounts_keep_their_decimals() {
        assertThat(BASE.with(BASE).headline().left().toString()).contains("50.00");
    }
}
