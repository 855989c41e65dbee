package com.gammareplay.marketdata;

/**
 * Something that a recording lacks as a whole.
 *
 * @param code for programs, such as TABLE_MISSING
 * @param message for people
 */
public record Shortcoming(String code, String message) {}
