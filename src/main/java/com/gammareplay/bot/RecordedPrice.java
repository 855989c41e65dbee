package com.gammareplay.bot;

/**
 * An index price that the recorder wrote down.
 *
 * @param cents of the index
 * @param instant epoch second
 */
public record RecordedPrice(long cents, long instant) {}
