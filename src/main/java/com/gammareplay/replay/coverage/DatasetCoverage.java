package com.gammareplay.replay.coverage;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * How well some sessions of a recording were recorded.
 *
 * @param from first date, inclusive
 * @param to last date, inclusive
 * @param sessions those of the exchange calendar, in order
 */
public record DatasetCoverage(
        ZoneId databaseZone, LocalDate from, LocalDate to, List<SessionCoverage> sessions, Suggestions suggestions) {}
