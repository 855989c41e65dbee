package com.gammareplay.marketdata;

import java.util.Map;

/**
 * Something that a recording lacks as a whole.
 *
 * @param code for programs, such as TABLE_MISSING
 * @param count of what is lacking: tables or rows
 * @param message for people
 * @param details numbers and texts by name
 */
public record Shortcoming(String code, long count, String message, Map<String, Object> details) {}
