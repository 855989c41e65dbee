package com.gammareplay.marketdata;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A timestamp of a recording as it is written.
 *
 * @param wall the wall time that it shows
 * @param utc whether it says that it is UTC; else it is in the zone of the recording
 */
public record RecordedTime(LocalDateTime wall, boolean utc) {

    /** The epoch second in a recording of a zone; of a wall time that occurs twice the earlier one. */
    public long epochSecond(ZoneId zone) {
        return wall.atZone(utc ? ZoneOffset.UTC : zone).toEpochSecond();
    }
}
