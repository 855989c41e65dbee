package com.gammareplay.cli;

import com.gammareplay.calendar.NewYork;
import com.gammareplay.live.PaperListener;
import com.gammareplay.live.PaperState;
import com.gammareplay.model.Cents;
import com.gammareplay.model.Index;
import com.gammareplay.trading.Decision;
import com.gammareplay.trading.OpenPosition;
import com.gammareplay.trading.Trade;
import java.io.PrintWriter;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints what a paper session does while it does it: a line a decision, fill, exit and settlement, in New York time. */
final class PaperLines implements PaperListener {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final PrintWriter out;
    private int filled;
    private int trades;
    private long pnl;

    PaperLines(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void decided(Decision decision) {
        var what = decision.isEntered() ? "trade " + decision.tradeNumber() : "skipped, " + decision.reason();
        line(
                decision.instant(),
                decision.check().index(),
                "check " + decision.check().time() + ": " + what);
    }

    @Override
    public void closed(Trade trade) {
        trades++;
        pnl += trade.pnl();
        var exit = trade.exit();
        var settlement = exit.settlement();
        var what = settlement == null
                ? "closed at " + Cents.toDecimal(exit.value()) + ", " + exit.reason()
                : "settled at " + Cents.toDecimal(exit.value()) + ", index " + Cents.toDecimal(settlement.cents());
        line(
                exit.instant(),
                trade.index(),
                "trade " + trade.number() + " " + what + ", P&L " + Cents.toDecimal(trade.pnl()));
    }

    @Override
    public void stands(PaperState state) {
        for (var position : state.openPositions()) {
            if (position.number() > filled) {
                filled = position.number();
                line(position.entryTime(), position.index(), filled(position));
            }
        }
    }

    private static String filled(OpenPosition position) {
        var legs = position.plan().legs().stream()
                .map(leg -> leg.side() + " " + leg.right() + " " + leg.strike())
                .collect(Collectors.joining(", "))
                .toLowerCase(Locale.ROOT);
        return "trade " + position.number() + " filled at " + Cents.toDecimal(position.credit()) + ", "
                + position.contracts() + " x " + position.plan().strategy() + ": " + legs;
    }

    private void line(long instant, Index index, String text) {
        out.println(TIME.format(NewYork.time(instant)) + " " + index + " " + text);
        out.flush();
    }

    /** What came of it. */
    String summary() {
        return trades + " trades, P&L " + Cents.toDecimal(pnl);
    }
}
