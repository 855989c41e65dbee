package com.gammareplay.marketdata;

import java.time.ZoneId;

/**
 * What a run needs of a recording.
 *
 * @param databaseZone zone of its timestamps
 * @param chains whether option chains are needed: they are large, and most runs do without
 */
public record DataNeeds(ZoneId databaseZone, boolean chains) {}
