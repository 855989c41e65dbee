package com.gammareplay.replay;

import java.util.Map;

/**
 * Something about a result that its reader must know.
 *
 * @param code for programs
 * @param count of what the code is about, such as trades or checks
 * @param message for people
 * @param details numbers, texts and lists by name: where to look
 */
public record Warning(WarningCode code, long count, String message, Map<String, Object> details) {}
