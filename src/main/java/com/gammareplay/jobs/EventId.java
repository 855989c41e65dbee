package com.gammareplay.jobs;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How much of a job somebody knows. It means the same in every process, and after a restart.
 *
 * @param attempt the attempt that {@code trades} belong to
 * @param trades how many of its trades are known, in order of closing
 * @param status the newest state that is known
 * @param end whether it is known that nothing follows
 */
public record EventId(int attempt, int trades, JobStatus status, boolean end) {

    private static final Pattern FORM = Pattern.compile("(0|[1-9]\\d{0,8})-(0|[1-9]\\d{0,8})-([A-Z]+)(-end)?");

    /** Reads what {@link #toString} wrote; empty for anything else. */
    public static Optional<EventId> parse(@Nullable String text) {
        var parts = FORM.matcher(text == null ? "" : text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return JobStatus.find(parts.group(3))
                .map(status -> new EventId(
                        Integer.parseInt(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        status,
                        parts.group(4) != null));
    }

    /** Such as {@code 1-12-RUNNING}, or {@code 1-16-SUCCEEDED-end}. */
    @Override
    public String toString() {
        return attempt + "-" + trades + "-" + status + (end ? "-end" : "");
    }
}
