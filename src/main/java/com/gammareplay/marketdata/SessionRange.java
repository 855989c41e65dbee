package com.gammareplay.marketdata;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The first and the last session of a recording (replay rules, section 1).
 *
 * @param first New York date
 * @param last New York date
 */
public record SessionRange(LocalDate first, LocalDate last) {

    public SessionRange {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("last must not be before first " + first + ", was " + last);
        }
    }

    /** Whether a New York date is not outside. */
    public boolean contains(LocalDate date) {
        return !date.isBefore(first) && !date.isAfter(last);
    }

    /** What two have in common; empty if the one ends before the other begins. */
    public Optional<SessionRange> and(SessionRange other) {
        var later = Collections.max(List.of(first, other.first));
        var earlier = Collections.min(List.of(last, other.last));
        return earlier.isBefore(later) ? Optional.empty() : Optional.of(new SessionRange(later, earlier));
    }
}
