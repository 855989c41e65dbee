package com.gammareplay.model;

/** Where the peaks of a replay come from. */
public enum GexSource {
    /** The peaks that the recorder wrote. */
    RECORDED,
    /** The peaks computed anew from the recorded chain. */
    RECOMPUTED
}
