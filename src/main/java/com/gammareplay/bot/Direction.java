package com.gammareplay.bot;

/** Where the index is expected to go. */
public enum Direction {
    NEUTRAL,
    BEARISH,
    BULLISH
}
