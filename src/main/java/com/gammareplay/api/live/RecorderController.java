package com.gammareplay.api.live;

import com.gammareplay.marketdata.Dataset;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.model.Index;
import com.gammareplay.model.Session;
import com.gammareplay.recorder.RecorderThread;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The recorder. */
@Tag(name = "Recorder", description = "Records the market, session by session")
@RestController
class RecorderController {

    private static final String SOURCE = "tradier";

    private final RecorderThread recorder;
    private final DatasetCatalog datasets;

    RecorderController(RecorderThread recorder, DatasetCatalog datasets) {
        this.recorder = recorder;
        this.datasets = datasets;
    }

    /** How the recorder is. */
    @Schema(name = "Recorder")
    record RecorderView(
            @Schema(description = "Whether it is switched on")
            boolean enabled,

            @Schema(description = "Whether a session is being recorded")
            boolean recording,

            @Schema(description = "What backtests call its recording")
            String dataset,

            @Schema(description = "Where its market comes from")
            String source,

            List<Index> indices,

            @Schema(description = "The session that is being recorded; null between sessions", nullable = true)
            @Nullable
            LocalDate session,

            @Schema(description = "Of the newest row since the start of the service; null before it", nullable = true)
            @Nullable
            Instant lastStamp,

            @Schema(description = "What it got and what it lacks since the start of the service, by name")
            Map<String, Long> counts,

            @Schema(description = "Why the newest gap came about; null without one", nullable = true) @Nullable
            String lastProblem,

            @Schema(description = "Size of the recording; 0 if there is none")
            long bytes,

            @Schema(description = "How long sessions are kept; 0 for ever")
            int retentionDays,

            @Schema(
                    description = "The session that is recorded next; null if it is off or one is recorded",
                    nullable = true)
            @Nullable
            LocalDate nextSession) {}

    @Operation(
            operationId = "getRecorder",
            summary = "Look at the recorder",
            description = "Whether it is on, what it records, and what it lacks.")
    @ApiResponse(responseCode = "200", description = "The recorder")
    @GetMapping(path = "/api/v1/recorder", produces = MediaType.APPLICATION_JSON_VALUE)
    RecorderView get() {
        var settings = recorder.settings();
        var state = recorder.state();
        return new RecorderView(
                settings.enabled(),
                state.session() != null,
                settings.dataset(),
                SOURCE,
                settings.indices(),
                date(state.session()),
                state.lastStamp(),
                state.counts(),
                state.lastProblem(),
                datasets.dataset(settings.dataset()).map(Dataset::size).orElse(0L),
                settings.retentionDays(),
                date(state.next()));
    }

    private static @Nullable LocalDate date(@Nullable Session session) {
        return session == null ? null : session.date();
    }
}
