package com.gammareplay.jobs;

import org.jspecify.annotations.Nullable;

/**
 * Where a job stands in a sorted list.
 *
 * @param value the number by which the list is sorted; null without it
 * @param sequence its order of acceptance
 */
public record JobPosition(@Nullable Double value, long sequence) {}
