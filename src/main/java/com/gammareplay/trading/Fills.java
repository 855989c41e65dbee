package com.gammareplay.trading;

import com.gammareplay.bot.Evidence;
import com.gammareplay.bot.LegQuote;
import com.gammareplay.bot.Mark;
import com.gammareplay.bot.StrategyParameters;
import java.util.List;

/** The prices at which orders are filled (replay rules, section 5). All in cents per share. */
public final class Fills {

    private final StrategyParameters.Fills parameters;

    public Fills(StrategyParameters.Fills parameters) {
        this.parameters = parameters;
    }

    /** The credit for opening; not more than 0 means no fill. */
    public long credit(List<LegQuote> legs, Evidence evidence) {
        var natural = 0.0;
        var mid = 0.0;
        for (var leg : legs) {
            natural += leg.natural();
            mid += leg.mid();
        }
        var credit = price(mid, natural) - slippage(legs.size());
        evidence.addMid("credit", mid).addMoney("naturalCredit", (long) natural);
        evidence.add("fillModel", parameters.model().name()).add("fillFraction", parameters.fraction());
        evidence.add("slippage", parameters.slippage()).addMoney("fill", credit);
        return credit;
    }

    /** The price of closing, at least 0 before slippage. */
    public long exitValue(Mark mark, int legs) {
        return Math.max(0, price(mark.mid(), mark.worst())) + slippage(legs);
    }

    private long price(double mid, double natural) {
        return (long)
                switch (parameters.model()) {
                    case NATURAL -> natural;
                    case MID -> Math.rint(mid);
                    case FRACTION -> Math.rint(mid + parameters.fraction() * (natural - mid));
                };
    }

    private long slippage(int legs) {
        return (long) parameters.slippage() * legs;
    }
}
