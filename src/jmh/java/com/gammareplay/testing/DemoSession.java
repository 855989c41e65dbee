package com.gammareplay.testing;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.marketdata.sqlite.RecordingFolder;
import com.gammareplay.model.Index;
import com.gammareplay.model.Session;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** A session of the demo in memory. */
public record DemoSession(Session session, RecordedSession market) {

    public static final List<Index> INDICES = List.of(Index.SPX, Index.NDX);

    private static final LocalDate DATE = LocalDate.of(2025, 11, 24);

    /** Reads the session, and makes the demo if it is not there. */
    public static DemoSession load() {
        var demo = DemoFolder.path();
        var session = new ExchangeCalendar().session(DATE).orElseThrow();
        var needs = new DataNeeds(ZoneOffset.UTC, false);
        try (var recording = new RecordingFolder(demo, demo.resolve("none"), demo, demo, 1000, null)
                .open("demo", needs, () -> false)) {
            return new DemoSession(session, recording.open(session, INDICES));
        }
    }
}
