package com.gammareplay.trading;

/**
 * The index price at which a session's open positions are settled in cash (replay rules, section 7).
 *
 * @param cents of the index
 * @param age at the close, in seconds
 */
public record SettlementPrice(long cents, Source source, long age) {

    /** Age at which a price is too old to be believed without a warning, in seconds. */
    public static final int OLD = 300;

    /** Where the price was found. */
    public enum Source {
        /** Put-call parity. */
        IMPLIED,
        /** A price of the recorder. */
        RECORDED
    }

    public boolean isOld() {
        return age > OLD;
    }
}
