package com.gammareplay.model;

import java.util.List;

/** The contracts of an index of one expiration at one instant, in the order in which they were recorded. */
public record OptionChain(List<Entry> entries) {

    public static final OptionChain EMPTY = new OptionChain(List.of());

    /**
     * One contract.
     *
     * @param strike in points
     * @param gamma 0 if missing, which the rules skip alike
     * @param openInterest in contracts, 0 if missing, which the rules skip alike
     */
    public record Entry(double strike, Right right, double gamma, double openInterest) {}

    public OptionChain {
        entries = List.copyOf(entries);
    }
}
