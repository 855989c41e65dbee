package com.gammareplay.replay.review;

/**
 * An account after a tick, in cents of dollars.
 *
 * @param instant epoch second
 * @param balance of closed trades
 * @param equity the balance and the open positions at their last mids, after the fees of their entries
 */
public record EquityPoint(long instant, long balance, double equity) {}
