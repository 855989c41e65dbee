package com.gammareplay.requests;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.marketdata.Dataset;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.model.Index;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Of which part of a dataset the coverage is asked for.
 *
 * @param from first date, inclusive
 * @param to last date, inclusive
 */
public record CoverageQuery(List<Index> indices, ZoneId databaseZone, LocalDate from, LocalDate to) {

    /**
     * Reads a query.
     *
     * @param content of the dataset, which is readable
     * @param index all that the dataset has stand in for it
     * @param databaseZone zone of the recording's timestamps, as far as they name none; UTC stands in for it
     * @param from the dataset's first session stands in for it
     * @param to the dataset's last session stands in for it
     * @throws InvalidRequestException naming everything that is wrong
     */
    public static CoverageQuery read(
            DatasetCatalog catalog,
            Dataset dataset,
            Dataset.Content content,
            @Nullable String index,
            @Nullable String databaseZone,
            @Nullable String from,
            @Nullable String to) {
        var problems = new Problems();
        var indices = indices(dataset, content, index, problems);
        var zone = ZoneReader.read(databaseZone, problems);
        var range = new DateRangeReader(new ExchangeCalendar(), problems)
                .read(from, to, () -> catalog.sessions(dataset.name(), zone));
        problems.requireNone();
        if (range == null) {
            throw new IllegalStateException("dates that cannot be read must be a problem");
        }
        return new CoverageQuery(indices, zone, range.from(), range.to());
    }

    private static List<Index> indices(
            Dataset dataset, Dataset.Content content, @Nullable String name, Problems problems) {
        var indices = content.indices().stream()
                .filter(index -> name == null || index.name().equals(name))
                .toList();
        if (indices.isEmpty()) {
            problems.add(
                    "/index",
                    name == null
                            ? dataset.name() + " has no row of SPX or NDX"
                            : "must be one of those that the dataset has: "
                                    + content.indices().stream()
                                            .map(Index::name)
                                            .collect(Collectors.joining(", ")));
        }
        return indices;
    }
}
