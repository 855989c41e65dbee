package com.gammareplay.statistics;

/**
 * The largest falls of a run.
 *
 * @param realised of the balance of closed trades
 * @param markToMarket of what the account was worth after each tick, with open positions at mid
 */
public record Drawdowns(Drawdown realised, Drawdown markToMarket) {}
