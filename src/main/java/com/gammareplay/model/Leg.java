package com.gammareplay.model;

/**
 * One contract of a position.
 *
 * @param strike in points
 */
public record Leg(Right right, int strike, Side side) {

    /** The strike in cents per share. */
    public int strikeCents() {
        return Math.multiplyExact(strike, 100);
    }

    public boolean isShort() {
        return side == Side.SHORT;
    }
}
