package com.gammareplay.api.backtests;

import com.gammareplay.api.conventions.RawJson;
import com.gammareplay.jobs.JobDocument;
import com.gammareplay.jobs.review.Verification;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Whether a backtest that is replayed again gives what was kept. */
@Schema(name = "Verification", description = "Whether a backtest that is replayed again gives what was kept.")
record VerificationView(
        @Schema(description = "Whether result, trades and decisions are the same, byte for byte")
        boolean identical,

        @Schema(description = "The same in words") String message,

        @Schema(
                description = "Of the decisions, else of the trades, else of the result; null if there is none",
                nullable = true)
        @Nullable
        Place firstDifference,

        @Schema(description = "Whether each decision has the values that were kept; this version may write more")
        boolean sameDecisions,

        @Schema(description = "Whether each trade has the values that were kept; this version may write more")
        boolean sameTrades,

        Provenances provenance,

        @Schema(description = "Names of that in which the two provenances differ")
        List<String> differs) {

    /** A place at which they differ. */
    @Schema(name = "VerificationDifference")
    record Place(
            JobDocument document,

            @Schema(
                    description = "JSON pointer into it; decisions and trades are lists, counted from 0",
                    example = "/3/exitValue")
            String pointer,

            @Schema(description = "Null also if there is none, or if it is an object or a list") @Nullable
            Object kept,

            @Schema(description = "Null also if there is none, or if it is an object or a list") @Nullable
            Object now) {}

    /** What the result was made from, and what it would be made from now. */
    @Schema(name = "ComparedProvenances")
    record Provenances(RawJson kept, RawJson now) {}

    static VerificationView of(Verification verification) {
        var place = verification.firstDifference();
        return new VerificationView(
                verification.identical(),
                verification.message(),
                place == null
                        ? null
                        : new Place(
                                place.document(),
                                place.change().pointer(),
                                place.change().kept(),
                                place.change().now()),
                verification.sameDecisions(),
                verification.sameTrades(),
                new Provenances(shown(verification.kept()), shown(verification.now())),
                verification.differs());
    }

    private static RawJson shown(JsonNode provenance) {
        return new RawJson(provenance.isMissingNode() ? "{}" : provenance.toString());
    }
}
