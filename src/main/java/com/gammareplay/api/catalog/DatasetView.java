package com.gammareplay.api.catalog;

import com.gammareplay.marketdata.Dataset;
import com.gammareplay.model.Index;
import com.gammareplay.preparation.PreparationProgress;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
        PreparingView progress,

        @Schema(description = "Whether its market was made up")
        boolean synthetic,

        @Schema(description = "What is recorded; empty if it cannot be read")
        List<Index> indices,

        @Schema(description = "First session, if its timestamps are in UTC", nullable = true) @Nullable
        LocalDate firstSession,

        @Schema(description = "Last session, if its timestamps are in UTC", nullable = true) @Nullable
        LocalDate lastSession,

        @Schema(description = "Leg prices recorded; null if it cannot be read", nullable = true) @Nullable
        Long rows,

        @Schema(description = "Size of the file in bytes") long size) {

    /** Whether a recording can be used. */
    enum Status {
        /** It can be replayed, and what replays read of it is kept, or will be when they first read it. */
        READY,
        /** It can be replayed, and what replays read of it is being kept. */
        PREPARING,
        UNREADABLE
    }

    /** How far a dataset is prepared. */
    @Schema(name = "Preparing")
    record PreparingView(
            @Schema(description = "Sessions that have been read and kept")
            int sessionsDone,

            @Schema(description = "Sessions of the calendar from the first to the last row")
            int sessionsTotal) {

        private static PreparingView of(PreparationProgress progress) {
            return new PreparingView(progress.sessionsDone(), progress.sessionsTotal());
        }
    }

    /**
     * A recording and how far it is prepared.
     *
     * @param preparing null unless it is being prepared
     */
    static DatasetView of(Dataset dataset, @Nullable PreparationProgress preparing) {
        var content = dataset.content();
        return new DatasetView(
                dataset.name(),
                content == null ? Status.UNREADABLE : preparing == null ? Status.READY : Status.PREPARING,
                dataset.problem(),
                content == null || preparing == null ? null : PreparingView.of(preparing),
                dataset.synthetic(),
                content == null ? List.of() : content.indices(),
                content == null ? null : content.firstDate(ZoneOffset.UTC).orElse(null),
                content == null ? null : content.lastDate(ZoneOffset.UTC).orElse(null),
                content == null ? null : content.rows(),
                dataset.size());
    }
}
