package com.gammareplay.bot;

/** What a check asked for, but had not been recorded. */
public enum Unseen {
    /** Nothing: all that it asked for was there, old or not. */
    NOTHING,
    /** A strike of its plan, in this session so far. */
    STRIKE,
    /** A move of the index for momentum. */
    MOVE
}
