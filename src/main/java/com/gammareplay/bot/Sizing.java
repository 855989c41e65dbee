package com.gammareplay.bot;

/** How the contracts of a trade are chosen. */
public enum Sizing {
    FIXED,
    HALF_KELLY
}
