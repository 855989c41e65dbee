package com.gammareplay.marketdata;

import com.gammareplay.bot.Gex;
import com.gammareplay.model.Index;
import com.gammareplay.model.OptionChain;
import java.time.LocalDate;
import java.util.List;

/**
 * The market of one index at one instant.
 *
 * @param instant epoch second
 * @param price of the index in points
 * @param fundPrice of the fund that follows the index in dollars: SPY for SPX, QQQ for NDX
 * @param expiration of the chain
 */
public record MarketSnapshot(
        long instant,
        Index index,
        double price,
        double vix,
        double fundPrice,
        LocalDate expiration,
        List<Contract> chain) {

    /** A contract of the chain with its sensitivities. */
    public record Contract(ContractQuote quote, Greeks greeks) {}

    /**
     * Sensitivities of an option.
     *
     * @param delta per point of the index
     * @param gamma change of delta per point
     * @param theta dollars a day
     * @param vega dollars per point of volatility
     */
    public record Greeks(double delta, double gamma, double theta, double vega) {}

    public MarketSnapshot {
        chain = List.copyOf(chain);
    }

    /** The gamma exposure of the chain at the price, from which peaks and pin follow. */
    public Gex gex() {
        var entries = chain.stream()
                .map(contract -> new OptionChain.Entry(
                        contract.quote().strike(),
                        contract.quote().right(),
                        contract.greeks().gamma(),
                        contract.quote().openInterest()))
                .toList();
        return Gex.of(index, price, new OptionChain(entries));
    }
}
