package com.gammareplay.api.live;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.gammareplay.api.conventions.RawJson;
import com.gammareplay.jobs.paper.Paper;
import com.gammareplay.jobs.paper.PaperError;
import com.gammareplay.jobs.paper.PaperStatus;
import com.gammareplay.jobs.paper.Standing;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A paper session as clients see it. */
@Schema(name = "PaperSession", description = "A paper session that was asked for.")
record PaperView(
        @Schema(description = "By what it is known") String id,

        PaperStatus status,

        @Schema(description = "As the client gave it", nullable = true) @Nullable
        String label,

        @Schema(description = "The effective request, with every default filled in")
        RawJson request,

        @Schema(description = "Where its market comes from") String source,

        @Schema(description = "Seconds of the demo in a second; null at the broker", nullable = true) @Nullable
        Integer speed,

        @Schema(description = "Its date") LocalDate session,

        @Schema(description = "What backtests call its recording")
        String dataset,

        Instant createdAt,

        @Schema(nullable = true) @Nullable Instant finishedAt,

        @Schema(description = "Why it failed; null if it has not", nullable = true) @Nullable
        ErrorView error,

        @JsonUnwrapped Standing standing,

        Links links) {

    /** Why a paper session failed. */
    @Schema(name = "PaperSessionError", description = "Why a paper session failed, as a problem (RFC 9457).")
    record ErrorView(String type, String title, String detail, String code) {

        private static ErrorView of(PaperError error) {
            return new ErrorView(
                    "urn:gamma-replay:problem:" + error.code(), "Paper session failed", error.detail(), error.code());
        }
    }

    /** The calls about a paper session. */
    @Schema(name = "PaperSessionLinks")
    record Links(String self, String events, String stop, String dataset) {

        private static Links of(Paper paper) {
            var self = PaperController.PATH + "/" + paper.id();
            return new Links(self, self + "/events", self + "/stop", "/api/v1/datasets/" + paper.dataset());
        }
    }

    static PaperView of(Paper paper) {
        return of(paper, paper.request());
    }

    /** @param request as it is to be shown */
    static PaperView of(Paper paper, String request) {
        return new PaperView(
                paper.id(),
                paper.status(),
                paper.label(),
                new RawJson(request),
                paper.source().label(),
                paper.speed(),
                paper.session(),
                paper.dataset(),
                paper.createdAt(),
                paper.finishedAt(),
                paper.error() == null ? null : ErrorView.of(paper.error()),
                paper.standing(),
                Links.of(paper));
    }
}
