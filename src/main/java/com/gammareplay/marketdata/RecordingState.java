package com.gammareplay.marketdata;

import java.time.Duration;
import java.time.Instant;

/**
 * How the files of a recording are.
 *
 * @param text another one means that something was written
 * @param changed when something was last written, as far as the file system tells
 */
public record RecordingState(String text, Instant changed) {

    /** True if the last change was at least some time before an instant. */
    public boolean isUnchangedFor(Duration time, Instant now) {
        return !changed.isAfter(now.minus(time));
    }
}
