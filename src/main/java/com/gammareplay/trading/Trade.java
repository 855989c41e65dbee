package com.gammareplay.trading;

import com.gammareplay.bot.EntryCheck;
import com.gammareplay.bot.ExitReason;
import com.gammareplay.bot.TradePlan;
import com.gammareplay.model.Index;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A closed trade.
 *
 * @param number from 1, in order of entry
 * @param entry how it came about
 * @param exit how it ended
 * @param contracts at least 1
 * @param fees of entry and exit, in cents of dollars
 * @param entryFees the part of the entry, in cents of dollars
 * @param path what happened between
 * @param legs in the order of the plan
 */
public record Trade(
        int number,
        LocalDate session,
        Entry entry,
        Exit exit,
        int contracts,
        long fees,
        long entryFees,
        Path path,
        List<TradedLeg> legs) {

    /**
     * The opening.
     *
     * @param pin in points
     * @param indexPrice cents
     * @param instant epoch second
     * @param credit fill, in cents per share
     */
    public record Entry(
            EntryCheck check, TradePlan plan, double pin, long indexPrice, double vix, long instant, long credit) {}

    /**
     * The end.
     *
     * @param value what closing cost, in cents per share
     * @param instant epoch second
     * @param settlement null unless settled
     * @param values what was compared
     */
    public record Exit(
            ExitReason reason,
            long value,
            long instant,
            @Nullable SettlementPrice settlement,
            Map<String, @Nullable Object> values) {}

    /**
     * The life of the position.
     *
     * @param bestP best profit at mid as a fraction of the credit
     * @param trailing whether the trailing stop was armed
     * @param hold whether it was held to settlement
     * @param lowest P&L at mid, in cents per share, at most 0
     * @param highest P&L at mid, in cents per share, at least 0
     * @param staleTicks ticks before the close without usable quotes for all legs
     */
    public record Path(double bestP, boolean trailing, boolean hold, double lowest, double highest, int staleTicks) {}

    public Index index() {
        return entry.check().index();
    }

    /** Profit and loss after fees, in cents of dollars. */
    public long pnl() {
        return Money.ofShares(entry.credit() - exit.value(), contracts) - fees;
    }

    /** From entry to exit, in seconds. */
    public long holding() {
        return exit.instant() - entry.instant();
    }

    /** P&L in percent of the credit received. */
    public double pnlPercent() {
        return pnl() / 100.0 / (entry.credit() / 100.0 * 100 * contracts) * 100;
    }

    /** The most that could be lost: the widest wing less the credit, and the fees of the entry; cents of dollars. */
    public long maxLoss() {
        return Money.ofShares(entry.plan().widestWing() * 100L - entry.credit(), contracts) + entryFees;
    }
}
