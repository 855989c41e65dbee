package com.gammareplay.marketdata;

import com.gammareplay.calendar.NewYork;
import com.gammareplay.model.Index;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A recording that can be asked for by name.
 *
 * @param name without folder and extension
 * @param synthetic whether its market was made up
 * @param size of the file in bytes
 * @param content what was found in it, null if it cannot be read
 * @param problem why it cannot be read, null if it can
 */
public record Dataset(
        String name,
        boolean synthetic,
        long size,
        @Nullable Content content,
        @Nullable String problem) {

    /**
     * What a readable recording holds.
     *
     * @param indices those with leg prices, peaks or context
     * @param ends the first and the last timestamp of each form, those in UTC and the others; which of them is the oldest
     *     depends on the zone of the others
     * @param rows leg prices
     */
    public record Content(List<Index> indices, List<RecordedTime> ends, long rows) {

        /** The New York date of the oldest timestamp in a recording of a zone, empty without one. */
        public Optional<LocalDate> firstDate(ZoneId zone) {
            return seconds(zone).min().stream().mapToObj(NewYork::date).findFirst();
        }

        /** The New York date of the newest timestamp in a recording of a zone, empty without one. */
        public Optional<LocalDate> lastDate(ZoneId zone) {
            return seconds(zone).max().stream().mapToObj(NewYork::date).findFirst();
        }

        private LongStream seconds(ZoneId zone) {
            return ends.stream().mapToLong(time -> time.epochSecond(zone));
        }
    }

    public Dataset {
        if ((content == null) == (problem == null)) {
            throw new IllegalArgumentException("either content or problem must be given for " + name);
        }
    }

    /** The content of a readable dataset. */
    public Optional<Content> readable() {
        return Optional.ofNullable(content);
    }
}
