package com.gammareplay.bot;

import com.gammareplay.model.Index;
import java.time.LocalTime;

/**
 * One of the times of a session at which the bot decides on an index.
 *
 * @param time New York wall time
 * @param instant the same as epoch second
 */
public record EntryCheck(Index index, LocalTime time, long instant) {}
