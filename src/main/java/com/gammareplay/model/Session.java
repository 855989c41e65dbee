package com.gammareplay.model;

import java.time.LocalDate;

/**
 * A day on which the exchange is open.
 *
 * @param date the New York date
 * @param open epoch second of the opening, 09:30 in New York
 * @param close epoch second of the close, 16:00 or 13:00 in New York
 * @param early whether the close is early
 */
public record Session(LocalDate date, long open, long close, boolean early) {

    public Session {
        if (open >= close) {
            throw new IllegalArgumentException("close must be after open " + open + ", was " + close);
        }
    }
}
