package com.gammareplay.jobs.paper;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a paper session.
 *
 * @param json the decision or the trade as results have it; empty for a state, which is looked up when it is told
 * @param place how much is known with it
 */
public record PaperEvent(Kind kind, String json, Place place) {

    /** What happened. */
    public enum Kind {
        DECISION,
        TRADE,
        /** The session stands as it did not before. */
        STATE,
        /** The session has ended; nothing follows. */
        END
    }

    /**
     * How much of a session somebody knows. It means the same after a restart, which decides the same anew.
     *
     * @param lines decisions and trades, in their order
     * @param end whether it is known that nothing follows
     */
    public record Place(int lines, boolean end) {

        private static final Pattern FORM = Pattern.compile("(0|[1-9]\\d{0,8})(-end)?");

        /** Reads what {@link #toString} wrote; empty for anything else. */
        public static Optional<Place> parse(@Nullable String text) {
            var parts = FORM.matcher(text == null ? "" : text);
            return parts.matches()
                    ? Optional.of(new Place(Integer.parseInt(parts.group(1)), parts.group(2) != null))
                    : Optional.empty();
        }

        /** Such as {@code 12}, or {@code 40-end}. */
        @Override
        public String toString() {
            return end ? lines + "-end" : Integer.toString(lines);
        }
    }
}
