package com.gammareplay.bot;

/** How far from the pin a setup was found. */
public enum Confidence {
    HIGH,
    MEDIUM
}
