package com.gammareplay.trading;

import com.gammareplay.bot.Evidence;
import com.gammareplay.bot.ExitReason;
import com.gammareplay.bot.LegQuote;
import com.gammareplay.bot.Mark;
import com.gammareplay.bot.MarketView;
import com.gammareplay.bot.StrategyParameters;
import java.util.Objects;

/** What trades would have brought, had they been filled otherwise on the same quotes at the same ticks. */
public final class Revaluation {

    private final StrategyParameters.Fills parameters;
    private final Fills fills;

    public Revaluation(StrategyParameters.Fills parameters) {
        this.parameters = parameters;
        this.fills = new Fills(parameters);
    }

    /** P&L of a trade after fees, in cents of dollars. A settlement costs what it cost. */
    public long pnl(Trade trade) {
        var legs = trade.legs().size();
        var fees = Money.fees(parameters, legs, trade.contracts(), timesCharged(trade));
        return Money.ofShares(credit(trade) - exitValue(trade), trade.contracts()) - fees;
    }

    /** How often the legs of a trade are charged for: not for a settlement. */
    public static int timesCharged(Trade trade) {
        return trade.exit().reason() == ExitReason.SETTLEMENT ? 1 : 2;
    }

    private long credit(Trade trade) {
        var quotes = trade.legs().stream()
                .map(leg -> new LegQuote(
                        leg.leg(),
                        0,
                        leg.entry().bid(),
                        leg.entry().ask(),
                        trade.entry().instant()))
                .toList();
        return fills.credit(quotes, Evidence.NONE);
    }

    private long exitValue(Trade trade) {
        if (trade.exit().reason() == ExitReason.SETTLEMENT) {
            return trade.exit().value();
        }
        var mark = new Mark();
        for (var leg : trade.legs()) {
            var quote = Objects.requireNonNull(leg.exit(), "what is not settled is closed on quotes");
            mark.add(leg.leg().isShort(), quote.bid(), quote.ask(), MarketView.NONE);
        }
        return fills.exitValue(mark, trade.legs().size());
    }
}
