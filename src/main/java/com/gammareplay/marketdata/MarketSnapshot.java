package com.gammareplay.marketdata;

import com.gammareplay.bot.Gex;
import com.gammareplay.model.Index;
import com.gammareplay.model.OptionChain;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The market of one index at one instant.
 *
 * @param instant epoch second
 * @param price of the index in points
 * @param vix null if not known
 * @param fundPrice of the fund that follows the index in dollars, SPY for SPX, QQQ for NDX; null if not known
 * @param expiration of the chain
 */
public record MarketSnapshot(
        long instant,
        Index index,
        double price,
        @Nullable Double vix,
        @Nullable Double fundPrice,
        LocalDate expiration,
        List<Contract> chain)
        implements MarketPass {

    /** A contract of the chain with its sensitivities, null if not known. */
    public record Contract(ContractQuote quote, @Nullable Greeks greeks) {}

    /**
     * Sensitivities of an option.
     *
     * @param delta per point of the index
     * @param gamma change of delta per point
     * @param theta dollars a day
     * @param vega dollars per point of volatility
     */
    public record Greeks(
            @Nullable Double delta,
            @Nullable Double gamma,
            @Nullable Double theta,
            @Nullable Double vega) {}

    public MarketSnapshot {
        chain = List.copyOf(chain);
    }

    @Override
    public MarketSnapshot at(long instant) {
        return new MarketSnapshot(instant, index, price, vix, fundPrice, expiration, chain);
    }

    /** The gamma exposure of the chain at the price, from which peaks and pin follow. */
    public Gex gex() {
        return Gex.of(
                index,
                price,
                new OptionChain(chain.stream().map(MarketSnapshot::entry).toList()));
    }

    private static OptionChain.Entry entry(Contract contract) {
        var quote = contract.quote();
        var greeks = contract.greeks();
        return new OptionChain.Entry(
                quote.strike(),
                quote.right(),
                orZero(greeks == null ? null : greeks.gamma()),
                orZero(quote.openInterest()));
    }

    private static double orZero(@Nullable Number number) {
        return number == null ? 0 : number.doubleValue();
    }
}
