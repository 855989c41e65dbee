package com.gammareplay.model;

/**
 * The index level that put-call parity implies at one strike.
 *
 * @param strikeCents the strike in cents
 * @param parity the call's mid less the put's mid, in cents
 * @param quotedAt instant of the older one of the two quotes
 */
public record ImpliedIndex(int strikeCents, double parity, long quotedAt) {

    /** The level in points, unrounded. */
    public double points() {
        return strikeCents / 100.0 + parity / 100;
    }

    /** The level in whole cents, rounded half to even once. */
    public long cents() {
        return (long) Math.rint(strikeCents + parity);
    }
}
