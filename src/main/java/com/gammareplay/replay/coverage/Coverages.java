package com.gammareplay.replay.coverage;

import com.gammareplay.bot.ParameterValues;
import com.gammareplay.bot.Preset;
import com.gammareplay.bot.StrategyParameters;
import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.Dataset;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.marketdata.SessionRange;
import com.gammareplay.model.Index;
import com.gammareplay.replay.DateRangeReader;
import com.gammareplay.replay.InvalidRequestException;
import com.gammareplay.replay.InvalidRequestException.Problem;
import com.gammareplay.replay.ZoneReader;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells how well recordings were recorded, by the limits of the preset live. Takes what is kept of them, and reads and
 * keeps what is not. Thread-safe.
 */
public final class Coverages {

    private static final StrategyParameters LIVE = StrategyParameters.of(ParameterValues.of(Preset.LIVE));

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
     * @throws InvalidRequestException naming everything that is wrong
     * @throws DataException if it is gone or cannot be read
     */
    public DatasetCoverage of(Dataset dataset, Dataset.Content content, RawCoverage raw) {
        var problems = new ArrayList<Problem>();
        var indices = indices(dataset, content, raw.index(), problems);
        var zone = new ZoneReader(problems).read(raw.databaseZone());
        var range = new DateRangeReader(calendar, problems).read(raw.from(), raw.to(), () -> sessions(dataset, zone));
        if (range == null || !problems.isEmpty()) {
            throw new InvalidRequestException(problems);
        }
        var sessions = new ArrayList<SessionCoverage>();
        try (var recording = catalog.open(dataset.name(), new DataNeeds(zone, false), () -> false)) {
            for (var session : calendar.sessions(range.from(), range.to())) {
                sessions.add(SessionCoverage.of(recording.open(session, indices), session, LIVE));
            }
        }
        return new DatasetCoverage(zone, range.from(), range.to(), sessions, Suggestions.of(sessions, LIVE.data()));
    }

    private Optional<SessionRange> sessions(Dataset dataset, ZoneId zone) {
        return catalog.sessions(dataset.name(), zone);
    }

    private static List<Index> indices(
            Dataset dataset, Dataset.Content content, @Nullable String name, List<Problem> problems) {
        var indices = content.indices().stream()
                .filter(index -> name == null || index.name().equals(name))
                .toList();
        if (indices.isEmpty()) {
            problems.add(new Problem(
                    "/index",
                    name == null
                            ? dataset.name() + " has no row of SPX or NDX"
                            : "must be one of those that the dataset has: "
                                    + content.indices().stream()
                                            .map(Index::name)
                                            .collect(Collectors.joining(", "))));
        }
        return indices;
    }
}
