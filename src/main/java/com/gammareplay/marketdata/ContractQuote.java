package com.gammareplay.marketdata;

import com.gammareplay.model.Right;
import org.jspecify.annotations.Nullable;

/**
 * What the market shows of one contract.
 *
 * <p>A live market may show anything: no price, or a bid above the ask. It is recorded as it is; the reader of a
 * recording judges it.
 *
 * @param strike in points
 * @param bid in cents, null if not known
 * @param ask in cents, null if not known
 * @param last price of the last trade today in cents, null without one
 * @param volume contracts traded today, null if not known
 * @param openInterest contracts open since yesterday, null if not known
 */
public record ContractQuote(
        int strike,
        Right right,
        @Nullable Integer bid,
        @Nullable Integer ask,
        @Nullable Integer last,
        @Nullable Integer volume,
        @Nullable Integer openInterest) {}
