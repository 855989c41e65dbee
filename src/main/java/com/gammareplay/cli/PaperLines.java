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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Prints what a paper session does: a line a decision, fill, exit and settlement, in New York time, once the tick is over,
 * for only then does it stay so.
 */
final class PaperLines implements PaperListener {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final PrintWriter out;
    private final List<String> pending = new ArrayList<>();
    private int filled;
    private int trades;
    private long pnl;

    PaperLines(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void decided(Decision decision) {
        var what = decision.isEntered() ? "trade " + decision.tradeNumber() : "skipped, " + decision.reason();
        pending.add(line(
                decision.instant(),
                decision.check().index(),
                "check " + decision.check().time() + ": " + what));
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
        pending.add(line(
                exit.instant(),
                trade.index(),
                "trade " + trade.number() + " " + what + ", P&L " + Cents.toDecimal(trade.pnl())));
    }

    @Override
    public void stands(PaperState state) {
        pending.forEach(out::println);
        pending.clear();
        for (var position : state.openPositions()) {
            if (position.number() > filled) {
                filled = position.number();
                out.println(line(position.entryTime(), position.index(), filled(position)));
            }
        }
        out.flush();
    }

    private static String filled(OpenPosition position) {
        var legs = position.plan().legs().stream()
                .map(leg -> leg.side() + " " + leg.right() + " " + leg.strike())
                .collect(Collectors.joining(", "))
                .toLowerCase(Locale.ROOT);
        return "trade " + position.number() + " filled at " + Cents.toDecimal(position.credit()) + ", "
                + position.contracts() + " x " + position.plan().strategy() + ": " + legs;
    }

    private static String line(long instant, Index index, String text) {
        return TIME.format(NewYork.time(instant)) + " " + index + " " + text;
    }

    /** What came of it. */
    String summary() {
        return trades + " trades, P&L " + Cents.toDecimal(pnl);
    }
}
