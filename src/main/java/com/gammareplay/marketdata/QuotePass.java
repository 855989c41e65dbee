package com.gammareplay.marketdata;

import com.gammareplay.model.Index;
import java.util.List;

/**
 * The quotes of one index read in one pass.
 *
 * @param instant epoch second
 */
public record QuotePass(long instant, Index index, List<ContractQuote> quotes) implements MarketPass {

    public QuotePass {
        quotes = List.copyOf(quotes);
    }

    @Override
    public QuotePass at(long instant) {
        return new QuotePass(instant, index, quotes);
    }
}
