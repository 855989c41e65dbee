package com.gammareplay.replay.coverage;

import org.jspecify.annotations.Nullable;

/**
 * What coverage is asked for, as it was written; null for what is left out.
 *
 * @param index all that the dataset has stand in for it
 * @param databaseZone zone of the recording's timestamps, as far as they name none
 * @param from first date, inclusive
 * @param to last date, inclusive
 */
public record RawCoverage(
        @Nullable String index,
        @Nullable String databaseZone,
        @Nullable String from,
        @Nullable String to) {}
