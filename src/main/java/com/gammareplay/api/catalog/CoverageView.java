package com.gammareplay.api.catalog;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.gammareplay.marketdata.QuoteGap;
import com.gammareplay.replay.coverage.CheckCoverage;
import com.gammareplay.replay.coverage.DatasetCoverage;
import com.gammareplay.replay.coverage.IndexSession;
import com.gammareplay.replay.coverage.SessionCoverage;
import com.gammareplay.replay.coverage.Suggestion;
import com.gammareplay.replay.coverage.Suggestions;
import com.gammareplay.report.CoverageJson;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How well a dataset was recorded, as clients see it. */
@Schema(name = "DatasetCoverage", description = "How well the sessions of a dataset were recorded.")
record CoverageView(
        String dataset,
        String databaseZone,

        @Schema(description = "First date, inclusive") LocalDate from,

        @Schema(description = "Last date, inclusive") LocalDate to,

        @Schema(description = "What to set where the recording is sparser than the bot expects")
        SuggestionsView suggestions,

        @Schema(description = "Sessions of the exchange calendar, in order")
        List<SessionView> sessions) {

    /** Gaps that are shown of a session and index. */
    private static final int MOST_GAPS = 5;

    /** Whether anything was recorded. */
    enum Status {
        RECORDED,
        NO_DATA
    }

    /** What to set. */
    @Schema(name = "CoverageSuggestions")
    record SuggestionsView(SuggestionView maxQuoteAge, SuggestionView snapshotBefore, SuggestionView requireCoverage) {

        private static SuggestionsView of(Suggestions suggestions) {
            return new SuggestionsView(
                    SuggestionView.of(suggestions.maxQuoteAge()),
                    SuggestionView.of(suggestions.snapshotBefore()),
                    SuggestionView.of(suggestions.requireCoverage()));
        }
    }

    /** A value for a field of a request. */
    @Schema(name = "CoverageSuggestion")
    record SuggestionView(
            @Schema(description = "Null if nothing is needed, or nothing helps", nullable = true) @Nullable
            BigDecimal value,

            @Schema(description = "What it rests on, or why there is none")
            String reason) {

        private static SuggestionView of(Suggestion suggestion) {
            return new SuggestionView(suggestion.value(), suggestion.reason());
        }
    }

    /** A session. */
    @Schema(name = "SessionCoverage")
    record SessionView(
            LocalDate session,
            Status status,

            @Schema(description = "One entry an index") List<IndexView> coverage) {

        private static SessionView of(SessionCoverage session) {
            return new SessionView(
                    session.date(),
                    session.hasData() ? Status.RECORDED : Status.NO_DATA,
                    session.indices().stream()
                            .map(index -> IndexView.of(index, session.ticks()))
                            .toList());
        }
    }

    /** An index in a session. */
    @Schema(name = "IndexCoverage")
    record IndexView(
            @JsonUnwrapped CoverageJson counts,

            @Schema(description = "Check times without a peak snapshot in time")
            int missingChecks,

            @Schema(description = "The longest gaps, the longest first, five at most")
            List<GapView> longestGaps,

            @Schema(description = "Check times before the close")
            List<CheckView> checks) {

        private static IndexView of(IndexSession index, int ticks) {
            return new IndexView(
                    CoverageJson.of(index.counts(), ticks),
                    index.missingChecks(),
                    index.longestGaps(MOST_GAPS).stream().map(GapView::of).toList(),
                    index.checks().stream().map(CheckView::of).toList());
        }
    }

    /** A stretch without quotes. */
    @Schema(name = "QuoteGap")
    record GapView(Instant from, Instant until, long seconds) {

        private static GapView of(QuoteGap gap) {
            return new GapView(Instant.ofEpochSecond(gap.from()), Instant.ofEpochSecond(gap.until()), gap.seconds());
        }
    }

    /** The peak snapshots around a check time. */
    @Schema(name = "CheckCoverage")
    record CheckView(
            @Schema(description = "HH:MM in New York", example = "10:00")
            String checkTime,

            @Schema(description = "The snapshot that the check uses; null if it finds none", nullable = true) @Nullable
            Instant snapshot,

            @Schema(description = "Seconds from the newest snapshot at or before it; null without one", nullable = true)
            @Nullable
            Long secondsBefore,

            @Schema(description = "Seconds to the first snapshot after it; null without one", nullable = true) @Nullable
            Long secondsAfter) {

        private static CheckView of(CheckCoverage check) {
            return new CheckView(
                    check.time().toString(),
                    check.isFound() ? Instant.ofEpochSecond(check.snapshot()) : null,
                    check.isAfterAny() ? check.instant() - check.before() : null,
                    check.isBeforeAny() ? check.after() - check.instant() : null);
        }
    }

    static CoverageView of(String dataset, DatasetCoverage coverage) {
        return new CoverageView(
                dataset,
                coverage.databaseZone().getId(),
                coverage.from(),
                coverage.to(),
                SuggestionsView.of(coverage.suggestions()),
                coverage.sessions().stream().map(SessionView::of).toList());
    }
}
