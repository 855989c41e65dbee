package com.gammareplay.bot;

/** The price at which an order is filled (replay rules, section 5). */
public enum FillModel {
    NATURAL,
    MID,
    FRACTION
}
