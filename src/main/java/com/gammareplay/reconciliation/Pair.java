package com.gammareplay.reconciliation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A trade of the CSV and the trade of the backtest that is meant to be the same. Differences are backtest less CSV. */
public record Pair(ComparedTrade csv, ComparedTrade backtest) {

    /** By how many seconds the backtest entered later. */
    public long entryTime() {
        return backtest.entry() - csv.entry();
    }

    public boolean sameStrikes() {
        return csv.strikes().isSame(backtest.strikes());
    }

    /** Dollars per share. */
    public BigDecimal credit() {
        return backtest.credit().subtract(csv.credit());
    }

    public int contracts() {
        return backtest.contracts() - csv.contracts();
    }

    /** By how many seconds the backtest closed later; null if that is not known. */
    public @Nullable Long exitTime() {
        return csv.exit() == null || backtest.exit() == null ? null : (Long) (backtest.exit() - csv.exit());
    }

    /** Dollars per share; null if the CSV does not have it. */
    public @Nullable BigDecimal exitValue() {
        return csv.exitValue() == null || backtest.exitValue() == null
                ? null
                : backtest.exitValue().subtract(csv.exitValue());
    }

    /** Whether both ended for the same reason; null if the CSV names none. */
    public @Nullable Boolean sameExitReason() {
        return csv.exitReason() == null ? null : (Boolean) csv.exitReason().equals(backtest.exitReason());
    }

    /** Cents of dollars. */
    public long pnl() {
        return backtest.pnl() - csv.pnl();
    }

    /** The part of the P&L that comes of the credit, in cents of dollars. */
    long ofCredit() {
        return ComparedTrade.cents(credit(), csv.contracts());
    }

    /** The part that comes of trading more contracts, or fewer. */
    long ofContracts() {
        var exit = backtest.exitValue();
        return exit == null ? 0 : ComparedTrade.cents(backtest.credit().subtract(exit), contracts());
    }

    /** The part that comes of the exit, together with fees where the CSV has no exit value. */
    long ofExit() {
        var exit = exitValue();
        return exit == null ? pnl() - ofCredit() - ofContracts() : -ComparedTrade.cents(exit, csv.contracts());
    }

    /** What is left: fees. */
    long ofFees() {
        return pnl() - ofCredit() - ofContracts() - ofExit();
    }
}
