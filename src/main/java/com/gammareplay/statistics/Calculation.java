package com.gammareplay.statistics;

import com.gammareplay.model.Cents;
import com.gammareplay.trading.Ledger;
import com.gammareplay.trading.Trade;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Computes the numbers of a run. What several of them need is computed once, when the first asks for it. */
final class Calculation {

    private final Ledger ledger;
    private final AccountHistory history;
    private final int trades;
    private final LongSummaryStatistics wins;
    private final LongSummaryStatistics losses;
    private @Nullable Drawdown drawdown;
    private @Nullable DailyReturns returns;

    /** For a run without ticks: no number of its history is asked for. */
    Calculation(Ledger ledger) {
        this(ledger, new AccountHistory(ledger.startingBalance()));
    }

    Calculation(Ledger ledger, AccountHistory history) {
        this.ledger = ledger;
        this.history = history;
        trades = ledger.trades().size();
        wins = pnl(pnl -> pnl > 0);
        losses = pnl(pnl -> pnl < 0);
    }

    /** In cents, of some trades. */
    private LongSummaryStatistics pnl(LongPredicate wanted) {
        return ledger.trades().stream().mapToLong(Trade::pnl).filter(wanted).summaryStatistics();
    }

    Figure trades() {
        return Figure.ofCount(trades);
    }

    Figure wins() {
        return Figure.ofCount(wins.getCount());
    }

    Figure losses() {
        return Figure.ofCount(losses.getCount());
    }

    Figure breakeven() {
        return Figure.ofCount(trades - wins.getCount() - losses.getCount());
    }

    Figure winRate() {
        return Figure.ratio((double) wins.getCount(), trades, no("trades"));
    }

    Figure totalPnl() {
        return Figure.ofCents(pnl());
    }

    Figure grossProfit() {
        return Figure.ofCents(wins.getSum());
    }

    Figure grossLoss() {
        return Figure.ofCents(-losses.getSum());
    }

    Figure averageWin() {
        return mean(wins.getSum(), wins.getCount(), "winning trade");
    }

    Figure averageLoss() {
        return mean(losses.getSum(), losses.getCount(), "losing trade");
    }

    Figure largestWin() {
        return wins.getCount() == 0 ? Figure.missing(no("winning trade")) : Figure.ofCents(wins.getMax());
    }

    Figure largestLoss() {
        return losses.getCount() == 0 ? Figure.missing(no("losing trade")) : Figure.ofCents(losses.getMin());
    }

    Figure profitFactor() {
        return Figure.ratio(Cents.toDollars(wins.getSum()), Cents.toDollars(-losses.getSum()), no("losing trade"));
    }

    Figure expectancy() {
        return mean(pnl(), trades, "trades");
    }

    Figure startingBalance() {
        return Figure.ofCents(ledger.startingBalance());
    }

    Figure endingBalance() {
        return Figure.ofCents(ledger.endingBalance());
    }

    /** Without a balance nothing is traded, so that there is one where it divides. */
    Figure returnPercent() {
        return Figure.of(pnl() == 0 ? 0 : pnl() * 100.0 / ledger.startingBalance());
    }

    Figure maxDrawdown() {
        return drawdown().dollars();
    }

    Figure maxDrawdownPercent() {
        return Figure.of(drawdown().percent());
    }

    Figure sharpe() {
        return returns().sharpe();
    }

    Figure sortino() {
        return returns().sortino();
    }

    Figure tradedSessions() {
        return Figure.ofCount(ledger.days().size());
    }

    Figure markToMarketDrawdown() {
        return history.drawdown().dollars();
    }

    Figure markToMarketDrawdownPercent() {
        return Figure.of(history.drawdown().percent());
    }

    Figure exposure() {
        return history.exposure();
    }

    Figure averageHolding() {
        return sequence().averageHolding();
    }

    Figure medianHolding() {
        return sequence().medianHolding();
    }

    Figure peakAtRisk() {
        return sequence().peakAtRisk();
    }

    TradeSequence sequence() {
        return new TradeSequence(ledger);
    }

    Growth growth() {
        return new Growth(ledger, drawdown());
    }

    private Drawdown drawdown() {
        if (drawdown == null) {
            drawdown = Drawdown.ofBalance(ledger, List.of());
        }
        return drawdown;
    }

    private DailyReturns returns() {
        if (returns == null) {
            returns = new DailyReturns(ledger);
        }
        return returns;
    }

    /** In cents. */
    private long pnl() {
        return wins.getSum() + losses.getSum();
    }

    /** Dollars; divided as cents, a mean between two of them is exact and can be rounded half to even. */
    private Figure mean(long cents, long count, String trades) {
        return count == 0 ? Figure.missing(no(trades)) : Figure.of((double) cents / count / 100);
    }

    /** Why a number of some trades is missing. */
    private String no(String some) {
        return trades == 0 ? "no trades" : "no " + some;
    }
}
