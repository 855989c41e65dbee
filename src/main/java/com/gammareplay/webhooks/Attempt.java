package com.gammareplay.webhooks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a delivery.
 *
 * @param number from 1
 * @param at when it began
 * @param durationMs how long it took; null while it is under way, and if that was not seen
 * @param status of the answer; null if there was none
 * @param error why there was none; null if there was one, and while it is under way
 */
public record Attempt(
        int number,
        Instant at,
        @Nullable Long durationMs,
        @Nullable Integer status,
        @Nullable AttemptError error) {}
