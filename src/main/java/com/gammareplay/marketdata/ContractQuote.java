package com.gammareplay.marketdata;

import com.gammareplay.model.Right;
import org.jspecify.annotations.Nullable;

/**
 * What the market shows of one contract.
 *
 * @param strike in points
 * @param bid in cents, 0 if nobody bids
 * @param ask in cents
 * @param last price of the last trade today in cents, null without one
 * @param volume contracts traded today
 * @param openInterest contracts open since yesterday
 */
public record ContractQuote(
        int strike, Right right, int bid, int ask, @Nullable Integer last, int volume, int openInterest) {

    public ContractQuote {
        if (bid < 0 || ask < bid) {
            throw new IllegalArgumentException("bid and ask must be 0 <= bid <= ask, were " + bid + " and " + ask);
        }
    }
}
