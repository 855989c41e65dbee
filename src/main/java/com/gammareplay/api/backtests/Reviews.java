package com.gammareplay.api.backtests;

import com.gammareplay.api.jobs.JobProblems;
import com.gammareplay.api.problems.ApiException;
import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobKind;
import com.gammareplay.jobs.review.RerunRefusedException;
import com.gammareplay.jobs.review.Reruns;
import com.gammareplay.jobs.review.Verification;
import com.gammareplay.marketdata.DataException;
import com.gammareplay.parameters.TypedParameters;
import com.gammareplay.replay.ReplayRequest;
import com.gammareplay.replay.ReplayResult;
import com.gammareplay.replay.review.PathReview;
import com.gammareplay.replay.review.Review;
import com.gammareplay.replay.review.SketchReview;
import com.gammareplay.replay.review.Sketches;
import com.gammareplay.replay.review.TradePath;
import com.gammareplay.trading.TradingRules;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Looks at backtests by replaying them again, or says why that cannot be. */
@Component
class Reviews {

    private static final long SOON = 1;
    private static final long LATER = 10;

    private final Reruns reruns;

    Reviews(Reruns reruns) {
        this.reruns = reruns;
    }

    ReplayRequest request(Job job) {
        return reruns.request(job);
    }

    /** The path of a trade of a job by each of some rules. */
    List<TradePath> paths(Job job, int number, List<TradingRules> rules) {
        var review = new PathReview(number, rules);
        run(job, review);
        if (review.paths().isEmpty()) {
            throw ApiException.notFound("trade of this backtest");
        }
        return review.paths();
    }

    /** What charts of a job are drawn from, or why that cannot be found however often it is tried. */
    Sketches sketches(Job job) {
        var request = request(job);
        var rules = TradingRules.of(TypedParameters.of(request.parameters()));
        var review = new SketchReview(rules, request.startingBalance());
        try {
            reruns.run(job, review);
            return review.sketches();
        } catch (RerunRefusedException refusal) {
            return switch (refusal.reason()) {
                case BUSY, GONE -> throw problem(refusal);
                case TOO_LONG, DATA_CHANGED, VERSION_CHANGED ->
                    Sketches.missing(String.valueOf(problem(refusal).getMessage()));
                case DATA_GONE -> unreadable(refusal);
            };
        } catch (DataException e) {
            return unreadable(e);
        }
    }

    private static Sketches unreadable(RuntimeException failure) {
        return Sketches.missing("The recording cannot be read: " + failure.getMessage() + ".");
    }

    ReplayResult run(Job job, Review review) {
        return told(() -> reruns.run(job, review));
    }

    Verification verify(Job job) {
        return told(() -> reruns.verify(job));
    }

    private static <T> T told(Supplier<T> rerun) {
        try {
            return rerun.get();
        } catch (RerunRefusedException refusal) {
            throw problem(refusal);
        }
    }

    private static ApiException problem(RerunRefusedException refusal) {
        return switch (refusal.reason()) {
            case BUSY ->
                new ApiException(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "too-many-reruns",
                        "As many backtests are replayed again as may; try again later.",
                        SOON);
            case TOO_LONG ->
                new ApiException(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "rerun-too-long",
                        "Replaying the backtest again took over a minute; try again later.",
                        LATER);
            case DATA_GONE ->
                ApiException.conflict(
                        "data-gone",
                        refusal.getMessage() + "; put the recording back as it was, or submit the backtest on another");
            case GONE -> JobProblems.notFound(JobKind.BACKTEST);
            case DATA_CHANGED ->
                ApiException.conflict(
                        "data-changed",
                        "The rows of the recording are others than those of the result; submit the backtest again.");
            case VERSION_CHANGED ->
                ApiException.conflict(
                        "version-changed",
                        "This version of the service makes other trades of the same rows; submit the backtest again.");
        };
    }
}
