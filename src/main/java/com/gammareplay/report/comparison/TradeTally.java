package com.gammareplay.report.comparison;

import com.gammareplay.report.comparison.BacktestComparison.Check;
import com.gammareplay.report.comparison.BacktestComparison.Found;
import com.gammareplay.report.comparison.Comparison.DifferingTrade;
import com.gammareplay.report.comparison.Comparison.DifferingTrades;
import com.gammareplay.report.comparison.Comparison.Trades;
import com.gammareplay.report.comparison.Comparison.TradesOfOne;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Counts the trades that are the same and sums up the others, of which it keeps the first. */
final class TradeTally {

    static final int MOST = 100;

    /** What a trade is called, and how its exit is explained: by all limits of all rules, also those that did not matter. */
    private static final Set<String> NOT_COMPARED = Set.of("number", "exitEvidence");

    private static final Set<String> ENTRY = Set.of("entryTime", "credit", "contracts");

    private final UnpairedNames unpaired;
    private final List<DifferingTrade> differing = new ArrayList<>();
    private final Side left = new Side();
    private final Side right = new Side();
    private int same;
    private int differingCount;
    private BigDecimal differingPnl = BigDecimal.ZERO.setScale(2);

    TradeTally(UnpairedNames unpaired) {
        this.unpaired = unpaired;
    }

    /** Trades that only one side has. */
    private static final class Side {
        private final List<Map<String, @Nullable Object>> items = new ArrayList<>();
        private int count;
        private BigDecimal pnl = BigDecimal.ZERO.setScale(2);

        void add(JsonNode trade) {
            count++;
            pnl = pnl.add(pnl(trade));
            if (items.size() < MOST) {
                items.add(Comparison.fields(trade));
            }
        }

        TradesOfOne result() {
            return new TradesOfOne(count, pnl, List.copyOf(items));
        }
    }

    private static BigDecimal pnl(JsonNode trade) {
        return trade.path("pnl").decimalValue(BigDecimal.ZERO);
    }

    /** The difference of a trade that both have, if there is one: a trade of one side differs by its decision. */
    Optional<Found> add(Check check) {
        var one = check.left();
        var other = check.right();
        if (one != null && other != null) {
            return compare(one, other);
        }
        (one == null ? right : left).add(check.any());
        return Optional.empty();
    }

    private Optional<Found> compare(JsonNode one, JsonNode other) {
        var but = unpaired.add(one, other);
        but.addAll(NOT_COMPARED);
        var fields = Differing.all(one, other, but);
        if (fields.isEmpty()) {
            same++;
            return Optional.empty();
        }
        var pnl = pnl(other).subtract(pnl(one));
        differingCount++;
        differingPnl = differingPnl.add(pnl);
        if (differing.size() < MOST) {
            differing.add(new DifferingTrade(
                    one.path("session").asString(),
                    one.path("index").asString(),
                    one.path("checkTime").asString(),
                    pnl,
                    fields));
        }
        var names = fields.stream().map(Differing::name).toList();
        var field = names.stream().anyMatch(ENTRY::contains) ? "entryTime" : "exitTime";
        var time = Stream.of(one, other)
                .map(trade -> Instant.parse(trade.path(field).asString()))
                .min(Comparator.naturalOrder());
        return time.map(when -> new Found(when, names));
    }

    boolean isSame() {
        return differingCount + left.count + right.count == 0;
    }

    Trades result() {
        return new Trades(
                same,
                new DifferingTrades(differingCount, differingPnl, List.copyOf(differing)),
                left.result(),
                right.result());
    }
}
