package com.gammareplay.replay.coverage;

import com.gammareplay.bot.StrategyParameters;
import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.model.Index;
import com.gammareplay.parameters.ParameterValues;
import com.gammareplay.parameters.Preset;
import com.gammareplay.parameters.TypedParameters;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells how well recordings were recorded, by the limits of the preset live. Takes what is kept of them, and reads and
 * keeps what is not. Thread-safe.
 */
public final class Coverages {

    private static final StrategyParameters LIVE = TypedParameters.of(ParameterValues.of(Preset.LIVE));

    private final DatasetCatalog catalog;
    private final ExchangeCalendar calendar;

    /** The coverage of the recordings of a catalog. */
    public Coverages(DatasetCatalog catalog, ExchangeCalendar calendar) {
        this.catalog = catalog;
        this.calendar = calendar;
    }

    /**
     * The coverage of a readable dataset.
     *
     * @param zone of the recording's timestamps, as far as they name none
     * @param from first date, inclusive
     * @param to last date, inclusive
     * @throws DataException if it is gone or cannot be read
     */
    public DatasetCoverage of(String dataset, List<Index> indices, ZoneId zone, LocalDate from, LocalDate to) {
        var sessions = new ArrayList<SessionCoverage>();
        try (var recording = catalog.open(dataset, new DataNeeds(zone, false), () -> false)) {
            for (var session : calendar.sessions(from, to)) {
                sessions.add(SessionCoverage.of(recording.open(session, indices), session, LIVE));
            }
        }
        return new DatasetCoverage(zone, from, to, sessions, Suggestions.of(sessions, LIVE.data()));
    }
}
