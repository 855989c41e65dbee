package com.gammareplay.jobs;

/**
 * By what a caller may safely submit again.
 *
 * @param caller whose key it is, empty if callers are not told apart
 * @param value the caller's own choice, unique among its submissions
 */
public record IdempotencyKey(String caller, String value) {}
