package com.gammareplay.replay;

import java.util.Map;

/**
 * Something about a result that its reader must know.
 *
 * @param code for programs
 * @param message for people
 * @param details numbers, texts and lists by name
 */
public record Warning(String code, String message, Map<String, Object> details) {}
