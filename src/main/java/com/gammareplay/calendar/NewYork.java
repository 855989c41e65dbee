package com.gammareplay.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Conversion between New York wall time, in which all rules are written, and instants. */
public final class NewYork {

    public static final ZoneId ZONE = ZoneId.of("America/New_York");

    private NewYork() {}

    /** The epoch second at which New York's clocks show a time of a date. */
    public static long epochSecond(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(ZONE).toEpochSecond();
    }

    /** The New York date of an epoch second. */
    public static LocalDate date(long epochSecond) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(epochSecond), ZONE);
    }

    /** The New York wall time of an epoch second. */
    public static LocalTime time(long epochSecond) {
        return LocalTime.ofInstant(Instant.ofEpochSecond(epochSecond), ZONE);
    }
}
