package com.gammareplay.marketdata.columns;

/**
 * What a recording was when a day was read from it.
 *
 * @param state of its files
 * @param rows how far its tables went; empty where that cannot be told
 */
public record DayOrigin(String state, String rows) {}
