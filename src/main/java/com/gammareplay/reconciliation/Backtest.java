package com.gammareplay.reconciliation;

import com.gammareplay.model.Index;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a backtest made of its days.
 *
 * @param indices those that it traded
 * @param sessions their status by date
 * @param trades in order of entry
 * @param decisions in the order in which they fell
 */
public record Backtest(
        Set<Index> indices, Map<LocalDate, String> sessions, List<ComparedTrade> trades, List<Decision> decisions) {

    private static final String TRADED = "TRADED";

    /**
     * What became of a check.
     *
     * @param instant epoch second at which it was decided
     * @param tradeNumber of the trade entered, null for a skip
     * @param json all of it, as users read it
     */
    public record Decision(
            LocalDate session,
            Index index,
            long instant,
            @Nullable Integer tradeNumber,
            String json) {}

    public Backtest {
        indices = Set.copyOf(indices);
        sessions = Map.copyOf(sessions);
        trades = List.copyOf(trades);
        decisions = List.copyOf(decisions);
    }

    /** Why a trade cannot be compared; empty if it can. */
    Optional<String> leavesOut(ComparedTrade trade) {
        if (!indices.contains(trade.index())) {
            return Optional.of("the backtest does not trade " + trade.index());
        }
        var status = sessions.get(trade.session());
        if (TRADED.equals(status)) {
            return Optional.empty();
        }
        return Optional.of(
                status == null
                        ? trade.session() + " is no session of the backtest"
                        : "the backtest did not trade on " + trade.session() + ": " + status);
    }
}
