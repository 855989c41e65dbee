package com.gammareplay.report.comparison;

import com.gammareplay.report.JsonReport;
import com.gammareplay.report.comparison.Comparison.Headlines;
import com.gammareplay.report.comparison.Difference.Cause;
import com.gammareplay.report.comparison.Difference.What;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds two backtests against each other: their checks are told apart by session, index and check time. */
public final class BacktestComparison {

    private static final JsonMapper MAPPER = JsonReport.exactMapper();

    private final Causes causes;
    private final UnpairedNames unpaired = new UnpairedNames();
    private final DecisionTally decisions;
    private final TradeTally trades;
    private @Nullable Difference first;
    private @Nullable Difference firstDecision;

    private BacktestComparison(Causes causes) {
        this.causes = causes;
        this.decisions = new DecisionTally(causes.shown(), unpaired);
        this.trades = new TradeTally(unpaired);
    }

    /** Compares what is kept of two backtests. */
    public static Comparison of(ComparedBacktest left, ComparedBacktest right) throws IOException {
        var comparison = new BacktestComparison(Causes.of(left, right));
        comparison.align(
                List.of(new SessionLines(left.decisions()), new SessionLines(right.decisions())),
                List.of(new SessionLines(left.trades()), new SessionLines(right.trades())));
        return comparison.result(MAPPER.readTree(left.headlineOrNone()), MAPPER.readTree(right.headlineOrNone()));
    }

    private void align(List<SessionLines> decided, List<SessionLines> traded) throws IOException {
        while (true) {
            var session = Stream.of(decided, traded)
                    .flatMap(List::stream)
                    .map(SessionLines::session)
                    .filter(Objects::nonNull)
                    .min(Comparator.naturalOrder());
            if (session.isEmpty()) {
                return;
            }
            for (var check : checks(session.get(), traded)) {
                trades.add(check).ifPresent(found -> note(What.TRADE, check, found));
            }
            for (var check : checks(session.get(), decided)) {
                decisions.add(check).ifPresent(found -> note(What.DECISION, check, found));
            }
        }
    }

    /** What both sides, or one of them, have at a check. */
    record Check(@Nullable JsonNode left, @Nullable JsonNode right) {

        JsonNode any() {
            return left == null ? Objects.requireNonNull(right) : left;
        }
    }

    /** When a difference shows, and in which fields. */
    record Found(Instant time, List<String> fields) {}

    private static List<Check> checks(String session, List<SessionLines> sides) throws IOException {
        var left = sides.getFirst().take(session);
        var right = sides.getLast().take(session);
        var keys = new LinkedHashSet<>(left.keySet());
        keys.addAll(right.keySet());
        return keys.stream()
                .map(key -> new Check(left.get(key), right.get(key)))
                .toList();
    }

    /** Exits come before checks at the same tick, so trades are noted first. */
    private void note(What what, Check check, Found found) {
        var isFirst = first == null || found.time().isBefore(first.time());
        var isFirstDecision =
                what == What.DECISION && (firstDecision == null || found.time().isBefore(firstDecision.time()));
        if (!isFirst && !isFirstDecision) {
            return;
        }
        var any = check.any();
        var difference = new Difference(
                what,
                found.time(),
                any.path("session").asString(),
                any.path("index").asString(),
                any.path("checkTime").asString(),
                shown(check.left()),
                shown(check.right()),
                found.fields(),
                new Cause(causes.kinds(), compared(what, check), causes.message()));
        first = isFirst ? difference : first;
        firstDecision = isFirstDecision ? difference : firstDecision;
    }

    private static @Nullable Map<String, @Nullable Object> shown(@Nullable JsonNode line) {
        return line == null ? null : Comparison.fields(line);
    }

    private List<String> compared(What what, Check check) {
        if (what == What.TRADE) {
            return List.of();
        }
        var names = new LinkedHashSet<String>();
        Stream.of(
                        Objects.requireNonNullElse(check.left(), check.any()),
                        Objects.requireNonNullElse(check.right(), check.any()))
                .forEach(decision -> names.addAll(decision.path("values").propertyNames()));
        return causes.shownBy(names);
    }

    private Comparison result(JsonNode left, JsonNode right) {
        var fields = unpaired.names();
        var isIdentical = decisions.isSame()
                && trades.isSame()
                && left.equals(right)
                && fields.left().isEmpty()
                && fields.right().isEmpty();
        return new Comparison(
                isIdentical,
                causes,
                new Headlines(Comparison.fields(left), Comparison.fields(right), difference(left, right)),
                decisions.result(),
                trades.result(),
                first,
                firstDecision,
                fields);
    }

    private static Map<String, BigDecimal> difference(JsonNode left, JsonNode right) {
        var difference = new LinkedHashMap<String, BigDecimal>();
        for (var number : left.properties()) {
            var other = right.path(number.getKey());
            if (number.getValue().isNumber() && other.isNumber()) {
                difference.put(
                        number.getKey(),
                        other.decimalValue().subtract(number.getValue().decimalValue()));
            }
        }
        return difference;
    }
}
