package com.gammareplay.api.catalog;

import com.gammareplay.marketdata.Dataset;
import com.gammareplay.marketdata.TableRows;
import com.gammareplay.model.Index;
import com.gammareplay.preparation.PreparationProgress;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A recording as clients see it. */
@Schema(name = "Dataset", description = "A recording that can be replayed.")
record DatasetView(
        @Schema(description = "What requests call it") String name,

        Status status,

        @Schema(description = "Why it cannot be read; null if it can", nullable = true) @Nullable
        String problem,

        @Schema(description = "How far it is; null unless it is being prepared", nullable = true) @Nullable
        PreparationProgress progress,

        @Schema(description = "Whether its market was made up")
        boolean synthetic,

        @Schema(description = "What is recorded; empty if it cannot be read")
        List<Index> indices,

        @Schema(description = "First session with peaks and leg prices, if its timestamps are in UTC", nullable = true)
        @Nullable
        LocalDate firstSession,

        @Schema(description = "Last session with peaks and leg prices, if its timestamps are in UTC", nullable = true)
        @Nullable
        LocalDate lastSession,

        @Schema(description = "Leg prices recorded; null if it cannot be read", nullable = true) @Nullable
        Long rows,

        @Schema(description = "Size of the file in bytes") long size,

        @Schema(
                description = "What becomes of the rows of each table; null until they were counted, in the background",
                nullable = true)
        @Nullable
        List<TableView> balance) {

    /** Whether a recording can be used. */
    enum Status {
        /** It can be replayed, and what replays read of it is kept, or will be when they first read it. */
        READY,
        /** It can be replayed, and what replays read of it is being kept. */
        PREPARING,
        UNREADABLE
    }

    /** What becomes of the rows of a table. */
    @Schema(name = "TableRows", description = "Rows of a table: each is counted once besides `rows`.")
    record TableView(
            String table,

            @Schema(description = "All of them, counted by a scan of the table")
            long rows,

            @Schema(description = "Read by a session from the first to the last, or counted in its coverage")
            long inSessions,

            @Schema(description = "Between these, on days on which the exchange is closed")
            long onClosedDays,

            @Schema(description = "Dated before the first session or after the last")
            long strayRows,

            @Schema(description = "The timestamp names no date")
            long rowsWithoutDate,

            @Schema(description = "One of these timestamps; null if there is none", nullable = true) @Nullable
            String exampleWithoutDate,

            @Schema(description = "Of neither SPX nor NDX, whatever else is in them")
            long otherSymbols,

            @Schema(description = "Not found by the index on the timestamp; 0 unless it is damaged")
            long notFound) {

        private static TableView of(TableRows rows) {
            return new TableView(
                    rows.table(),
                    rows.rows(),
                    rows.inSessions(),
                    rows.onClosedDays(),
                    rows.stray(),
                    rows.undated(),
                    rows.undatedExample(),
                    rows.otherSymbols(),
                    rows.notFound());
        }
    }

    private static List<TableView> balance(List<TableRows> rows) {
        return rows.stream().map(TableView::of).toList();
    }

    /**
     * A recording and how far it is prepared.
     *
     * @param rows leg prices, null if they cannot be counted
     * @param preparing null unless it is being prepared
     */
    static DatasetView of(Dataset dataset, @Nullable Long rows, @Nullable PreparationProgress preparing) {
        var content = dataset.content();
        var sessions = content == null ? null : content.sessions();
        return new DatasetView(
                dataset.name(),
                content == null ? Status.UNREADABLE : preparing == null ? Status.READY : Status.PREPARING,
                dataset.problem(),
                content == null ? null : preparing,
                dataset.synthetic(),
                content == null ? List.of() : content.indices(),
                sessions == null ? null : sessions.first(),
                sessions == null ? null : sessions.last(),
                rows,
                dataset.size(),
                content == null || content.balance() == null ? null : balance(content.balance()));
    }
}
