package com.gammareplay.bot;

/** The price by which stops judge a position. */
public enum StopBasis {
    MID,
    WORST
}
