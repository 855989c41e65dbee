package com.gammareplay.jobs.sweeps;

/**
 * The combinations that a sweep tries: the more there are, the better the best one looks by chance alone.
 *
 * @param done how many of them have been replayed
 */
public record CombinationCounts(int total, int done) {}
