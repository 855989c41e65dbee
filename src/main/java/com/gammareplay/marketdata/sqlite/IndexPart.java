package com.gammareplay.marketdata.sqlite;

import com.gammareplay.calendar.NewYork;
import com.gammareplay.marketdata.SessionRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Timestamps of one or several ranges of an index.
 *
 * @param condition that they fulfil
 * @param bounds what to bind in it, for each range
 */
record IndexPart(String condition, List<List<String>> bounds) {

    /** Everything, where there is no index. */
    static final List<IndexPart> ALL = List.of(new IndexPart("true", List.of(List.of())));

    private static final List<String> SEPARATORS = List.of(" ", "T");
    /** Clocks are moved by less. */
    private static final int HOURS_OFF = 3;

    /** Everything, where {@link SessionFinder} found nothing, for that may be due to a damaged index. */
    static List<IndexPart> ofReach() {
        return parts(
                SessionFinder.REACH_FROM,
                List.of(List.of(SessionFinder.REACH_FROM, SessionFinder.REACH_TO)),
                SessionFinder.REACH_TO);
    }

    /** Everything, in ranges such as those of sessions. */
    static List<IndexPart> ofDays(SessionRange sessions) {
        var end = sessions.last().plusDays(1);
        var days = sessions.first()
                .datesUntil(end)
                .map(date -> List.of(date.toString(), date.plusDays(1).toString()))
                .toList();
        return parts(sessions.first().toString(), days, end.toString());
    }

    /**
     * All that can be of no day from the first session to the last, and as few others as can be said without parsing: on
     * the morning of the first and the evening of the last, wherever clocks show them, and between any two dates.
     */
    static List<IndexPart> outside(SessionRange sessions, ZoneId zone) {
        var walls = List.of(zone, ZoneOffset.UTC);
        var from = Collections.max(walls.stream()
                        .map(one -> midnight(sessions.first(), one))
                        .toList())
                .plusHours(HOURS_OFF);
        var to = Collections.min(walls.stream()
                        .map(one -> midnight(sessions.last().plusDays(1), one))
                        .toList())
                .minusHours(HOURS_OFF);
        var ranges = new ArrayList<List<String>>();
        for (var separator : SEPARATORS) {
            var beginning = sessions.first() + separator;
            ranges.add(List.of(beginning, beginning + from.toLocalTime()));
        }
        sessions.first()
                .datesUntil(sessions.last())
                .map(date -> List.of(
                        DateTexts.behind(date.toString()), date.plusDays(1).toString()))
                .forEach(ranges::add);
        if (to.toLocalDate().equals(sessions.last())) {
            for (var separator : SEPARATORS) {
                var beginning = sessions.last() + separator;
                ranges.add(List.of(beginning + to.toLocalTime(), DateTexts.behind(beginning)));
            }
        }
        return parts(
                sessions.first().toString(),
                ranges,
                DateTexts.behind(sessions.last().toString()));
    }

    /** What the clocks of a zone show at midnight in New York. */
    private static LocalDateTime midnight(LocalDate date, ZoneId zone) {
        return LocalDateTime.ofInstant(Instant.ofEpochSecond(NewYork.epochSecond(date, LocalTime.MIDNIGHT)), zone);
    }

    private static List<IndexPart> parts(String before, List<List<String>> between, String behind) {
        // The plus has SQLite look at each key too: a damaged index may lead to a place before the right one.
        return List.of(
                new IndexPart("timestamp is null", List.of(List.of())),
                new IndexPart("timestamp < ?", List.of(List.of(before))),
                new IndexPart("timestamp >= ?1 and +timestamp >= ?1 and timestamp < ?2", between),
                new IndexPart("timestamp >= ?1 and +timestamp >= ?1", List.of(List.of(behind))));
    }
}
