package com.gammareplay.bot;

/** What is sold. */
public enum Strategy {
    IRON_CONDOR,
    CALL,
    PUT
}
