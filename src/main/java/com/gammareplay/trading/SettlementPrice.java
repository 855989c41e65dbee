package com.gammareplay.trading;

/**
 * The index price at which a session's open positions are settled in cash (replay rules, section 7).
 *
 * @param cents of the index
 * @param age at the close, in seconds; of an implied one that of its tick
 * @param quoteAge the same, but of an implied one that of the older of its two quotes
 */
public record SettlementPrice(long cents, Source source, long age, long quoteAge) {

    /** Where the price was found. */
    public enum Source {
        /** Put-call parity. */
        IMPLIED,
        /** A price of the recorder. */
        RECORDED
    }
}
