package com.gammareplay.jobs;

/** A document of a result. */
public enum JobDocument {
    /** All of it, JSON. */
    RESULT,
    /** A line of JSON per trade. */
    TRADES,
    /** A line of JSON per decision. */
    DECISIONS
}
